import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { type DealTerms, termsFigures } from "#machines/deal/deal-terms";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import type { EditAnswer } from "#app/deals/edit-answer";
import { readDealChanges } from "#app/deals/read-deal.server";
import { expirePencil } from "#app/pencils/expire-pencil.server";
import { flawsOf } from "#app/pencils/seal-pencil.server";
import { useEffectQueue } from "#app/deals/deal-effect-queue.server";
import { enqueueDealEffect } from "#app/effects/run-deal-effect.server";
import { verifyPencils } from "#app/pencils/verify-pencils.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { inputsHash } from "#app/quotes/inputs-hash.server";
import { readQuote, recomputeKeptQuote } from "#app/quotes/keep-quote.server";
import { figuresNow, termsLike } from "#tests/support/a-pencil";
import {
  contextNow,
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
beforeAll(async () => {
  await openDealStore(database);
  useEffectQueue(enqueueDealEffect);
});

const ines = staffCalled("Ines");
const maya = staffCalled("Maya");

async function propose(dealId: string, terms: Partial<DealTerms>, by = ines, note = ""): Promise<EditAnswer> {
  const wanted = termsLike(await stateOf(dealId), terms);
  return send(dealId, by, { type: "pencil.proposalRequested", terms: wanted, note, validHours: 24, answers: null });
}

const pencilsOf = async (dealId: string) => (await contextNow(dealId)).pencils.list;

async function acceptance(dealId: string, number = 1): Promise<DealEdit> {
  const pencil = (await pencilsOf(dealId))[number - 1]!;
  return { type: "pencil.accepted", number, contentHash: pencil.seal.contentHash, signedName: "Theo Marsh" };
}

describe("a proposal through the door", () => {
  it("[N1] is worked out, dated, hashed and signed by the server, each in a chain with the one before", async () => {
    const { dealId } = await newDeal(database);
    expect((await propose(dealId, { cashDown: cents(400_000) }, ines, "Good until tomorrow")).status).toBe("applied");
    expect((await propose(dealId, { cashDown: cents(500_000) })).status).toBe("applied");
    const [first, second] = await pencilsOf(dealId);
    expect(first).toMatchObject({ number: 1, status: "superseded", note: "Good until tomorrow" });
    expect(first!.by.firstName).toBe("Ines");
    expect(second!.seal.previousHash).toBe(first!.seal.contentHash);
    expect(Date.parse(second!.expiresAt) - Date.parse(second!.at)).toBe(24 * 3_600_000);
    expect(second!.stamp).toMatchObject({ rulePack: { id: expect.any(String), version: expect.any(String) } });
    expect(flawsOf(dealId, await pencilsOf(dealId))).toEqual([]);
  });

  it("[N1] one changed cent, another deal, another order: the seal says so", async () => {
    const { dealId } = await newDeal(database);
    await propose(dealId, { cashDown: cents(400_000) });
    await propose(dealId, { cashDown: cents(500_000) });
    const [first, second] = await pencilsOf(dealId);
    const cheaper = { ...second!, terms: { ...second!.terms, sellingPrice: cents(second!.terms.sellingPrice - 1) } };
    expect(flawsOf(dealId, [first!, cheaper])).toEqual([{ number: 2, flaw: "contentChanged" }]);
    expect(flawsOf("another-deal", [first!, second!]).map(({ number }) => number)).toEqual([1, 2]);
    expect(flawsOf(dealId, [second!])).toEqual([{ number: 2, flaw: "chainBroken" }]);
    const forged = { ...second!, seal: { ...second!.seal, signature: `s1.local.${"A".repeat(43)}` } };
    expect(flawsOf(dealId, [first!, forged])).toEqual([{ number: 2, flaw: "notOurSignature" }]);
    const answered = { ...second!, status: "declined" as const };
    expect(flawsOf(dealId, [first!, answered])).toEqual([]);
  });

  it("[N1] the command finds a row of the journal that somebody wrote on", async () => {
    const { dealId } = await newDeal(database);
    await propose(dealId, { cashDown: cents(400_000) });
    const before = await verifyPencils();
    expect(before.pencils).toBeGreaterThan(0);
    expect(before.flaws).toEqual([]);
    const change = (note: string) =>
      database.query(
        `update "JournalEntry" set "event" = jsonb_set("event", '{note}', to_jsonb($2::text))
          where "dealId" = $1 and "event"->>'type' = 'pencil.proposed'`,
        [dealId, note],
      );
    await change("Free floor mats");
    expect((await verifyPencils()).flaws).toEqual([{ dealId, number: 1, flaw: "contentChanged" }]);
    await change("");
    expect((await verifyPencils()).flaws).toEqual([]);
  });

  it("[W8] what it was worked from is kept with it, and comes to the same cents when it is worked again", async () => {
    const { dealId } = await newDeal(database);
    await propose(dealId, { cashDown: cents(400_000), termMonths: 60 });
    const { revision } = await stateOf(dealId);
    // What the deal does afterwards does not touch what was kept.
    await tell(dealId, ines, { type: "finance.cashDownSet", cashDown: cents(900_000) });
    await runDueJobs();
    const [pencil] = await pencilsOf(dealId);
    const key = { dealId, purpose: "pencil", revision } as const;
    const record = await readQuote(key);
    const { coreVersion, rulePack, inputsHash: hash } = pencil!.stamp;
    expect(record).toMatchObject({ coreVersion, rulePack });
    expect(record && inputsHash(record)).toBe(hash);
    const again = await recomputeKeptQuote(key);
    expect(again).toMatchObject({ sameCore: true, differences: [] });
    expect(again && termsFigures(again.worksheet)).toEqual(pencil!.figures);
  });

  it("[N6] beyond a salesperson's limit it is refused, and a request carries the whole structure to a manager", async () => {
    const { dealId } = await newDeal(database);
    const { advertisedPrice } = (await contextNow(dealId)).vehicle.vehicle!;
    const price = { sellingPrice: cents(advertisedPrice - 100_000) };
    expect(refusalCode(await propose(dealId, price, maya))).toBe("beyondAuthority");
    const terms = termsLike(await stateOf(dealId), price);
    await tell(dealId, maya, {
      type: "approval.requested",
      kind: "pencil",
      asked: null,
      terms,
      note: "They sign today",
    });
    await tell(dealId, ines, { type: "pencil.proposalRequested", terms, note: "", validHours: 4, answers: 1 });
    const { approvals, pencils } = await contextNow(dealId);
    expect(approvals.list[0]).toMatchObject({ status: "granted", answer: { granted: 1 } });
    expect(pencils.list[0]!.terms.sellingPrice).toBe(advertisedPrice - 100_000);
  });

  it("a repeat of the request is the same proposal, not a second one", async () => {
    const { dealId } = await newDeal(database);
    const terms = termsLike(await stateOf(dealId), { cashDown: cents(400_000) });
    const edit: DealEdit = { type: "pencil.proposalRequested", terms, note: "", validHours: 24, answers: null };
    const editId = randomUUID();
    await Promise.all([send(dealId, ines, edit, { editId }), send(dealId, ines, edit, { editId })]);
    expect(await pencilsOf(dealId)).toHaveLength(1);
  });
});

describe("its answer", () => {
  it("[N3] accepted, the deal shows its figures to the cent, for everybody, in one row of the journal", async () => {
    const { dealId, customer } = await newDeal(database);
    await propose(dealId, { cashDown: cents(450_000), termMonths: 72, docFeeWaived: cents(10_000) });
    const [pencil] = await pencilsOf(dealId);
    const before = (await journalOf(dealId)).length;
    await tell(dealId, customer, await acceptance(dealId));
    const state = await stateOf(dealId);
    expect(figuresNow(state)).toEqual(pencil!.figures);
    expect(await journalOf(dealId)).toHaveLength(before + 1);
    for (const audience of ["customer", "sales", "desk", "finance"] as const) {
      const numbers = headlineNumbers(viewOf(state, audience));
      expect([numbers?.payment, numbers?.cashDue]).toEqual([pencil!.figures.payment, pencil!.figures.cashDue]);
    }
    expect(contextOf(state).finance.termsAgreedAtRevision).toBe(state.revision);
  });

  it("[N5] two answers at once: one stands, the other hears that it came too late", async () => {
    for (let round = 0; round < 5; round++) {
      const { dealId, customer } = await newDeal(database);
      await propose(dealId, { cashDown: cents(400_000) });
      const { revision } = await stateOf(dealId);
      const answers = await Promise.all([
        send(dealId, customer, await acceptance(dealId), { seenRevision: revision }),
        send(dealId, customer, { type: "pencil.declined", number: 1, note: "" }, { seenRevision: revision }),
        send(dealId, ines, { type: "pencil.withdrawn", number: 1 }, { seenRevision: revision }),
      ]);
      expect(answers.filter(({ status }) => status === "applied")).toHaveLength(1);
      const late = answers.filter(({ status }) => status === "refused").map(refusalCode);
      expect(late).toHaveLength(2);
      for (const code of late) expect(["pencilAnswered", "pencilWithdrawn", "numbersMoved"]).toContain(code);
    }
  });

  it("[N4] stale: a figure that moved since refuses it, before and after the customer looked again", async () => {
    const { dealId, customer } = await newDeal(database);
    await propose(dealId, { cashDown: cents(400_000) });
    const { revision } = await stateOf(dealId);
    await tell(dealId, customer, { type: "finance.creditBandStated", creditBand: "fair" });
    const accept = await acceptance(dealId);
    expect(refusalCode(await send(dealId, customer, accept, { seenRevision: revision }))).toBe("numbersMoved");
    expect(refusalCode(await send(dealId, customer, accept))).toBe("pencilStale");
    expect((await contextNow(dealId)).finance.termsAgreedAtRevision).toBeNull();
  });

  it("[N2] the clock's job writes down that it ran out, once, and not before", async () => {
    const { dealId } = await newDeal(database);
    await propose(dealId, { cashDown: cents(400_000) });
    await expect(expirePencil(dealId, 1)).rejects.toThrow(/still good/);
    const { rows } = await database.query<{ type: string; due: boolean }>(
      `select data->'effect'->>'type' as type, start_after > now() + interval '23 hours' as due
         from pgboss.job where name = 'deal-effect' and data->>'dealId' = $1`,
      [dealId],
    );
    expect(rows).toContainEqual({ type: "expirePencil", due: true });
  });

  it("tells a customer who is away, in figures of the proposal alone", async () => {
    const { dealId, customer } = await newDeal(database);
    const email = `theo-${randomUUID()}@example.test`;
    await tell(dealId, customer, { type: "customer.identified", firstName: "Theo", lastName: "", email, phone: "" });
    await propose(dealId, { cashDown: cents(400_000) });
    await runDueJobs();
    const mails = await database.prisma.outboxMessage.findMany({ where: { to: email } });
    const told = mails.find(({ subject }) => subject.includes("proposes terms"));
    const [pencil] = await pencilsOf(dealId);
    expect(told?.text).toContain((pencil!.figures.payment! / 100).toFixed(2));
    expect(told?.text).not.toMatch(/cost|gross|limit/i);
  });
});

describe("[N9] what a customer hears of a request", () => {
  it("is nothing of the asking, and of the grant the change itself", async () => {
    const { dealId } = await newDeal(database);
    const { advertisedPrice } = (await contextNow(dealId)).vehicle.vehicle!;
    const asked = advertisedPrice - 100_000;
    await tell(dealId, maya, { type: "approval.requested", kind: "sellingPrice", asked, terms: null, note: "canary" });
    await tell(dealId, ines, { type: "approval.granted", number: 1, granted: asked, note: "canary" });
    const told = await readDealChanges(dealId, "customer");
    expect(told.map(({ cause }) => cause.type)).toEqual(["deal.started", "vehicle.sellingPriceSet"]);
    expect(told.at(-1)!.cause.params).toEqual({ from: advertisedPrice, to: asked });
    expect(told.at(-1)!.numbers).not.toBeNull();
    expect(JSON.stringify(told)).not.toMatch(/approval|canary/);
    const staff = await readDealChanges(dealId, "sales");
    expect(staff.map(({ cause }) => cause.type)).toContain("approval.granted");
  });
});
