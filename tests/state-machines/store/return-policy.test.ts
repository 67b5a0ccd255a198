import { describe, expect, it } from "vitest";
import * as fc from "#tests/support/seeded-fast-check";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import {
  californiaReturns,
  returnFees,
  returnVerdict,
  type ReturnFacts,
  type ReturnPolicy,
} from "#machines/store/return-policy";
import { returnPolicySchema } from "#machines/store/return-policy-schema";

const facts = (change: Partial<ReturnFacts> = {}): ReturnFacts => ({
  deliveredOn: plainDate("2026-11-28"),
  today: plainDate("2026-11-30"),
  milesDriven: 63,
  asDelivered: true,
  condition: "used",
  method: "finance",
  sellingPrice: cents(3_000_000),
  ...change,
});
const sevenDays: ReturnPolicy = {
  ...californiaReturns,
  code: "sevenDays",
  kind: "voluntary",
  name: "Seven days",
  days: 7,
  miles: 250,
  restocking: null,
  conditions: ["new", "certified", "used"],
  highestPrice: null,
};
const ruleOf = (policies: readonly ReturnPolicy[], change: Partial<ReturnFacts>) => {
  const verdict = returnVerdict(policies, facts(change));
  return verdict.ok ? "allowed" : verdict.rule;
};

describe("[Y11] the right to bring a car back", () => {
  it("takes 1.5 % for restocking between two limits, worked by hand", () => {
    const fee = (price: number) =>
      returnFees(californiaReturns, { sellingPrice: cents(price), milesDriven: 0 }).restockingFee;
    expect(fee(3_000_000)).toBe(45_000);
    expect(fee(1_000_000)).toBe(20_000);
    expect(fee(9_000_000)).toBe(60_000);
    // 1.5 % of $23,333.33 is $349.99995.
    expect(fee(2_333_333)).toBe(35_000);
  });

  it("charges each mile beyond the free ones", () => {
    const fees = (milesDriven: number) =>
      returnFees({ ...sevenDays, freeMiles: 50 }, { sellingPrice: cents(1), milesDriven }).mileageFee;
    expect([fees(0), fees(50), fees(51), fees(113)]).toEqual([0, 0, 100, 6_300]);
  });

  it("counts days in the store's calendar: the day of the keys is day zero, the last one is in", () => {
    expect(ruleOf([californiaReturns], { today: plainDate("2026-12-01") })).toBe("allowed");
    expect(ruleOf([californiaReturns], { today: plainDate("2026-12-02") })).toBe("windowOver");
  });

  it("names the rule it fails by", () => {
    expect(ruleOf([], {})).toBe("notCovered");
    expect(ruleOf([californiaReturns], { condition: "new" })).toBe("notCovered");
    expect(ruleOf([californiaReturns], { sellingPrice: cents(5_000_001) })).toBe("notCovered");
    expect(ruleOf([californiaReturns], { milesDriven: 400 })).toBe("allowed");
    expect(ruleOf([californiaReturns], { milesDriven: 401 })).toBe("tooManyMiles");
    expect(ruleOf([californiaReturns], { asDelivered: false })).toBe("notAsDelivered");
  });

  it("of several policies that allow it the cheapest for the customer counts", () => {
    const near = returnVerdict([californiaReturns, sevenDays], facts());
    expect(near).toMatchObject({ ok: true, policy: { code: "sevenDays" }, fees: 6_300 });
    const far = returnVerdict([californiaReturns, sevenDays], facts({ milesDriven: 300 }));
    expect(far).toMatchObject({ ok: true, policy: { code: "us-ca-3-day" } });
  });

  it("a policy is data that a store states", () => {
    expect(returnPolicySchema.safeParse(californiaReturns).success).toBe(true);
    expect(returnPolicySchema.safeParse({ ...californiaReturns, days: 0 }).success).toBe(false);
  });

  it("more miles and a dearer car never cost less, and every fee is whole cents", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(amount, fc.nat(400), fc.nat(400), (price, one, more) => {
        const fees = (milesDriven: number) =>
          returnFees(californiaReturns, { sellingPrice: cents(price), milesDriven });
        const [less, later] = [fees(one), fees(one + more)];
        expect(later.fees).toBeGreaterThanOrEqual(less.fees);
        expect(Number.isInteger(less.fees)).toBe(true);
        expect(less.fees).toBe(less.restockingFee + less.mileageFee);
      }),
    );
  });
});
