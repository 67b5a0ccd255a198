import { describe, expect, test } from "vitest";
import { cents, larger, minus, negate, noCents, plus, smaller, sum, times } from "#machines/money/cents";
import { Exact, roundToCents } from "#machines/money/exact-decimal";

describe("cents", () => {
  test.each([0.5, Number.NaN, Infinity, 2 ** 53])("%s is not whole cents", (amount) => {
    expect(() => cents(amount)).toThrow(RangeError);
  });
  test("there is no negative zero", () => {
    expect(Object.is(negate(noCents), 0)).toBe(true);
    expect(Object.is(cents(-0), 0)).toBe(true);
  });
  test("adds, subtracts and compares", () => {
    expect(plus(cents(1), cents(2), cents(3))).toBe(6);
    expect(sum([])).toBe(0);
    expect(minus(cents(10), cents(3), cents(4))).toBe(3);
    expect(times(cents(57_321), 60)).toBe(3_439_260);
    expect([larger(cents(1), cents(2)), smaller(cents(1), cents(2))]).toEqual([2, 1]);
  });
  test("a sum beyond the safe integers is refused, not approximated", () => {
    expect(() => plus(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError);
  });
});

describe("rounding", () => {
  test.each([
    ["0.5", 1],
    ["-0.5", -1],
    ["2.5", 3],
    ["2.4999999999999999999999999999999999999", 2],
    ["-0.4", 0],
  ])("%s cents is %i: half goes away from zero", (exact, whole) => {
    expect(roundToCents(new Exact(exact))).toBe(whole);
  });
});
