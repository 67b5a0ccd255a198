import { beforeAll, describe, expect, it } from "vitest";
import { startDeal } from "#app/deals/start-deal.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { contextNow, journalOf, newDeal, openDealStore, stateOf } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const customer = { kind: "customer", shopperId: "shopper-start", firstName: null } as const;
const begin = (stockNumber: string | null) =>
  startDeal({ rooftopId: lakesideId, stockNumber, actor: customer, startedFrom: "vehiclePage" });

describe("a deal begins", () => {
  it("with its first journal row, its number, the store's policy and the shopper's access, all or nothing", async () => {
    const { dealId, shopperId } = await newDeal(database);
    const [first, ...rest] = await journalOf(dealId);
    expect(first).toMatchObject({ revision: 1, event: { type: "deal.started", dealId, dealNumber: "LM-1001" } });
    expect(rest).toEqual([]);
    expect(await database.prisma.dealAccess.count({ where: { dealId, shopperId } })).toBe(1);
    expect((await stateOf(dealId)).revision).toBe(1);
  });

  it("thirty at once: every number once, without a gap", async () => {
    const known = await database.prisma.deal.count();
    const vehicle = await database.prisma.vehicle.findFirstOrThrow({ where: { status: "live" } });
    const started = await Promise.all(Array.from({ length: 30 }, () => begin(vehicle.stockNumber)));
    expect(started.every((answer) => "dealId" in answer)).toBe(true);
    const numbers = (await database.prisma.deal.findMany({ select: { number: true } })).map(({ number }) => number);
    const expected = Array.from({ length: known + 30 }, (_, index) => `LM-${1_001 + index}`);
    expect(numbers.toSorted()).toEqual(expected.toSorted());
  });

  it("a number is never given twice, even after a deal was disposed of", async () => {
    const { dealId } = await newDeal(database);
    const highest = Number((await contextNow(dealId)).identity.dealNumber.slice(3));
    const oldest = await database.prisma.deal.findFirstOrThrow({ orderBy: { number: "asc" } });
    await database.prisma.deal.delete({ where: { id: oldest.id } });
    const next = await newDeal(database);
    expect((await contextNow(next.dealId)).identity.dealNumber).toBe(`LM-${highest + 1}`);
  });

  it("is refused for a car that is not for sale here, and leaves nothing behind", async () => {
    const before = await database.prisma.deal.count();
    expect(await begin("NONE")).toMatchObject({ refusal: { code: "vehicleUnavailable" } });
    expect(
      await startDeal({ rooftopId: "elsewhere", stockNumber: null, actor: customer, startedFrom: "walkIn" }),
    ).toMatchObject({
      refusal: { code: "vehicleUnavailable" },
    });
    expect(await database.prisma.deal.count()).toBe(before);
  });

  it("a walk-in may begin without a car", async () => {
    const started = await begin(null);
    if (!("dealId" in started)) throw new Error("it did not begin");
    expect((await contextNow(started.dealId)).vehicle.vehicle).toBeNull();
  });
});
