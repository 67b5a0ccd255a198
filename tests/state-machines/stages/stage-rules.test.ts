import { describe, expect, test } from "vitest";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { deliveryFee, deliveryIsComplete, homeDeliveryFee } from "#machines/stages/delivery";
import { type EligibilityFacts, fniIsComplete, ineligibility } from "#machines/stages/fni";
import { conditionIsAnswered, conditionQuestions, effectiveAllowance, tradeIsComplete } from "#machines/stages/trade";
import { aProduct, aStorePolicy, aVehicle } from "#tests/support/a-deal";

describe("[T5] what a trade credits today", () => {
  const offer = (answer: "open" | "accepted" | "declined" | "countered", adjusts: object | null = null) => ({
    allowance: cents(1_450_000),
    answer,
    adjusts,
  });
  const valuation = { base: cents(1_400_000) };
  const own = { value: cents(1_600_000), owed: cents(900_000) };
  const credited = (slice: Partial<Parameters<typeof effectiveAllowance>[0]>) =>
    effectiveAllowance({ offer: null, valuation: null, ownEstimate: null, ...slice });

  test("an accepted offer, else the estimate, else the customer's own guess, else nothing", () => {
    expect(credited({ offer: offer("accepted"), valuation })).toEqual({ allowance: 1_450_000, basis: "offer" });
    expect(credited({ valuation, ownEstimate: own })).toEqual({ allowance: 1_400_000, basis: "estimate" });
    expect(credited({ ownEstimate: own })).toEqual({ allowance: 1_600_000, basis: "ownEstimate" });
    for (const answer of ["open", "countered"] as const) {
      expect(credited({ offer: offer(answer), valuation })?.basis).toBe("estimate");
      expect(credited({ offer: offer(answer) })).toBeNull();
    }
  });

  test("a declined offer takes the trade out of the numbers", () => {
    expect(credited({ offer: offer("declined"), valuation, ownEstimate: own })).toBeNull();
  });

  test("an adjusted offer counts at once: the accepted one it replaces is void", () => {
    for (const answer of ["open", "countered"] as const)
      expect(credited({ offer: offer(answer, {}), valuation })).toEqual({ allowance: 1_450_000, basis: "adjusted" });
    expect(credited({ offer: offer("declined", {}), valuation })).toBeNull();
  });

  test("a trade is complete with a description, its ownership and an accepted offer", () => {
    const trade = { description: {}, ownership: "owned", offer: offer("accepted") } as const;
    expect(tradeIsComplete(trade)).toBe(true);
    expect(tradeIsComplete({ ...trade, description: null })).toBe(false);
    expect(tradeIsComplete({ ...trade, ownership: null })).toBe(false);
    expect(tradeIsComplete({ ...trade, offer: offer("open") })).toBe(false);
  });

  test("the condition is answered when every question is", () => {
    const all = Object.fromEntries(
      Object.entries(conditionQuestions).map(([question, answers]) => [question, answers[0]]),
    );
    expect(conditionIsAnswered(all)).toBe(true);
    const { keys: _, ...most } = all;
    expect(conditionIsAnswered(most)).toBe(false);
  });
});

describe("[M2] who may buy a product", () => {
  const facts: EligibilityFacts = { vehicle: aVehicle(), method: "finance", contractYear: 2026, loanToValue: 900_000 };
  const judge = (eligibility: Parameters<typeof aProduct>[0], with_: Partial<EligibilityFacts> = {}) =>
    ineligibility(aProduct(eligibility), { ...facts, ...with_ });

  test("every rule speaks with its own code, and passes at its very limit", () => {
    expect(judge({})).toBeNull();
    expect(judge({ eligibility: { methods: ["lease"] } })).toEqual({ code: "wrongMethod", method: "finance" });
    expect(judge({ eligibility: { conditions: ["used"] } })).toEqual({ code: "wrongCondition" });
    expect(judge({ eligibility: { maxMileage: 11 } })).toEqual({ code: "tooManyMiles", limit: 11 });
    expect(judge({ eligibility: { maxMileage: 12 } })).toBeNull();
    expect(judge({ eligibility: { maxAgeYears: 3 } }, { contractYear: 2030 })).toEqual({
      code: "tooOld",
      limitYears: 3,
    });
    expect(judge({ eligibility: { maxAgeYears: 4 } }, { contractYear: 2030 })).toBeNull();
    expect(judge({ eligibility: { notFuels: ["hybrid"] } })).toEqual({ code: "noBenefitForFuel", fuel: "hybrid" });
    const gap = { eligibility: { minLoanToValue: ppm(900_001) } };
    expect(judge(gap)).toEqual({ code: "loanToValueLow", limitPpm: 900_001 });
    expect(judge({ eligibility: { minLoanToValue: ppm(900_000) } })).toBeNull();
  });

  test("[M3] complete with each product that may be bought accepted or declined; later is no answer", () => {
    const menu = [aProduct(), aProduct({ code: "wear", eligibility: { methods: ["lease"] } })];
    const answered = (answer: "accepted" | "declined" | "deferred") => ({
      answers: { vscPlus: { answer, optionCode: "y6m75" } },
    });
    expect(fniIsComplete({ answers: {} }, menu, facts)).toBe(false);
    expect(fniIsComplete(answered("declined"), menu, facts)).toBe(true);
    expect(fniIsComplete(answered("accepted"), menu, facts)).toBe(true);
    expect(fniIsComplete(answered("deferred"), menu, facts)).toBe(false);
    expect(fniIsComplete(answered("accepted"), menu, { ...facts, method: "lease" })).toBe(false);
  });
});

describe("[Y2] the home delivery fee", () => {
  const { distanceBands } = aStorePolicy().delivery;

  test("is that of the first band that reaches, to its last mile", () => {
    expect([0, 15, 16, 40].map((miles) => homeDeliveryFee(distanceBands, miles))).toEqual([0, 0, 14_900, 14_900]);
    expect(homeDeliveryFee(distanceBands, 41)).toBeNull();
  });

  test("is nothing for pick-up or while the address is not known", () => {
    expect(deliveryFee(distanceBands, { method: "pickup", distanceMiles: 30 })).toBe(0);
    expect(deliveryFee(distanceBands, { method: "home", distanceMiles: null })).toBe(0);
    expect(deliveryFee(distanceBands, { method: "home", distanceMiles: 30 })).toBe(14_900);
  });

  test("[Y1] delivery is complete with a time, and at home with an address", () => {
    const slot = { bookingId: "s", startsAt: "", endsAt: "" };
    const address = { street: "", city: "", region: "", postcode: "" };
    expect(deliveryIsComplete({ slot, method: "pickup", address: null })).toBe(true);
    expect(deliveryIsComplete({ slot, method: "home", address: null })).toBe(false);
    expect(deliveryIsComplete({ slot, method: "home", address })).toBe(true);
    expect(deliveryIsComplete({ slot: null, method: "pickup", address })).toBe(false);
  });
});
