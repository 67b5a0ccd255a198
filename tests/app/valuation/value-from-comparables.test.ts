import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "#machines/money/cents";
import { addDays, plainDate } from "#machines/money/plain-date";
import type { DamageMark } from "#machines/stages/trade-damage";
import { conditionLines } from "#app/valuation/condition-lines";
import { priceSlopes, usualSlopes } from "#app/valuation/price-slopes";
import { type Comparable, NEEDED_COMPARABLES, valueFromComparables } from "#app/valuation/value-from-comparables";
import { weightedQuantile } from "#app/valuation/weighted-quantile";

const today = plainDate("2026-11-28");
const car = { year: 2019, mileage: 60_000, condition: {}, damage: [] };

const alike = (count: number, over: Partial<Comparable> = {}): Comparable[] =>
  Array.from({ length: count }, () => ({
    year: 2019,
    mileage: 60_000,
    price: cents(1_500_000),
    sold: true,
    seenOn: plainDate("2026-11-01"),
    ...over,
  }));

function valued(comparables: Comparable[], over: Partial<Parameters<typeof valueFromComparables>[0]> = {}) {
  const value = valueFromComparables({ ...car, ...over }, comparables, today);
  if (value.type !== "trade.valued") throw new Error("there are enough of them");
  return value;
}

const mark = (kind: DamageMark["kind"], size: DamageMark["size"]): DamageMark => ({
  markId: "m",
  place: "hood",
  kind,
  size,
  photoId: null,
});

describe("[T13] no number below eight comparables", () => {
  it("seven are not enough, and no rule of thumb stands in for them", () => {
    expect(valueFromComparables(car, alike(NEEDED_COMPARABLES - 1), today)).toEqual({
      type: "trade.notValued",
      comparables: 7,
      needed: 8,
      source: "comparables",
      asOf: today,
    });
    expect(valueFromComparables(car, [], today)).toMatchObject({ type: "trade.notValued", comparables: 0 });
    expect(valueFromComparables(car, alike(NEEDED_COMPARABLES), today).type).toBe("trade.valued");
  });

  it("what is too old a model, too long ago, from tomorrow or free does not count", () => {
    const seven = alike(7);
    const strangers = [
      ...alike(1, { year: 2016 }),
      ...alike(1, { year: 2022 }),
      ...alike(1, { seenOn: addDays(today, -181) }),
      ...alike(1, { seenOn: addDays(today, 1) }),
      ...alike(1, { price: cents(0) }),
    ];
    expect(valueFromComparables(car, [...seven, ...strangers], today)).toMatchObject({ comparables: 7 });
    expect(valueFromComparables(car, [...seven, ...alike(1, { seenOn: addDays(today, -180) })], today).type).toBe(
      "trade.valued",
    );
  });
});

describe("worked by hand", () => {
  it("ten alike at 15,000: less 9 % to prepare and sell again, a range a step either side", () => {
    const { low, base, high, lines } = valued(alike(10));
    expect(lines).toEqual([
      { code: "base", amount: 1_500_000 },
      { code: "resale", amount: -135_000 },
    ]);
    expect([low, base, high]).toEqual([1_360_000, 1_365_000, 1_370_000]);
  });

  it("asking prices come down by 3 % until they are sales: 15,000 asked is 14,550", () => {
    const { base, lines } = valued(alike(10, { sold: false }));
    // 9 % of 14,550 is 1,309.50, to the next 50: 1,300.
    expect(lines).toEqual([
      { code: "base", amount: 1_455_000 },
      { code: "resale", amount: -130_000 },
    ]);
    expect(base).toBe(1_325_000);
  });

  it("ten of a year newer, all alike, tell nothing of years: the usual 8 % brings 16,200 to 15,000", () => {
    expect(valued(alike(10, { year: 2020, price: cents(1_620_000) })).lines[0]).toEqual({
      code: "base",
      amount: 1_500_000,
    });
  });

  it("ten with 50,000 miles more: the usual 35 % on 100,000 makes 12,100 of them 15,000 of this one", () => {
    // 12,100 ÷ 0.65 ^ 0.5 = 15,008; the line of the cars as driven stays at what they bring.
    const { lines } = valued(alike(10, { mileage: 110_000, price: cents(1_210_000) }));
    expect(lines.slice(0, 2)).toEqual([
      { code: "base", amount: 1_210_000 },
      { code: "mileage", amount: 290_000 },
    ]);
  });

  it("a condition is a line of its own: worn tires, one key, all records", () => {
    const condition = { tires: "worn", keys: "one", serviceRecords: "full", body: "clean" } as const;
    const { base, lines } = valued(alike(10), { condition });
    expect(lines.slice(2)).toEqual([
      { code: "tires", amount: -40_000 },
      { code: "keys", amount: -20_000 },
      { code: "serviceRecords", amount: 45_000 },
    ]);
    expect(base).toBe(1_350_000);
  });

  it("marks stand in the place of the one answer about the body: nothing is counted twice", () => {
    expect(conditionLines({ body: "dents" }, [])).toEqual([{ code: "body", amount: -90_000 }]);
    expect(conditionLines({ body: "dents" }, [mark("dent", "hand"), mark("scratch", "coin")])).toEqual([
      { code: "damage", amount: -35_000 },
    ]);
  });

  it("a car worth less than its parts is worth its parts, and says so in a line", () => {
    const wreck = { warningLights: "some", accidents: "unrepaired", interior: "smokedIn", repairs: "needed" } as const;
    const { base, low, lines } = valued(alike(10, { price: cents(400_000) }), { condition: wreck });
    // 4,000 − 900 − 900 − 2,600 − 800 − 700 = −1,900; the floor is 500.
    expect(lines.at(-1)).toEqual({ code: "floor", amount: 240_000 });
    expect([low, base]).toEqual([45_000, 50_000]);
  });
});

