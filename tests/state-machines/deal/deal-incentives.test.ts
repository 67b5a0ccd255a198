import { describe, expect, test } from "vitest";
import { incentivesOf } from "#machines/deal/deal-incentives";
import { contractRateFor, dealGrid, dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import type { DealState } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import type { Incentive } from "#machines/store/incentive-programme";
import { aDeal, aVehicle } from "#tests/support/a-deal";
import { followedBy, refusalOf, told } from "#tests/support/judged-deal";

const makersRate: Incentive = {
  code: "makersRate",
  name: "Norden Credit rate",
  amount: cents(0),
  eligibility: "everyone",
  lender: "Norden Credit",
  combinesWith: ["military"],
  rates: [{ termMonths: 60, contractRate: ppm(19_000) }],
};
const incentives = [...aVehicle().incentives, makersRate];
const deal = aDeal({ vehicle: { incentives }, finance: { termMonths: 60 } });
const claimed = (code: string, state: DealState = deal) =>
  followedBy(state, { type: "vehicle.incentiveClaimed", code, claimed: true });
const numbers = (state: DealState) => numbersFrom(viewOf(state, "customer"));
const rebates = (state: DealState) => worksheetInputs(numbers(state))!.price.rebates.map(({ code }) => code);
const sheetOf = (state: DealState) => dealWorksheet(numbers(state))!;

describe("[V7] the maker's money on a deal", () => {
  test("what everyone gets is off without a claim, a condition is claimed, a rate is taken", () => {
    expect(rebates(deal)).toEqual(["customerCash"]);
    expect(rebates(claimed("military"))).toEqual(["customerCash", "military"]);
    expect(contractRateFor(numbers(deal), 60)).not.toBe(19_000);
    expect(refusalOf(deal, { type: "vehicle.incentiveClaimed", code: "makersRate", claimed: true })).toBeNull();
    expect(refusalOf(deal, { type: "vehicle.incentiveClaimed", code: "customerCash", claimed: true })?.code).toBe(
      "incentiveUnknown",
    );
  });

  test("a rate that was taken is the contract's, and what does not go with it is given up", () => {
    const taken = claimed("makersRate", claimed("military"));
    expect(rebates(taken)).toEqual(["military"]);
    expect(worksheetInputs(numbers(taken))!.finance.contractRate).toBe(19_000);
    expect(incentivesOf(numbers(taken)).leftOut).toMatchObject([
      { incentive: { code: "customerCash" }, reason: "notTogether", insteadOf: { code: "makersRate" } },
      { incentive: { code: "graduate" }, reason: "notClaimed" },
    ]);
  });

  test("at a term the maker does not pay for, and paid cash or leased, the money is back", () => {
    const taken = claimed("makersRate");
    expect(rebates(followedBy(taken, { type: "finance.termChosen", termMonths: 72 }))).toEqual(["customerCash"]);
    for (const method of ["cash", "lease"] as const)
      expect(rebates(followedBy(taken, { type: "finance.methodChosen", method }))).toEqual(["customerCash"]);
  });

  test("the customer's own bank is no lender of the maker's", () => {
    const own = told(claimed("makersRate"), { type: "stage.skipped", stage: "finance", reason: "ownBank" });
    expect(rebates(own)).toEqual(["customerCash"]);
    expect(incentivesOf(numbers(own)).leftOut.find(({ incentive }) => incentive.code === "makersRate")?.reason).toBe(
      "lender",
    );
  });

  test("a cell of the grid, adopted, costs what it said, whichever term the rate is for", () => {
    const taken = claimed("makersRate");
    for (const cell of dealGrid(numbers(taken))!.rows.flat()) {
      if (!cell.ok) continue;
      const { termMonths, cashDown } = cell;
      const adopted = sheetOf(followedBy(taken, { type: "finance.cellAdopted", termMonths, cashDown })).finance;
      expect(adopted).toMatchObject({ payment: cell.payment, totalOfPayments: cell.totalOfPayments });
    }
  });

  test("a programme that has ended, or is for another trim, is off no deal", () => {
    const [first, ...rest] = aVehicle().incentives;
    const ended = aDeal({ vehicle: { incentives: [{ ...first!, validThrough: "2026-11-27" as never }, ...rest] } });
    const otherTrim = aDeal({ vehicle: { incentives: [{ ...first!, trims: ["Sport"] }, ...rest] } });
    expect([rebates(ended), rebates(otherTrim)]).toEqual([[], []]);
  });
});

const offers = {
  firstPaymentMonths: [2, 3],
  balloonShares: [ppm(250_000)],
  securityDeposits: { counts: [4], moneyFactorReductionEach: "0.00005", roundUpTo: cents(2_500) },
};
const plain = {
  type: "finance.optionsChosen",
  firstPaymentMonths: 1,
  balloonShare: ppm(0),
  securityDeposits: 0,
} as const;

describe("[F1] what beyond a plain contract is asked for comes from the store's table", () => {
  const open = aDeal({ store: { financeOptions: offers } });

  test.each([
    ["a first payment nobody waits for", { firstPaymentMonths: 5 }, "firstPaymentMonths"],
    ["a balloon nobody writes", { balloonShare: ppm(300_000) }, "balloonShare"],
    ["deposits nobody takes", { securityDeposits: 5 }, "securityDeposits"],
  ])("%s is refused, and so is anything where the store offers nothing", (_, change, field) => {
    expect(refusalOf(open, { ...plain, ...change })).toMatchObject({ code: "termNotOffered", field });
    expect(refusalOf(aDeal(), { ...plain, ...change })).toMatchObject({ code: "termNotOffered", field });
    expect(refusalOf(aDeal(), plain)).toBeNull();
  });

  test("a deferred first payment, a balloon and deposits are in the deal's numbers, and out again", () => {
    const before = sheetOf(open);
    const later = followedBy(open, { ...plain, firstPaymentMonths: 3, balloonShare: ppm(250_000) });
    const after = sheetOf(later).finance;
    if (!after.ok || !before.finance.ok) throw new Error("refused");
    expect(after.firstPaymentDate).toBe("2027-02-28");
    expect(after.finalPayment).toBe(924_800);
    expect(after.payment).toBeLessThan(before.finance.payment);
    expect(after.totalOfPayments).toBeGreaterThan(before.finance.totalOfPayments);
    expect(sheetOf(followedBy(later, plain)).finance).toEqual(before.finance);

    const leased = followedBy(open, { type: "finance.methodChosen", method: "lease" });
    const secured = sheetOf(followedBy(leased, { ...plain, securityDeposits: 4 })).lease;
    expect(secured.ok && secured.refundableDeposit).toBeGreaterThan(0);
  });
});
