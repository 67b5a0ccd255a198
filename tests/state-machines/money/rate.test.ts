import { expect, test } from "vitest";
import { percentOf, ppm, ppmFromFactor, ppmFromPercent, rateOf, rateOfPercent } from "#machines/money/rate";

test("a percentage is parts per million and back", () => {
  expect(ppmFromPercent("5.49")).toBe(54_900);
  expect(ppmFromPercent("9.975")).toBe(99_750);
  expect(percentOf(ppm(54_900))).toBe("5.49");
  expect(percentOf(ppm(99_750))).toBe("9.975");
  expect(percentOf(ppm(50_000))).toBe("5.00");
});

test("a money factor is parts per million", () => {
  expect(ppmFromFactor("0.00125")).toBe(1250);
});

test("the factor is exact", () => {
  expect(rateOf(ppm(54_900)).toString()).toBe("0.0549");
  expect(rateOfPercent("6.123456789").toString()).toBe("0.06123456789");
});

test("a rate finer than a millionth is not rounded in silence", () => {
  expect(() => ppmFromPercent("5.49001")).toThrow(RangeError);
  expect(() => ppm(0.5)).toThrow(RangeError);
});
