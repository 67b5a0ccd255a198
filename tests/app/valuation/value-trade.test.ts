import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import { vinCheckDigit } from "#app/merchandising/decode-vin";
import { comparableCars } from "#app/valuation/comparable-cars.server";
import { lookUpMake, lookUpVin } from "#app/valuation/known-cars.server";
import { plainDate } from "#machines/money/plain-date";
import { lakesideId } from "#prisma/seed/rooftop";
import { newDeal, openDealStore, refusalCode, send, staffCalled, stateOf, tell } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";

const db = await testDatabase();
beforeAll(() => openDealStore(db));

const described = (over: object = {}) => ({
  type: "trade.described" as const,
  year: 2019,
  make: "Corvane",
  model: "Tessa",
  trim: "",
  mileage: 58_240,
  vin: null,
  ...over,
});
const today = () => plainDate(storeDate(now(), "America/Chicago"));
const tradeOf = async (dealId: string) => contextOf(await stateOf(dealId)).trade;

describe("[T13] the estimate behind the port", () => {
  it("comes from the store's own stock and the market, with its count; the lines add up", async () => {
    const { dealId, customer } = await newDeal(db);
    await tell(dealId, customer, described(), { type: "trade.valuationRequested" });
    const { valuation, noValuation } = await tradeOf(dealId);
    expect(noValuation).toBeNull();
    expect(valuation?.comparables?.count).toBeGreaterThanOrEqual(8);
    expect(valuation?.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(valuation?.base);
    expect(valuation?.lines.map(({ code }) => code)).toEqual(expect.arrayContaining(["base", "resale"]));
  });

  it("says that it has no number where fewer than eight are known, and the store appraises by hand", async () => {
    const { dealId, customer } = await newDeal(db);
    await tell(dealId, customer, described({ make: "Ellery", model: "Wren EV", year: 2022 }), {
      type: "trade.valuationRequested",
    });
    const { valuation, noValuation } = await tradeOf(dealId);
    expect(valuation).toBeNull();
    expect(noValuation).toMatchObject({ needed: 8, source: "comparables" });
    expect(noValuation!.comparables).toBeLessThan(8);
    const offer = { type: "trade.offerProposed" as const, allowance: cents(2_000_000), reasons: [], note: "" };
    expect(refusalCode(await send(dealId, staffCalled("Ines"), offer))).toBe("appraisalMissing");
    await tell(dealId, staffCalled("Gus"), { type: "trade.acvAppraised", acv: cents(1_950_000), recon: cents(0) });
    await tell(dealId, staffCalled("Ines"), offer);
    expect((await tradeOf(dealId)).offer?.allowance).toBe(2_000_000);
  });

  it("a car nobody knows is no error", async () => {
    const { dealId, customer } = await newDeal(db);
    await tell(dealId, customer, described({ make: "Robert'); drop", model: "%" }), {
      type: "trade.valuationRequested",
    });
    expect((await tradeOf(dealId)).noValuation?.comparables).toBe(0);
  });

  it("body and driven wheels narrow the cars where they are known", async () => {
    const wish = { year: 2020, make: "Corvane", model: "Tessa", body: null, fuel: null, fourWheelDrive: null };
    const all = await comparableCars(lakesideId, wish, today());
    expect(all.length).toBeGreaterThan(8);
    expect(await comparableCars(lakesideId, { ...wish, body: "pickup" }, today())).toEqual([]);
    const [four, two] = await Promise.all(
      [true, false].map((fourWheelDrive) => comparableCars(lakesideId, { ...wish, fourWheelDrive }, today())),
    );
    expect(four!.length + two!.length).toBe(all.length);
    expect(await comparableCars("another-store", wish, today())).toEqual([]);
  });
});

describe("[T1] a car by its number", () => {
  it("from our own stock is known whole", async () => {
    const ours = await db.prisma.vehicle.findFirstOrThrow({ where: { condition: "used" } });
    const found = await lookUpVin(lakesideId, ` ${ours.vin.toLowerCase()} `);
    expect(found).toMatchObject({ status: "read", isOurs: true, year: ours.year, make: ours.make });
    expect(found.status === "read" && found.kinds).toEqual([
      expect.objectContaining({ model: ours.model, trim: ours.trim }),
    ]);
  });

  it("of one of the makers says maker, year and which kinds it can be; a model is never invented", async () => {
    // A Corvane SUV on gasoline of 2019; its check digit is right.
    const plain = "GCVUG1A00KR000123";
    const vin = `${plain.slice(0, 8)}${vinCheckDigit(plain)}${plain.slice(9)}`;
    const found = await lookUpVin(lakesideId, vin);
    expect(found).toMatchObject({ status: "read", make: "Corvane", isOurs: false });
    if (found.status !== "read") return;
    expect(found.kinds.length).toBeGreaterThan(0);
    expect(
      found.kinds.every(({ make, body, fuel }) => make === "Corvane" && body === "suv" && fuel === "gasoline"),
    ).toBe(true);
  });

  it.each([
    ["1234", "length"],
    ["GCVUG1A00KR00O123", "characters"],
    ["11111111111111111", "unknownMaker"],
  ])("%s is unreadable: %s", async (vin, reason) => {
    expect(await lookUpVin(lakesideId, vin)).toEqual({ status: "unreadable", vin, reason });
  });

  it("a make alone offers its kinds", async () => {
    expect((await lookUpMake(lakesideId, "halden")).some(({ model }) => model.startsWith("Pico"))).toBe(true);
    expect(await lookUpMake(lakesideId, "Nobody")).toEqual([]);
  });
});