describe("what it says of itself", () => {
  it("how many, how many of them sold, how far apart and when; until when and for which miles it holds", () => {
    const list = [
      ...alike(5, { seenOn: plainDate("2026-08-02") }),
      ...alike(3, { sold: false, seenOn: plainDate("2026-11-20") }),
    ];
    expect(valued(list)).toMatchObject({
      source: "comparables",
      asOf: "2026-11-28",
      goodThrough: "2026-12-12",
      mileageBand: { from: 60_000, to: 64_999 },
      comparables: { count: 8, sold: 5, firstSeen: "2026-08-02", lastSeen: "2026-11-20" },
    });
    const spread = [...alike(4, { price: cents(1_200_000) }), ...alike(4), ...alike(4, { price: cents(1_800_000) })];
    expect(valued(spread).comparables?.spreadPercent).toBe(20);
  });

  it("property: lines add up to the base to the cent, the range holds it, all in steps of $50", () => {
    const aComparable = fc.record({
      year: fc.integer({ min: 2017, max: 2021 }),
      mileage: fc.integer({ min: 0, max: 250_000 }),
      price: fc.integer({ min: 60_000, max: 9_000_000 }).map(cents),
      sold: fc.boolean(),
      seenOn: fc.integer({ min: 0, max: 180 }).map((days) => addDays(today, -days)),
    });
    const cars = fc.array(aComparable, { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(cars, fc.integer({ min: 0, max: 400_000 }), (comparables, mileage) => {
        const { low, base, high, lines } = valued(comparables, { mileage, condition: { tires: "worn" } });
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(base);
        expect(low).toBeLessThan(base);
        expect(base).toBeLessThan(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect([low, base, high].every((amount) => amount % 5_000 === 0)).toBe(true);
      }),
    );
  });

  it("property: more miles on the same car never make it worth more", () => {
    const list = [...alike(6), ...alike(6, { mileage: 95_000, price: cents(1_290_000) })];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 100_000 }), (miles, more) => {
        expect(valued(list, { mileage: miles + more }).base).toBeLessThanOrEqual(valued(list, { mileage: miles }).base);
      }),
      // Twelve miles more once made a car worth $50 more.
      { examples: [[55_720, 12]] },
    );
  });
});

describe("slopes", () => {
  const points = (count: number, perYear: number) =>
    Array.from({ length: count }, (_, at) => {
      const years = (at % 5) - 2;
      return { years, miles: 0, logPrice: Math.log(15_000) + perYear * years, weight: 1 };
    });

  it("a handful moves the usual ones a little, a hundred say what the model itself does", () => {
    const own = Math.log(1.14);
    const few = priceSlopes(points(10, own)).perYear;
    const many = priceSlopes(points(400, own)).perYear;
    expect(few).toBeGreaterThan(usualSlopes.perYear);
    expect(few).toBeLessThan(many);
    expect(many).toBeGreaterThan(own - 0.005);
  });

  it("no car gains with age, whatever a wrong row says", () => {
    expect(priceSlopes(points(400, -0.4)).perYear).toBeCloseTo(Math.log(1.01), 10);
  });

  it("a quantile is one of the values, by weight", () => {
    const values = [
      { value: 3, weight: 1 },
      { value: 1, weight: 1 },
      { value: 2, weight: 6 },
    ];
    expect([0, 0.1, 0.5, 0.9, 1].map((share) => weightedQuantile(values, share))).toEqual([1, 1, 2, 3, 3]);
  });
});
