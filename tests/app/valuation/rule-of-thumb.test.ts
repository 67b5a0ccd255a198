import { describe, expect, it } from "vitest";
import type { ConditionAnswers, TradeDescription } from "#machines/stages/trade";
import { plainDate } from "#machines/money/plain-date";
import { ruleOfThumb } from "#app/valuation/rule-of-thumb";

const today = plainDate("2026-11-22");
const tessa: TradeDescription = { year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null };
const estimate = (description: Partial<TradeDescription> = {}, condition: ConditionAnswers = {}) =>
  ruleOfThumb({ description: { ...tessa, ...description }, condition }, today);

describe("worked by hand", () => {
  it("a seven-year-old mainstream car below the usual miles", () => {
    // 34,000 × 82 % = 27,880; × 88 % six times, each rounded to the cent:
    //   24,534.40  21,590.27  18,999.44  16,719.51  14,713.17  12,947.59
    // usual miles 7 × 12,000 = 84,000; under them by 25,760 × 8 ¢ = +2,060.80
    // 15,008.39 → nearest 50: 15,000; ± 6 % = 900
    const { low, base, high, lines } = estimate();
    expect([low, base, high]).toEqual([1_410_000, 1_500_000, 1_590_000]);
    expect(lines).toEqual([
      // The 8.39 that rounding took stands on the age line.
      { code: "age", amount: 1_293_920 },
      { code: "mileage", amount: 206_080 },
    ]);
  });

  it("the same car with worn tires, one key and full records: −400 −200 +450", () => {
    // 15,008.39 − 150 = 14,858.39 → 14,850; 6 % = 891 → 900
    const { low, base, high, lines } = estimate(
      {},
      { tires: "worn", keys: "one", serviceRecords: "full", body: "clean" },
    );
    expect([low, base, high]).toEqual([1_395_000, 1_485_000, 1_575_000]);
    expect(lines.slice(2)).toEqual([
      { code: "tires", amount: -40_000 },
      { code: "keys", amount: -20_000 },
      { code: "serviceRecords", amount: 45_000 },
    ]);
  });

  it("a premium make of last year, far over the usual miles", () => {
    // 54,000 × 82 % = 44,280; over 12,000 by 30,000 × 8 ¢ = −2,400 → 41,880 → 41,900; 6 % = 2,514 → 2,500
    const { low, base, high } = estimate({ year: 2025, make: "Volvo", mileage: 42_000 });
    expect([low, base, high]).toEqual([3_940_000, 4_190_000, 4_440_000]);
  });

  it("from eight years on a mile counts half", () => {
    // 12,947.59 × 88 % = 11,393.88; 96,000 usual, 1,000 under × 4 ¢ = +40 → 11,433.88 → 11,450; 6 % = 687 → 700
    const { low, base, high } = estimate({ year: 2018, mileage: 95_000 });
    expect([low, base, high]).toEqual([1_075_000, 1_145_000, 1_215_000]);
  });
});

describe("limits", () => {
  it("mileage explains at most half of what the car is worth by age", () => {
    const { lines } = estimate({ mileage: 900_000 });
    expect(lines.find(({ code }) => code === "mileage")?.amount).toBe(-647_380);
  });

  it("a running car is worth its parts: never below $500, never a negative low", () => {
    const wreck: ConditionAnswers = {
      warningLights: "some",
      accidents: "unrepaired",
      tires: "worn",
      body: "dents",
      interior: "smokedIn",
    };
    const { low, base, high } = estimate({ year: 1990, mileage: 400_000 }, wreck);
    expect([low, base, high]).toEqual([45_000, 50_000, 55_000]);
  });

  it("next year's model counts as new", () => {
    const { base } = estimate({ year: 2027, mileage: 0 });
    expect(base).toBe(3_450_000);
  });

  it("every estimate names its source, its day and how long it holds; its lines add up to the cent", () => {
    for (let year = 1960; year <= 2027; year++) {
      const { low, base, high, lines, source, asOf, goodThrough } = estimate({ year, mileage: year * 37 });
      expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(base);
      expect(0 <= low && low < base && base < high && base % 5_000 === 0).toBe(true);
      expect([source, asOf, goodThrough]).toEqual(["Age and mileage rule of thumb, 2026-11", today, "2026-12-06"]);
    }
  });
});
