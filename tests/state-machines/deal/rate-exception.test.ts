import { describe, expect, test } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import { staffFigures } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { ppm } from "#machines/money/rate";
import { audiences } from "#machines/store/actor";
import { aDeal, fniManager } from "#tests/support/a-deal";
import { refusalOf, told } from "#tests/support/judged-deal";

const lower = { type: "finance.contractRateSet", contractRate: ppm(50_000) } as const;
const reasoned = { ...lower, reason: "competingOffer" } as const;

describe("[F7] a rate that is not the table's own", () => {
  test("needs its reason, below the table and above it; the table's own rate needs none", () => {
    expect(refusalOf(aDeal(), lower, { by: fniManager })).toMatchObject({ code: "rateReasonMissing", field: "reason" });
    expect(refusalOf(aDeal(), { ...lower, contractRate: ppm(64_900) })?.code).toBe("rateReasonMissing");
    expect(refusalOf(aDeal(), reasoned)).toBeNull();
    expect(refusalOf(aDeal(), { ...lower, contractRate: null })).toBeNull();
  });

  test("is kept with the rate it was said of, and a rate beyond the lender's bounds is not saved by a reason", () => {
    const deal = told(aDeal(), reasoned);
    expect(contextOf(deal).finance.rateException).toEqual({ contractRate: 50_000, reason: "competingOffer" });
    const again = told(deal, { type: "finance.contractRateSet", contractRate: null });
    expect(contextOf(again).finance.rateException).toBeNull();
    expect(refusalOf(aDeal(), { ...reasoned, contractRate: ppm(44_899) })?.code).toBe("rateOutsideCap");
  });

  test("[L2] is for managers and finance to read", () => {
    const deal = told(aDeal(), reasoned);
    const readers = audiences.filter((audience) => staffFigures(viewOf(deal, audience)).rateException !== null);
    expect(readers).toEqual(["desk", "finance"]);
  });
});
