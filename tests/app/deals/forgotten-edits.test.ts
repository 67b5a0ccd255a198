import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { actorRef } from "#machines/store/actor";
import { insertRows } from "#app/deals/deal-journal.server";
import { KNOWN_EDITS } from "#app/deals/hot-deal.server";
import { forgetHotDeals, readyDeal } from "#app/deals/hot-deals.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { journalOf, newDeal, openDealStore, staffCalled } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });

/** More edits than a deal remembers, as if years of work had gone by. */
async function yearsGoBy(dealId: string, after: number): Promise<number> {
  const rows = Array.from({ length: KNOWN_EDITS + 20 }, (_, index) => ({
    dealId,
    revision: after + index + 1,
    editId: randomUUID(),
    editHash: "of another day",
    at: new Date().toISOString(),
    actor: actorRef(staffCalled("Theron")),
    event: { type: "finance.cashDownSet", cashDown: cents(100_000 + index * 100) } as const,
  }));
  await insertRows(database, rows);
  forgetHotDeals();
  return after + rows.length;
}

describe("[LIVE-02] an edit that is repeated when its deal has long forgotten it", () => {
  it("has its first answer still, whatever would be said to it today", async () => {
    const { dealId, customer } = await newDeal(database);
    const skip: DealEdit = { type: "stage.skipped", stage: "trade", reason: "noTrade" };
    const edits: DealEdit[] = [cashDown(2_345), skip, { type: "stage.resumed", stage: "trade" }];
    const sent = edits.map((event) => ({ dealId, editId: randomUUID(), actor: customer, event }));
    for (const one of sent) expect((await submitDealEvent(one)).status).toBe("applied");
    const last = await yearsGoBy(dealId, 4);

    const answers = await Promise.all(sent.map((one) => submitDealEvent(one)));
    expect(answers).toEqual([2, 3, 4].map((revision) => ({ status: "repeated", revision })));
    const other = await submitDealEvent({ ...sent[0]!, event: cashDown(9_999) });
    expect(other).toMatchObject({ status: "refused", refusal: { code: "editConflict" } });
    expect(await journalOf(dealId)).toHaveLength(last);
  });

  it("takes nobody's edit with it that came in the same moment", async () => {
    const { dealId, customer } = await newDeal(database);
    const old = { dealId, editId: randomUUID(), actor: customer, event: cashDown(2_345) };
    await submitDealEvent(old);
    const last = await yearsGoBy(dealId, 2);
    const fresh = () => submitDealEvent({ dealId, editId: randomUUID(), actor: customer, event: cashDown(4_000) });
    const answers = await Promise.all([fresh(), fresh(), submitDealEvent(old), fresh(), submitDealEvent(old)]);
    expect(answers.filter(({ status }) => status === "repeated")).toEqual([
      { status: "repeated", revision: 2 },
      { status: "repeated", revision: 2 },
    ]);
    const revisions = answers.flatMap((answer) => (answer.status === "applied" ? [answer.revision] : []));
    expect(revisions.toSorted((a, b) => a - b)).toEqual([last + 1, last + 2, last + 3]);
    expect(await journalOf(dealId)).toHaveLength(last + 3);
  });

  it("is looked for before anything is set aside for it", async () => {
    const { dealId, customer } = await newDeal(database);
    const described: DealEdit = {
      type: "trade.described",
      year: 2019,
      make: "Corvane",
      model: "Tessa",
      trim: "",
      mileage: 58_000,
      vin: null,
    };
    await submitDealEvent({ dealId, editId: randomUUID(), actor: customer, event: described });
    const asked = {
      dealId,
      editId: randomUUID(),
      actor: customer,
      event: { type: "trade.valuationRequested" },
    } as const;
    expect(await submitDealEvent(asked)).toEqual({ status: "applied", revision: 3 });
    await yearsGoBy(dealId, 3);
    expect(await submitDealEvent(asked)).toEqual({ status: "repeated", revision: 3 });
  });
});

it("a deal remembers a bounded number of edits, the newest", async () => {
  const { dealId, customer } = await newDeal(database);
  const ids = Array.from({ length: KNOWN_EDITS + 50 }, () => randomUUID());
  const send = (editId: string, index: number) =>
    submitDealEvent({ dealId, editId, actor: customer, event: cashDown(1_000 + index) });
  for (let from = 0; from < ids.length; from += 100)
    await Promise.all(ids.slice(from, from + 100).map((editId, index) => send(editId, from + index)));
  const deal = readyDeal(dealId);
  expect(deal?.edits.size).toBeLessThanOrEqual(KNOWN_EDITS);
  expect([...(deal?.edits.keys() ?? [])].at(-1)).toBe(ids.at(-1));
  expect(await send(ids[0]!, 0)).toEqual({ status: "repeated", revision: 2 });
});
