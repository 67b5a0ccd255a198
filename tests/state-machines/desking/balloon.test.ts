import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { amortizationSchedule } from "#machines/desking/amortization-schedule";
import { periodGrowth } from "#machines/desking/period-growth";
import { annuity, paymentBeforeBalloon } from "#machines/desking/retail-payment";
import { solveForCashDown } from "#machines/desking/solve-backwards";
import { worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { addMonths, plainDate } from "#machines/money/plain-date";
import { ppm, rateOf } from "#machines/money/rate";
import { anyDeal } from "./any-deal";
import { theosDeal } from "./sample-deal";

const withFinance = (change: Partial<WorksheetInputs["finance"]>): WorksheetInputs => ({
  ...theosDeal,
  finance: { ...theosDeal.finance, ...change },
});

describe("a balloon", () => {
  test("is the last payment, and the others are what is left to pay: 791.10 by hand", () => {
    const months = annuity(
      periodGrowth("actuarial_30", rateOf(ppm(120_000)), {
        contractDate: plainDate("2026-01-15"),
        firstPaymentDate: plainDate("2026-02-15"),
        termMonths: 3,
      }),
    );
    expect(paymentBeforeBalloon(cents(2_000_000), months, cents(1_900_000))).toBe(79_110);
    expect(paymentBeforeBalloon(cents(2_000_000), months, null)).toBe(680_044);
  });

  test("lowers the payment and raises what all of them come to; the APR stays the contract's", () => {
    const plain = worksheet(theosDeal).finance;
    const withBalloon = worksheet(withFinance({ balloon: cents(1_000_000) })).finance;
    if (!plain.ok || !withBalloon.ok) throw new Error("refused");
    expect(withBalloon).toMatchObject({ finalPayment: 1_000_000, numberOfPayments: 60, aprDisclosed: "5.49" });
    expect(withBalloon.payment).toBeLessThan(plain.payment);
    expect(withBalloon.totalOfPayments).toBe(withBalloon.payment * 59 + 1_000_000);
    expect(withBalloon.totalOfPayments).toBeGreaterThan(plain.totalOfPayments);
    expect(withBalloon.financeCharge).toBe(withBalloon.totalOfPayments - withBalloon.amountFinanced);
  });

  test("of an adjusted contract clears the schedule within cents of what was agreed", () => {
    fc.assert(
      fc.property(anyDeal, fc.integer({ min: 1, max: 60 }), (inputs, percent) => {
        const borrowed = worksheet(inputs).finance;
        if (!borrowed.ok || inputs.finance.termMonths < 2) return;
        const balloon = cents(Math.floor((borrowed.principal * percent) / 100));
        const finance = { ...inputs.finance, balloon, finalPayment: "adjusted" as const };
        const sheet = worksheet({ ...inputs, finance }).finance;
        if (!sheet.ok) {
          expect(sheet.field).toMatch(/balloon|prepaid/);
          return;
        }
        const growth = periodGrowth(finance.paymentMethod, rateOf(finance.contractRate), { ...finance, ...inputs });
        const lines = amortizationSchedule(sheet.principal, sheet.payment, growth);
        expect(lines.at(-1)).toMatchObject({ payment: sheet.finalPayment, balance: 0 });
        expect(Math.abs(sheet.finalPayment - balloon)).toBeLessThan(sheet.numberOfPayments * 8);
      }),
      { numRuns: 8 },
    );
  });

  test("is solved for like any other deal: the answer meets the target, one cent less down does not", () => {
    const solved = solveForCashDown(withFinance({ balloon: cents(1_000_000) }), cents(40_000));
    if (!solved.ok) throw new Error(solved.code);
    expect(solved.payment).toBeLessThanOrEqual(40_000);
    expect(solved.paymentOneStepFurther).toBeGreaterThan(40_000);
  });
});

describe("a deferred first payment", () => {
  test("bears interest once, from the contract date, and keeps the APR", () => {
    const { contractDate } = theosDeal;
    const [regular, deferred] = [1, 3].map(
      (months) => worksheet(withFinance({ firstPaymentDate: addMonths(contractDate, months) })).finance,
    );
    if (!regular?.ok || !deferred?.ok) throw new Error("refused");
    const twoMonthsOfGrowth = (1 + 0.0549 / 12) ** 2;
    expect(Math.abs(deferred.payment - regular.payment * twoMonthsOfGrowth)).toBeLessThan(1);
    expect(deferred.aprDisclosed).toBe("5.49");
  });
});

describe("a lease paid once", () => {
  const lease = theosDeal.lease!;
  const onePay = worksheet({ ...theosDeal, method: "lease", lease: { ...lease, mode: "onePayMoneyFactor" } }).lease;
  const monthly = worksheet({ ...theosDeal, method: "lease" }).lease;

  test("has one payment, at signing, of all the months", () => {
    if (!onePay.ok || !monthly.ok) throw new Error("refused");
    expect(onePay.numberOfPayments).toBe(1);
    expect(Math.abs(onePay.basePayment - monthly.basePayment * 36)).toBeLessThan(18);
    expect(onePay.cashDueAtSigning).toBeGreaterThan(onePay.payment);
    expect(onePay.totalOfPayments - onePay.dueAtSigning).toBe(lease.dispositionFee);
  });

  test("security deposits lower the money factor and come back at the end", () => {
    const deposits = { count: 4, moneyFactorReductionEach: "0.00007", roundUpTo: cents(2_500) };
    const withDeposits = worksheet({ ...theosDeal, lease: { ...lease, multipleSecurityDeposits: deposits } }).lease;
    if (!withDeposits.ok || !monthly.ok) throw new Error("refused");
    expect(withDeposits.payment).toBeLessThan(monthly.payment);
    expect(withDeposits.refundableDeposit).toBe(4 * Math.ceil(withDeposits.payment / 2_500) * 2_500);
    expect(withDeposits.totalOfPayments).toBeLessThan(monthly.totalOfPayments);
    expect(withDeposits.cashDueAtSigning - monthly.cashDueAtSigning).toBeGreaterThan(0);
    expect(monthly.refundableDeposit).toBe(noCents);
  });
});
