import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import { dealFileSchema, type DealFile } from "#app/deal-format/deal-format";
import { eventsHash } from "#app/deal-format/events-hash.server";
import { exportCustomerCopy, exportDeal } from "#app/deal-format/export-deal.server";
import { importDeal } from "#app/deal-format/import-deal.server";
import { readDealFile } from "#app/deal-format/read-deal-file.server";
import {
  journalOf,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  staffCalled,
  stateOf,
  tell,
} from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
const admin = { ...staffCalled("Ines"), role: "admin" } as const;
let file: DealFile;
let dealId = "";

beforeAll(async () => {
  await openDealStore(database);
  const deal = await newDeal(database);
  dealId = deal.dealId;
  await tell(dealId, deal.customer, { type: "finance.cellAdopted", termMonths: 72, cashDown: cents(450_000) });
  await tell(dealId, staffCalled("Maya"), { type: "note.added", text: "canary-note" });
  file = (await exportDeal(dealId))!;
});

const altered = (change: (copy: DealFile) => void, rehash = true): string => {
  const copy = structuredClone(file);
  change(copy);
  if (rehash) copy.integrity.eventsSha256 = eventsHash(copy.events);
  return JSON.stringify(copy);
};
const reason = (text: string) => {
  const read = readDealFile(text);
  return read.ok ? "ok" : read.refusal.reason;
};

describe("[E1] the open deal format", () => {
  it("is what its schema and its page say", () => {
    expect(dealFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    const page = readFileSync("docs/deal-format.md", "utf8");
    for (const field of Object.keys(dealFileSchema.shape)) expect(page).toContain(`\`${field}\``);
    for (const shape of ["events", "documents", "conversation"] as const)
      for (const field of Object.keys(dealFileSchema.shape[shape].element.shape))
        expect(page).toContain(`\`${field}\``);
  });

  it("holds every event as it was journalled", async () => {
    const journal = await journalOf(dealId);
    expect(file.events.map(({ revision, at, by, event }) => ({ revision, at, actor: by, event }))).toEqual(
      journal.map(({ revision, at, actor, event }) => ({ revision, at, actor, event })),
    );
  });

  it("a customer's copy holds their projection and nothing of the store's", async () => {
    const copy = JSON.stringify(await exportCustomerCopy(dealId, "customer"));
    expect(copy).toContain('"format":"deal-jacket/customer-copy"');
    for (const secret of ["canary-note", '"holdback"', '"buyRate"', '"staffId"', '"editHash"'])
      expect(copy).not.toContain(secret);
  });
});

describe("[E1] a file becomes a deal of this store, to be read", () => {
  it("with the same figures, the same log and one event more; the same file again is the same deal", async () => {
    const text = JSON.stringify(file);
    const answer = await importDeal(text, admin);
    if (!answer.ok) throw new Error(answer.refusal.reason);
    expect(answer.dealId).not.toBe(dealId);
    expect(answer.dealNumber).toBe(`${file.deal.number}-i1`);
    const state = await stateOf(answer.dealId);
    const { identity, life, store, finance } = contextOf(state);
    expect(identity).toMatchObject({ dealId: answer.dealId, dealNumber: answer.dealNumber });
    expect(life.imported).toMatchObject({ dealNumber: file.deal.number, exportedAt: file.exportedAt });
    expect(store.rooftopId).toBe(admin.rooftopId);
    expect(finance).toEqual(contextOf(await stateOf(dealId)).finance);
    expect(await importDeal(text, admin)).toMatchObject({ ok: true, dealId: answer.dealId, already: true });
    expect(refusalCode(await send(answer.dealId, staffCalled("Maya"), { type: "note.added", text: "x" }))).toBe(
      "dealImported",
    );
  });

  it("two administrators with the same file at once get one deal", async () => {
    const text = altered((copy) => void (copy.exportedAt = "2026-11-22T12:00:00.000Z"));
    const answers = await Promise.all([importDeal(text, admin), importDeal(text, admin)]);
    expect(new Set(answers.map((answer) => (answer.ok ? answer.dealId : answer.refusal.reason))).size).toBe(1);
  });
});

describe("[E1] what is not a whole deal is refused by name, and leaves nothing", () => {
  it.each<[string, string, () => string]>([
    ["notJson", "no JSON", () => "{"],
    ["notADeal", "another format", () => JSON.stringify({ format: "something" })],
    ["notADeal", "null", () => "null"],
    ["unknownVersion", "a later version", () => JSON.stringify({ ...file, version: 2 })],
    ["malformed", "an unknown field", () => JSON.stringify({ ...file, extra: 1 })],
    ["eventsAltered", "a changed event", () => altered((copy) => void (copy.events[1]!.event.termMonths = 60), false)],
    ["brokenOrder", "a gap", () => altered((copy) => void copy.events.splice(1, 1))],
    [
      "unreadableEvent",
      "an event nobody knows",
      () => altered((copy) => void (copy.events[1]!.event = { type: "deal.teleported" })),
    ],
    [
      "doesNotFold",
      "a log without its beginning",
      () => altered((copy) => void (copy.events[0]!.event = { ...copy.events[1]!.event })),
    ],
    ["doesNotFold", "a life it does not have", () => altered((copy) => void (copy.deal.life = "delivered"))],
    ["figuresDiffer", "other figures", () => altered((copy) => void (copy.figures!.outTheDoor! += 1))],
  ])("%s: %s", async (expected, _what, make) => {
    const before = await database.prisma.deal.count();
    expect(reason(make())).toBe(expected);
    expect(await importDeal(make(), admin)).toMatchObject({ ok: false });
    expect(await database.prisma.deal.count()).toBe(before);
  });

  it("a document whose bytes are not those that were exported", () => {
    const document = {
      kind: "buyersOrder",
      revision: 1,
      fileName: "order.pdf",
      contentType: "application/pdf" as const,
      createdAt: file.exportedAt,
      voidedAt: null,
      sha256: "0".repeat(64),
      bytes: Buffer.from("%PDF").toString("base64"),
    };
    expect(reason(altered((copy) => void copy.documents.push(document)))).toBe("documentAltered");
  });

  it("a key that would reach the prototype", () => {
    const text = JSON.stringify(file).replace('"deal":{', '"deal":{"__proto__":{"admin":true},');
    expect(reason(text)).not.toBe("ok");
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});
