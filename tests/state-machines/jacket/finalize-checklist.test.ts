import { describe, expect, test } from "vitest";
import type { DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { viewOf } from "#machines/deal/view-of-deal";
import { finalizeChecklist, openItems } from "#machines/jacket/finalize-checklist";
import { cents } from "#machines/money/cents";
import { aDeal } from "#tests/support/a-deal";
import {
  asDescribed,
  deliveryEvents,
  depositEvents,
  fniEvents,
  frozen,
  identityEvents,
  settled,
  termsAgreed,
  told,
  tradeEvents,
} from "#tests/support/judged-deal";

const red = (state: DealState, today = "2026-11-28") =>
  openItems(finalizeChecklist(viewOf(state, "customer"), today)).map(({ code }) => code);
const ready = settled(aDeal());
const menu = fniEvents();
const skip = (stage: "trade" | "fni" | "deposit" | "delivery" | "finance" | "vehicle"): DealEvent => ({
  type: "stage.skipped",
  stage,
  reason: "notWanted",
});

/** A settled deal but for some events, in the order a settled deal takes them. */
const without = (...left: DealEvent[]) => {
  // Nobody checks a car whose offer is not accepted.
  const checked = left.includes(tradeEvents[4]!) ? [] : [asDescribed];
  const all = [
    ...identityEvents,
    ...tradeEvents,
    ...checked,
    ...menu,
    ...depositEvents,
    ...deliveryEvents,
    termsAgreed,
  ];
  return told(aDeal(), ...all.filter((event) => !left.includes(event)));
};

describe("[D11] the red lines before a freeze", () => {
  test("a settled deal has none, before and after it is frozen", () => {
    expect(red(ready)).toEqual([]);
    expect(red(told(ready, frozen))).toEqual([]);
  });

  test.each<[string, DealState, string[]]>([
    ["no address", without(identityEvents[1]!), ["buyerNamed"]],
    ["no name", without(identityEvents[0]!), ["buyerNamed"]],
    ["papers not checked", without(identityEvents[2]!), ["identityVerified"]],
    ["the offer not answered", without(tradeEvents[4]!), ["tradeSettled"]],
    ["the payoff not stated", without(tradeEvents[2]!), ["payoffGood"]],
    ["terms not agreed", without(termsAgreed), ["termsAgreed"]],
    ["a product not answered", without(menu[0]!), ["productsAnswered"]],
    ["no deposit", without(...depositEvents), ["depositSettled"]],
    ["no delivery time", without(deliveryEvents[1]!), ["deliverySettled"]],
    ["the vehicle left out", told(ready, skip("vehicle")), ["vehicleChosen"]],
    ["the terms left out", told(ready, skip("finance")), ["termsAgreed"]],
    [
      "figures that moved since the agreement",
      told(ready, { type: "vehicle.sellingPriceSet", sellingPrice: cents(3_680_000) }),
      ["termsAgreed", "nothingToRecheck"],
    ],
  ])("%s", (_why, state, expected) => {
    expect(red(state)).toEqual(expected);
  });

  test("what may be left out is no red line: trade, products, deposit, and delivery put off", () => {
    for (const stage of ["trade", "fni", "deposit", "delivery"] as const) {
      const left = told(ready, skip(stage));
      const again = red(left).includes("termsAgreed") ? told(left, termsAgreed) : left;
      expect(red(again), stage).toEqual([]);
    }
    expect(red(told(ready, { type: "stage.deferred", stage: "delivery", remindAt: null }))).toEqual([]);
    expect(red(told(ready, { type: "stage.deferred", stage: "deposit", remindAt: null }))).toEqual(["depositSettled"]);
  });

  test("[V6] a price and a payoff are good to the end of their day and not after it", () => {
    expect(red(ready, "2026-12-05")).toEqual([]);
    expect(red(ready, "2026-12-06")).toEqual(["priceGood"]);
    expect(red(ready, "2026-12-08")).toEqual(["priceGood"]);
    expect(red(ready, "2026-12-09")).toEqual(["priceGood", "payoffGood"]);
  });

  test("every red line says where it is cleared", () => {
    for (const { fix } of finalizeChecklist(viewOf(aDeal({ vehicle: null }), "customer"), "2026-11-28"))
      expect("stage" in fix || "action" in fix).toBe(true);
  });
});
