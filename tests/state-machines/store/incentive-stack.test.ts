import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { type Incentive, incentiveSchema } from "#machines/store/incentive-programme";
import { bestIncentives, combine, type IncentiveFacts } from "#machines/store/incentive-stack";

const facts: IncentiveFacts = {
  on: plainDate("2026-11-28"),
  region: "IL",
  trim: "XL",
  method: "finance",
  termMonths: 60,
  throughTheStore: true,
  claimed: ["military", "graduate", "makersRate"],
};

const programme = (code: string, amount: number, rest: Partial<Incentive> = {}): Incentive =>
  incentiveSchema.parse({ code, name: code, amount, eligibility: "everyone", ...rest });

const rate = programme("makersRate", 0, {
  lender: "Norden Credit",
  combinesWith: ["military"],
  rates: [{ termMonths: 60, contractRate: ppm(29_000) }],
});
const cash = programme("customerCash", 100_000);
const military = programme("military", 50_000, { eligibility: "military" });

const codesOf = (list: readonly Incentive[], change: Partial<IncentiveFacts> = {}) =>
  bestIncentives(list, { ...facts, ...change }).applied.map(({ code }) => code);

describe("[V7] the best legal stack of the maker's money", () => {
  test("is everything, where nothing forbids it", () => {
    expect(codesOf([cash, military])).toEqual(["customerCash", "military"]);
  });

  test.each<[string, Incentive, Partial<IncentiveFacts>, string]>([
    ["before its first day", programme("p", 1, { validFrom: plainDate("2026-11-29") }), {}, "notYet"],
    ["after its last day", programme("p", 1, { validThrough: plainDate("2026-11-27") }), {}, "ended"],
    ["in another state", programme("p", 1, { regions: ["WI", "IN"] }), {}, "region"],
    ["on another trim", programme("p", 1, { trims: ["Sport"] }), {}, "trim"],
    [
      "paid cash, where it is for financing",
      programme("p", 1, { methods: ["finance", "lease"] }),
      { method: "cash" },
      "method",
    ],
    ["financed, where it is for cash", programme("p", 1, { methods: ["cash"] }), {}, "method"],
    [
      "with the customer's own bank",
      programme("p", 1, { lender: "Norden Credit" }),
      { throughTheStore: false },
      "lender",
    ],
    ["a lender's, paid cash", programme("p", 1, { lender: "Norden Credit" }), { method: "cash" }, "lender"],
    ["not claimed", military, { claimed: [] }, "notClaimed"],
    ["a rate nobody took", rate, { claimed: [] }, "notClaimed"],
    ["a rate of another term", rate, { termMonths: 72 }, "term"],
    ["a rate on a lease", rate, { method: "lease" }, "method"],
  ])("leaves out a programme %s, and says why", (_, one, change, reason) => {
    const { applied, leftOut } = bestIncentives([cash, one], { ...facts, ...change });
    expect(applied.map(({ code }) => code)).toEqual(["customerCash"]);
    expect(leftOut).toEqual([{ incentive: one, reason, insteadOf: null }]);
  });

  test("pays on its first and its last day", () => {
    const one = programme("p", 1, { validFrom: facts.on, validThrough: facts.on });
    expect(codesOf([one])).toEqual(["p"]);
  });

  test("of programmes that do not go together is the dearer side: 1,000 alone, or 700 and 400", () => {
    const alone = programme("alone", 100_000, { combinesWith: [] });
    const pair = [programme("one", 50_000), programme("two", 40_000)];
    expect(codesOf([alone, ...pair])).toEqual(["alone"]);
    const dearer = [programme("one", 70_000), programme("two", 40_000)];
    const stack = bestIncentives([alone, ...dearer], facts);
    expect(stack.applied.map(({ code }) => code)).toEqual(["one", "two"]);
    expect(stack.leftOut).toEqual([{ incentive: alone, reason: "notTogether", insteadOf: dearer[0] }]);
  });

  test("on a tie is what the maker lists first", () => {
    const [one, two] = ["one", "two"].map((code) => programme(code, 50_000, { combinesWith: [] }));
    expect(codesOf([one!, two!])).toEqual(["one"]);
    expect(codesOf([two!, one!])).toEqual(["two"]);
  });

  test("keeps a rate that was taken, and gives up for it what does not go with it", () => {
    const stack = bestIncentives([cash, military, rate], facts);
    expect(stack.applied.map(({ code }) => code)).toEqual(["military", "makersRate"]);
    expect(stack.contractRate).toBe(29_000);
    expect(stack.leftOut).toEqual([{ incentive: cash, reason: "notTogether", insteadOf: rate }]);
    expect(bestIncentives([cash, military, rate], { ...facts, termMonths: 72 })).toMatchObject({
      applied: [cash, military],
      contractRate: null,
    });
  });

  test("is legal, complete and never worth less than any other legal one", () => {
    const codes = ["a", "b", "c", "d", "e"];
    const anyProgrammes = fc.tuple(
      ...codes.map((code) =>
        fc
          .record({
            amount: fc.integer({ min: 1, max: 9 }),
            combinesWith: fc.option(fc.subarray(codes), { nil: undefined }),
          })
          .map(({ amount, combinesWith }) => programme(code, amount, combinesWith && { combinesWith })),
      ),
    );
    const legal = (set: readonly Incentive[]) => set.every((one) => set.every((other) => combine(one, other)));
    const worth = (set: readonly Incentive[]) => set.reduce((total, { amount }) => total + amount, 0);
    fc.assert(
      fc.property(anyProgrammes, fc.subarray(codes), (programmes, others) => {
        const { applied, leftOut } = bestIncentives(programmes, facts);
        expect(legal(applied)).toBe(true);
        expect(applied.length + leftOut.length).toBe(programmes.length);
        expect(leftOut.every(({ incentive, insteadOf }) => insteadOf !== null && !combine(incentive, insteadOf))).toBe(
          true,
        );
        const other = programmes.filter(({ code }) => others.includes(code));
        if (legal(other)) expect(worth(applied)).toBeGreaterThanOrEqual(worth(other));
        expect(cents(worth(applied))).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
