import { describe, expect, it } from "vitest";
import { compareCohorts, LEAST_COHORT, median } from "#app/measure/cohort-figures";
import { plainDate } from "#machines/money/plain-date";
import { cents } from "#machines/money/cents";
import { ageBucket, pricePosition, suggestPrice } from "#app/pricing/price-position";

const group = (n: number, from: number) => Array.from({ length: n }, (_, index) => from + (index % 7));

describe("[M13] cohorts", () => {
  it("below twenty in either group nothing is claimed", () => {
    const { medians, interval, n } = compareCohorts(group(LEAST_COHORT - 1, 2), group(80, 5));
    expect({ medians, interval, n }).toEqual({ medians: null, interval: null, n: [19, 80] });
  });

  it("from twenty on: medians, and an interval that holds the difference and is the same each time", () => {
    const first = compareCohorts(group(40, 2), group(40, 5));
    expect(first).toEqual(compareCohorts(group(40, 2), group(40, 5)));
    expect(first.medians).toEqual([5, 8]);
    expect(first.interval?.[0]).toBeLessThanOrEqual(-3);
    expect(first.interval?.[1]).toBeGreaterThanOrEqual(-3);
  });

  it("the median of an even count lies between the two in the middle", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe("[M10] a price among its like", () => {
  const today = plainDate("2026-11-22");
  const comparables = Array.from({ length: 12 }, (_, index) => ({
    year: 2021,
    mileage: 40_000,
    price: cents(20_000_00 + index * 100_00),
    sold: index < 3,
    seenOn: plainDate("2026-11-10"),
  }));

  it("says nothing of fewer than eight cars", () => {
    expect(
      pricePosition({ year: 2021, mileage: 40_000, price: cents(20_000_00) }, comparables.slice(0, 7), today),
    ).toBeNull();
  });

  it("has n, spread, dates, rank and days of supply", () => {
    expect(pricePosition({ year: 2021, mileage: 40_000, price: cents(22_000_00) }, comparables, today)).toMatchObject({
      n: 12,
      middle: 20_500_00,
      priceToMarket: 107,
      rank: 13,
      daysSupply: 135,
      from: "2026-11-10",
    });
  });

  it("[M11] suggests a range with reasons below an aged or dear price, and never a rise of an aged one", () => {
    const position = pricePosition({ year: 2021, mileage: 40_000, price: cents(22_000_00) }, comparables, today);
    const suggestion = suggestPrice(cents(22_000_00), 50, position, 0.4);
    expect(suggestion?.reasons).toEqual(["aged", "aboveMarket", "fewViews"]);
    expect(suggestion?.high).toBeLessThan(22_000_00);
    expect(suggestion?.low).toBeLessThanOrEqual(suggestion?.high ?? 0);
    expect([0, 16, 45, 60, 61].map(ageBucket)).toEqual(["0-15", "16-30", "31-45", "46-60", "60+"]);
  });
});
