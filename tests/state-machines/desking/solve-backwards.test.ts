import { describe, expect, test } from "vitest";
import {
  solveForCashAtSigning,
  solveForCashDown,
  solveForRate,
  solveForSellingPrice,
  solveForTerm,
} from "#machines/desking/solve-backwards";
import { worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import { theosDeal } from "./sample-deal";

const leased: WorksheetInputs = { ...theosDeal, method: "lease" };
const { firstPaymentDate } = theosDeal.finance;
const terms = [48, 60, 72].map((termMonths) => ({ termMonths, contractRate: ppm(54_900), firstPaymentDate }));

describe("a target payment", () => {
  test("is met by the least cash down", () => {
    const solved = solveForCashDown(theosDeal, cents(56_000));
    if (!solved.ok) throw new Error(solved.code);
    expect(solved.payment).toBe(56_000);
    expect(solved.paymentOneStepFurther).toBe(56_001);
    expect(worksheet(solved.inputs).finance).toEqual(solved.column);
    expect(solved.totalOfPayments).toBe(56_000 * 60);
  });

  test("already met needs no cash down, and there is no step further", () => {
    expect(solveForCashDown(theosDeal, cents(90_000))).toMatchObject({ cashDown: 0, paymentOneStepFurther: null });
  });

  test("is met by the greatest selling price", () => {
    const solved = solveForSellingPrice(theosDeal, cents(56_000));
    if (!solved.ok) throw new Error(solved.code);
    expect(solved.sellingPrice).toBeLessThan(theosDeal.price.sellingPrice);
    expect(solved.payment).toBe(56_000);
    expect(solved.paymentOneStepFurther).toBe(56_001);
  });

  test("is met by the greatest rate", () => {
    const solved = solveForRate({ ...theosDeal, method: "cash" }, cents(57_321));
    if (!solved.ok) throw new Error(solved.code);
    expect(solved.contractRate).toBeGreaterThanOrEqual(54_900);
    expect(solved.payment).toBe(57_321);
    expect(solved.paymentOneStepFurther).toBeGreaterThan(57_321);
  });

  test("is met by the shortest term, each term at its own rate", () => {
    const solved = solveForTerm(theosDeal, cents(58_000), [...terms].toReversed());
    expect(solved).toMatchObject({ ok: true, term: { termMonths: 60 }, payment: 57_321 });
    expect(solved.ok && solved.paymentOneStepFurther).toBeGreaterThan(58_000);
    expect(solveForTerm(theosDeal, cents(99_000), terms)).toMatchObject({ paymentOneStepFurther: null });
  });

  test("works for a lease by cash and by price", () => {
    const byCash = solveForCashDown(leased, cents(27_000));
    if (!byCash.ok) throw new Error(byCash.code);
    expect(byCash.payment).toBeLessThanOrEqual(27_000);
    expect(byCash.paymentOneStepFurther).toBeGreaterThan(27_000);
    const byPrice = solveForSellingPrice(leased, cents(27_000));
    if (!byPrice.ok) throw new Error(byPrice.code);
    expect(byPrice.payment).toBeLessThanOrEqual(27_000);
    expect(byPrice.paymentOneStepFurther).toBeGreaterThan(27_000);
  });

  test("a cash deal is worked as a financed one", () => {
    expect(solveForCashDown({ ...theosDeal, method: "cash" }, cents(56_000))).toMatchObject({
      ok: true,
      inputs: { method: "finance" },
    });
  });
});

describe("a target for cash at signing", () => {
  test("leaves the greatest reduction within it", () => {
    const solved = solveForCashAtSigning(theosDeal, cents(200_000));
    if (!solved.ok || solved.column.method !== "lease") throw new Error("refused");
    expect(solved.column.cashDueAtSigning).toBeLessThanOrEqual(200_000);
    expect(solved.column.cashDueAtSigning).toBeGreaterThan(199_990);
  });
});

describe("a target out of reach says so", () => {
  test.each([
    ["cash down", () => solveForCashDown(theosDeal, cents(0)), "targetOutOfReach"],
    ["cash down, nothing to borrow", () => solveForCashDown(withRichTrade, cents(1_000)), "targetOutOfReach"],
    ["price", () => solveForSellingPrice(indebted, cents(100)), "targetOutOfReach"],
    ["rate", () => solveForRate(theosDeal, cents(40_000)), "targetOutOfReach"],
    ["term", () => solveForTerm(theosDeal, cents(40_000), terms), "targetOutOfReach"],
    ["cash at signing", () => solveForCashAtSigning(theosDeal, cents(100)), "targetOutOfReach"],
    ["a broken deal", () => solveForCashDown({ ...theosDeal, cashDown: cents(-1) }, cents(1)), "amountBelowZero"],
    ["a broken term", () => solveForTerm(theosDeal, cents(1), [{ ...terms[0]!, termMonths: 0 }]), "termOutOfRange"],
    ["no lease", () => solveForCashAtSigning({ ...theosDeal, lease: null }, cents(1)), "notLeasable"],
    ["too little left to lend", () => solveForSellingPrice(theosDeal, cents(100)), "cashDownAboveBalance"],
  ])("%s", (_, solve, code) => {
    expect(solve()).toMatchObject({ ok: false, code });
  });
});

const withRichTrade: WorksheetInputs = { ...theosDeal, trades: [{ allowance: cents(5_000_000), payoff: noCents }] };
const indebted: WorksheetInputs = {
  ...theosDeal,
  trades: [{ allowance: noCents, payoff: cents(2_000_000) }],
  cashDown: noCents,
};
