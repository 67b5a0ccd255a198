import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyDealEvent, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEdit } from "#machines/deal/deal-events";
import { cents } from "#machines/money/cents";
import { forgetHotDeals, stopHotDeals } from "#app/deals/hot-deals.server";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { seedDeals } from "#prisma/seed/seed-deals";
import { journalOf, newDeal, openDealStore, send, stateOf, tell, type TestDeal } from "#tests/support/deal-store";
import { standInPayments } from "#tests/support/stand-in-payments";
import { testDatabase } from "#tests/support/test-database";
import { until } from "#tests/support/until";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const cashDown = (dollars: number): DealEdit => ({ type: "finance.cashDownSet", cashDown: cents(dollars * 100) });
const plain = (state: DealState) => JSON.parse(JSON.stringify(state)) as unknown;

async function foldOf(dealId: string): Promise<DealState> {
  let state: DealState | null = null;
  for (const { event, revision, at, actor } of await journalOf(dealId))
    state = applyDealEvent(state, event, { revision, at, by: actor });
  return state!;
}

const snapshotOf = (dealId: string) => database.prisma.dealSnapshot.findUnique({ where: { dealId } });

describe("a snapshot is a cache of the fold", () => {
  let deal: TestDeal;
  let dealId: string;
  beforeEach(async () => {
    deal = await newDeal(database);
    dealId = deal.dealId;
    await tell(dealId, deal.customer, cashDown(3_000), { type: "finance.methodChosen", method: "cash" });
    // As at the end of a process that stops well: every hot deal leaves a snapshot.
    await stopHotDeals();
    expect((await snapshotOf(dealId))?.revision).toBe(3);
  });

  it("[LIVE-11] snapshot and the rows after it give what the whole journal folds to", async () => {
    await tell(dealId, deal.customer, cashDown(4_000), { type: "stage.deferred", stage: "fni", remindAt: null });
    forgetHotDeals();
    expect(plain(await stateOf(dealId))).toEqual(plain(await foldOf(dealId)));
    expect((await snapshotOf(dealId))?.revision).toBe(3);
  });

  it("[LIVE-11] a missing one costs nothing but time", async () => {
    await database.prisma.dealSnapshot.delete({ where: { dealId } });
    expect(plain(await stateOf(dealId))).toEqual(plain(await foldOf(dealId)));
  });

  const damages: [string, (good: object) => object][] = [
    ["of another version", (good) => ({ ...good, version: 0 })],
    ["without its machine", (good) => ({ ...good, machine: null })],
    ["of an unknown shape", () => ({ anything: true })],
    ["that names another revision than its row", (good) => ({ ...good, revision: 7 })],
  ];
  it.each(damages)("[LIVE-11] one %s is folded afresh, and replaced in time", async (_what, damage) => {
    const good = await snapshotOf(dealId);
    const state = damage(good?.state as object);
    await database.prisma.dealSnapshot.update({ where: { dealId }, data: { state } });
    expect(plain(await stateOf(dealId))).toEqual(plain(await foldOf(dealId)));
    await stopHotDeals();
    expect((await snapshotOf(dealId))?.state).toEqual(good?.state);
  });

  it("[LIVE-11] one that is newer than its journal is an alarm: nobody is served from it", async () => {
    await database.prisma.dealSnapshot.update({ where: { dealId }, data: { revision: 9 } });
    await expect(stateOf(dealId)).rejects.toThrow(/newer than its journal/);
    await expect(send(dealId, deal.customer, cashDown(1), { seenRevision: null })).rejects.toThrow(
      /newer than its journal/,
    );
    await database.prisma.dealSnapshot.update({ where: { dealId }, data: { revision: 3 } });
    expect((await stateOf(dealId)).revision).toBe(3);
  });

  it("[LIVE-02] a repeat is known although its row lies before the snapshot", async () => {
    const { editId, event } = (await journalOf(dealId))[1]!;
    expect(await send(dealId, deal.customer, event, { editId })).toEqual({ status: "repeated", revision: 2 });
  });
});

it("every hundred events a snapshot is written behind, without anybody waiting for it", async () => {
  const { dealId, customer } = await newDeal(database);
  await Promise.all(
    Array.from({ length: 110 }, (_, index) =>
      send(dealId, customer, cashDown(1_000 + index), { editId: randomUUID(), seenRevision: null }),
    ),
  );
  const saved = await until("a snapshot is there", () => snapshotOf(dealId));
  expect(saved.revision).toBeGreaterThanOrEqual(100);
  expect(saved.revision).toBeLessThanOrEqual(111);
});

it("[LIVE-09] every deal of the demo folds from its stored journal to what is served, at every revision", async () => {
  await standInPayments();
  await seedDeals(database);
  const served = new Map<string, unknown>();
  const deals = await database.prisma.deal.findMany({ where: { id: { not: "" } }, select: { id: true } });
  for (const { id } of deals) served.set(id, plain(await stateOf(id)));
  forgetHotDeals();
  await database.prisma.dealSnapshot.deleteMany();
  for (const { id } of deals) {
    const { revision } = await foldOf(id);
    expect(plain(await stateOf(id))).toEqual(served.get(id));
    expect(plain((await readDealStateAt(id, revision))!)).toEqual(served.get(id));
  }
  expect(deals.length).toBeGreaterThan(14);
}, 60_000);
