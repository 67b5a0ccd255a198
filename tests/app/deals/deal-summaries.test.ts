import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { assert } from "#machines/assert";
import { cents } from "#machines/money/cents";
import {
  flushSummaries,
  onDealSummary,
  readSummaries,
  readSummary,
  startSummaries,
} from "#app/deals/deal-summaries.server";
import { journalIdle } from "#app/deals/deal-journal.server";
import { forgetHotDeals, stopHotDeals } from "#app/deals/hot-deals.server";
import { startDeal } from "#app/deals/start-deal.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { contextNow, newDeal, openDealStore, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
let stop = () => {};
afterEach(() => stop());

/** News of a commit leaves one turn after its answer. */
async function written(): Promise<void> {
  await journalIdle();
  await flushSummaries();
}

const cashDown = { type: "finance.cashDownSet", cashDown: cents(400_000) } as const;

describe("the desk's list", () => {
  it("follows the journal: one row a deal, with whose turn it is and since when", async () => {
    stop = await startSummaries();
    const { dealId, customer } = await newDeal(database);
    const told: number[] = [];
    const quiet = onDealSummary((rooftopId, { dealId: id, revision }) => {
      if (rooftopId === lakesideId && id === dealId) told.push(revision);
    });
    await tell(dealId, customer, {
      type: "customer.identified",
      firstName: "Theo",
      lastName: "Marsh",
      email: "",
      phone: "",
    });
    await written();
    const first = (await readSummaries(lakesideId)).find((row) => row.dealId === dealId);
    expect(first).toMatchObject({ customerName: "Theo Marsh", turn: "customer", revision: 2, life: "open" });
    await tell(dealId, customer, cashDown, { type: "vehicle.confirmed" });
    await written();
    const second = (await readSummaries(lakesideId)).find((row) => row.dealId === dealId);
    expect(second?.revision).toBe(4);
    // The turn did not change hands, so the wait goes on from where it began.
    expect(second?.waitingSince).toBe(first?.waitingSince);
    // A burst is one change there, so not every revision is told; never twice, never backwards.
    expect(told).toEqual([...new Set(told)].toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(4);
    quiet();
  });

  it("[N1] says who is in the store, and when the keys are due", async () => {
    stop = await startSummaries();
    const online = await newDeal(database);
    const started = await startDeal({
      rooftopId: lakesideId,
      stockNumber: null,
      actor: staffCalled("Maya"),
      startedFrom: "walkIn",
    });
    assert("dealId" in started, "somebody walks in");
    await written();
    const rows = await readSummaries(lakesideId);
    const rowOf = (dealId: string) => rows.find((row) => row.dealId === dealId);
    expect([rowOf(online.dealId)?.inStore, rowOf(started.dealId)?.inStore]).toEqual([false, true]);
    expect(rowOf(online.dealId)?.handoverAt).toBeUndefined();
  });

  it("[LIVE-01] catches up after a server that ended between the commit and the summary", async () => {
    // Nobody listens: these events are in the journal and nowhere else.
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, cashDown);
    expect(await readSummary(dealId)).toBeNull();
    forgetHotDeals();
    stop = await startSummaries();
    expect((await readSummary(dealId))?.summary).toMatchObject({ revision: 2 });
  });

  it("[LIVE-01] also when a snapshot already stands for the newest revision", async () => {
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, cashDown);
    await stopHotDeals();
    stop = await startSummaries();
    expect((await readSummary(dealId))?.summary).toMatchObject({ revision: 2 });
  });

  it("[LIVE-11] one deal that cannot be read does not keep the store closed", async () => {
    const broken = await newDeal(database);
    const { dealId } = await newDeal(database);
    await database.prisma.dealSnapshot.create({ data: { dealId: broken.dealId, revision: 9, version: 1, state: {} } });
    forgetHotDeals();
    stop = await startSummaries();
    expect(await readSummary(broken.dealId)).toBeNull();
    expect(await readSummary(dealId)).not.toBeNull();
    await database.prisma.dealSnapshot.delete({ where: { dealId: broken.dealId } });
  });

  it("an older state written late never replaces a newer row", async () => {
    stop = await startSummaries();
    const { dealId, customer } = await newDeal(database);
    await tell(dealId, customer, cashDown);
    await written();
    await database.query(`update "Deal" set "summaryRevision" = 50 where "id" = $1`, [dealId]);
    await tell(dealId, customer, { type: "vehicle.confirmed" });
    await written();
    expect((await readSummary(dealId))?.summary.revision).toBe(2);
  });

  it("filters by the deal's own life", async () => {
    stop = await startSummaries();
    const { dealId } = await newDeal(database);
    await tell(dealId, staffCalled("Maya"), { type: "deal.lost", reason: "Moved away" });
    await written();
    const ids = async (lives: string[]) => (await readSummaries(lakesideId, { lives })).map((row) => row.dealId);
    expect(await ids(["lost"])).toContain(dealId);
    expect(await ids(["open"])).not.toContain(dealId);
    expect((await contextNow(dealId)).life.lostReason).toBe("Moved away");
    expect((await stateOf(dealId)).revision).toBe(2);
  });
});
