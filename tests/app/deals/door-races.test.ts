import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { lifeOf } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { actorRef } from "#machines/store/actor";
import { insertRows, type JournalRow } from "#app/deals/deal-journal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { useDatabase } from "#app/platform/database.server";
import { readyDeal } from "#tests/support/ready-deal";
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
import { watchedDatabase } from "#tests/support/watched-database";

const database = await testDatabase();
const watched = watchedDatabase(database);
useDatabase(watched);
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const maya = staffCalled("Maya");

/** A row as another server would have written it, behind the back of this one. */
const foreignRow = (dealId: string, revision: number, dollars: number): JournalRow => ({
  dealId,
  revision,
  editId: randomUUID(),
  editHash: "foreign",
  at: new Date().toISOString(),
  actor: actorRef(staffCalled("Theron")),
  event: { type: "finance.cashDownSet", cashDown: cents(dollars * 100) },
});

describe("senders at once", () => {
  it("[LIVE-02] the same edit sent eight times at once is one row, and everybody gets its revision", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => submitDealEvent({ dealId, editId, actor: customer, event: cashDown(4_000) })),
    );
    expect(answers.filter(({ status }) => status === "applied")).toEqual([{ status: "applied", revision: 2 }]);
    expect(answers.filter(({ status }) => status === "repeated")).toHaveLength(7);
    expect(answers.every((answer) => "revision" in answer && answer.revision === 2)).toBe(true);
    expect(await journalOf(dealId)).toHaveLength(2);
  });

  it("[LIVE-02] a look-up on the way changes nothing of that", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, {
      type: "trade.described",
      year: 2019,
      make: "Corvane",
      model: "Tessa",
      trim: "",
      mileage: 58_000,
      vin: null,
    });
    const editId = randomUUID();
    const event: DealEdit = { type: "trade.valuationRequested" };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => submitDealEvent({ dealId, editId, actor: customer, event })),
    );
    expect(answers.filter(({ status }) => status === "applied")).toHaveLength(1);
    expect(answers.filter(({ status }) => status === "repeated")).toHaveLength(5);
  });

  it("[LIVE-13] two edit one field: the later revision wins, and history keeps both", async () => {
    const { dealId, customer } = await newDeal(database);
    const answers = await Promise.all([
      send(dealId, customer, cashDown(4_000), { seenRevision: null }),
      send(dealId, maya, cashDown(5_000), { seenRevision: null }),
    ]);
    expect(answers).toEqual([
      { status: "applied", revision: 2 },
      { status: "applied", revision: 3 },
    ]);
    expect((await contextNow(dealId)).finance.cashDown).toBe(500_000);
    expect((await journalOf(dealId)).map(({ actor }) => actor.role)).toEqual(["customer", "customer", "salesperson"]);
  });

  it("[LIVE-15] two finance managers freeze at once: one contract, the other is told who", async () => {
    const { dealId } = await readyDeal(database);
    const walt = staffCalled("Walt");
    const priya = { ...walt, staffId: "staff-other", firstName: "Renata" };
    const { revision: seenRevision } = await stateOf(dealId);
    const answers = await Promise.all(
      [walt, priya].map((actor) => send(dealId, actor, { type: "deal.freezeRequested" }, { seenRevision })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["applied", "refused"]);
    const refused = answers.find(({ status }) => status === "refused");
    expect(refused).toMatchObject({ refusal: { code: "alreadyFrozen", params: { name: "Walt" } } });
    expect(lifeOf(await stateOf(dealId))).toBe("contracting");
    const frozen = (await journalOf(dealId)).filter(({ event }) => event.type === "deal.frozen");
    expect(frozen).toHaveLength(1);
    expect(answers).toContainEqual({ status: "applied", revision: frozen[0]?.revision });
  });

  it("[LIVE-14] an edit that arrives after the freeze never lands", async () => {
    const { dealId, customer } = await readyDeal(database);
    await tell(dealId, staffCalled("Walt"), { type: "deal.freezeRequested" });
    expect(refusalCode(await send(dealId, customer, cashDown(1)))).toBe("dealFrozen");
  });
});

describe("another server was first", () => {
  it("the edit is judged again on the fresh head and lands behind the other one", async () => {
    const { dealId, customer } = await newDeal(database);
    await insertRows(database, [foreignRow(dealId, 2, 7_000)]);
    expect(await send(dealId, customer, cashDown(4_000), { seenRevision: null })).toEqual({
      status: "applied",
      revision: 3,
    });
    expect((await journalOf(dealId)).map(({ event }) => "cashDown" in event && event.cashDown)).toEqual([
      false,
      700_000,
      400_000,
    ]);
    expect((await contextNow(dealId)).finance.cashDown).toBe(400_000);
  });

  it("a commitment made on the numbers before is refused there", async () => {
    const { dealId, customer } = await newDeal(database);
    await stateOf(dealId);
    await insertRows(database, [foreignRow(dealId, 2, 7_000)]);
    const agree: DealEdit = { type: "finance.termsAgreed" };
    expect(refusalCode(await send(dealId, customer, agree, { seenRevision: 1 }))).toBe("numbersMoved");
  });

  it("the other server took this very edit: the answer is its revision", async () => {
    const { dealId, customer } = await newDeal(database);
    const editId = randomUUID();
    await stateOf(dealId);
    const first = foreignRow(dealId, 2, 4_000);
    // The hash of the same words, as the other server's door wrote it.
    const { dealId: twin } = await newDeal(database);
    await send(twin, customer, cashDown(4_000), { editId });
    const { editHash } = (await journalOf(twin)).at(-1)!;
    await insertRows(database, [{ ...first, editId, editHash }]);
    expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual({
      status: "repeated",
      revision: 2,
    });
    expect(await journalOf(dealId)).toHaveLength(2);
  });

  it("five times in a row is told as busy; nothing is lost or half there", async () => {
    const { dealId, customer } = await newDeal(database);
    let next = 2;
    watched.onNext("journal", { times: 5, before: () => insertRows(database, [foreignRow(dealId, next++, 7_000)]) });
    const editId = randomUUID();
    expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual({
      status: "again",
      reason: "busy",
    });
    expect(await journalOf(dealId)).toHaveLength(6);
    expect(await send(dealId, customer, cashDown(4_000), { editId, seenRevision: null })).toEqual({
      status: "applied",
      revision: 7,
    });
  });

  it("deals beside it in the same commit are not held up, and none of their rows is lost or doubled", async () => {
    const deals = await Promise.all(Array.from({ length: 6 }, () => newDeal(database)));
    const [overtaken] = deals;
    watched.onNext("journal", { before: () => insertRows(database, [foreignRow(overtaken!.dealId, 2, 7_000)]) });
    const answers = await Promise.all(
      deals.flatMap(({ dealId, customer }) =>
        [3_000, 4_000].map((dollars) => send(dealId, customer, cashDown(dollars), { seenRevision: null })),
      ),
    );
    expect(answers.every(({ status }) => status === "applied")).toBe(true);
    for (const { dealId } of deals) {
      const rows = await journalOf(dealId);
      expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1));
      expect(rows).toHaveLength(dealId === overtaken!.dealId ? 4 : 3);
    }
  });
});
