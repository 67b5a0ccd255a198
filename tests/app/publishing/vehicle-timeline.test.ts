import { beforeAll, describe, expect, it } from "vitest";
import { adoptStock } from "#app/intake/adopt-stock.server";
import { readRecord } from "#app/intake/stock-record.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { moveVehicle } from "#app/publishing/move-vehicle.server";
import { vehicleTimeline } from "#app/publishing/vehicle-timeline.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { contextNow, openDealStore, staffCalled, tell } from "#tests/support/deal-store";
import { takenOverItems } from "#tests/support/open-before-keys";
import { readyDeal } from "#tests/support/ready-deal";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(async () => {
  await openDealStore(database);
  await adoptStock();
});

describe("[V1] the life of a stock unit", () => {
  it("has every step of work and of deals, in order, each with its time and its actor", async () => {
    const deal = await readyDeal(database);
    const [walt, ines] = [staffCalled("Walt"), staffCalled("Ines")];
    await tell(deal.dealId, walt, { type: "deal.freezeRequested" }, { type: "deal.contracted" });
    await runDueJobs();
    await tell(deal.dealId, ines, await takenOverItems(deal.dealId), { type: "deal.delivered" });
    await runDueJobs();
    const { stockNumber } = (await contextNow(deal.dealId)).vehicle.vehicle!;
    const timeline = await vehicleTimeline(lakesideId, stockNumber);
    const { steps } = timeline!;
    const last = steps.slice(-3).map(({ from, to, by, reason }) => ({ from, to, by, reason }));
    expect(last).toEqual([
      { from: "live", to: "depositHeld", by: "system", reason: "deposit" },
      { from: "depositHeld", to: "sold", by: { name: "Walt Emberly" }, reason: "contract" },
      { from: "sold", to: "delivered", by: { name: `Ines ${ines.lastName}` }, reason: "deal" },
    ]);
    expect(steps[0]).toMatchObject({ from: null, to: "live" });
    const times = steps.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.every(Number.isFinite)).toBe(true);
    expect(steps.at(-1)!.deal).toMatchObject({ dealId: deal.dealId });
    expect(timeline!.state).toBe("delivered");
    expect((await readRecord(lakesideId, stockNumber))?.state).toBe("delivered");
    const listings = await database.prisma.channelListing.findMany({ where: { stockNumber } });
    expect(listings.length).toBeGreaterThan(0);
    expect(listings.filter(({ state }) => state === "live")).toEqual([]);
  });

  it("names who moved it before it was live, why, and is its own store's alone", async () => {
    const car = await database.prisma.vehicle.findFirstOrThrow({
      where: { rooftopId: lakesideId, status: "live", condition: "used" },
      orderBy: { stockNumber: "desc" },
    });
    const bea = { staffId: "staff-bea-tanager", name: "Bea Tanager" };
    const { stockNumber } = car;
    expect(await moveVehicle(lakesideId, stockNumber, "inReview", bea, "Two photos are blurred")).toBeNull();
    expect((await vehicleTimeline(lakesideId, stockNumber))!.steps.at(-1)).toMatchObject({
      from: "live",
      to: "inReview",
      by: { name: "Bea Tanager" },
      note: "Two photos are blurred",
      deal: null,
    });
    expect(await vehicleTimeline("harbour", stockNumber)).toBeNull();
    expect(await vehicleTimeline(lakesideId, "nothing")).toBeNull();
  });
});
