import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysBetween, isPlainDate, monthlyDayNumbers, plainDate } from "#machines/money/plain-date";

const anyDate = fc
  .record({ year: fc.integer({ min: 1950, max: 2150 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc
      .integer({ min: 1, max: new Date(Date.UTC(year, month, 0)).getUTCDate() })
      .map((day) => plainDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`)),
  );

describe("plain dates", () => {
  test.each(["2026-02-30", "2026-13-01", "2026-00-10", "2025-02-29", "26-01-01", "2026-1-1", "0026-01-01", "", "x"])(
    "%j is no date",
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  test("due dates clamp to the month and count from the original day", () => {
    const signed = plainDate("2026-01-31");
    expect([1, 2, 3, 13, 25].map((months) => addMonths(signed, months))).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2027-02-28",
      "2028-02-29",
    ]);
    expect(addMonths(plainDate("2026-03-31"), -1)).toBe("2026-02-28");
    expect(addMonths(plainDate("2026-01-15"), -1)).toBe("2025-12-15");
  });

  test("2100 is no leap year and 2000 was one", () => {
    expect(daysBetween(plainDate("2100-02-28"), plainDate("2100-03-01"))).toBe(1);
    expect(daysBetween(plainDate("2000-02-28"), plainDate("2000-03-01"))).toBe(2);
  });

  test("agrees with the proleptic calendar day by day", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -17_000, max: 17_000 }), (date, days) => {
        const other = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(other);
        expect(daysBetween(date, plainDate(other))).toBe(days === 0 ? 0 : days);
      }),
      { numRuns: 200 },
    );
  });

  test("monthly day numbers are as far apart as the due dates", () => {
    fc.assert(
      fc.property(anyDate, (first) => {
        const numbers = monthlyDayNumbers(first, 30);
        const apart = numbers.map((number) => number - (numbers[0] ?? 0));
        expect(apart).toEqual(apart.map((_, step) => daysBetween(first, addMonths(first, step))));
      }),
      { numRuns: 50 },
    );
  });
});
