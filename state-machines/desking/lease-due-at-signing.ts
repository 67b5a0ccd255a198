import { type Cents, minus, plus, sum, times } from "../money/cents";
import { Exact } from "../money/exact-decimal";
import type { LeaseFee } from "./adjusted-cap-cost";
import { unitPeriodRate } from "./appendix-j-apr";

export interface LeaseSigning {
  amountDueAtSigning: Cents;
  paidByNetTrade: Cents;
  paidByRebate: Cents;
  paidInCash: Cents;
  totalOfPeriodicPayments: Cents;
  totalOfPayments: Cents;
}

/**
 * "Due at signing, and everything you will have paid by the end" (12 CFR 1013.4(b), (e)).
 *
 *     due at signing = reduction + first payment + refundable deposit + fees and tax at signing
 *     paid in cash   = due at signing − rebate − positive net trade
 *     total          = due at signing − refundable deposit + remaining payments + disposition fee
 *
 * Only sums. Both columns of the box balance; the deposit and the first payment count once.
 * Worked by hand, the Federal Reserve's sample form: 4,241.94 due, 16,368.12 in total.
 */
export function leaseDueAtSigning(lease: {
  capCostReduction: Cents;
  totalPayment: Cents;
  numberOfPayments: number;
  refundableDeposit: Cents;
  fees: LeaseFee[];
  upfrontTax: Cents;
  rebate: Cents;
  positiveEquity: Cents;
  dispositionFee: Cents;
}): LeaseSigning {
  const feesAtSigning = sum(lease.fees.filter((fee) => !fee.capitalized).map((fee) => fee.amount));
  const amountDueAtSigning = plus(
    lease.capCostReduction,
    lease.totalPayment,
    lease.refundableDeposit,
    feesAtSigning,
    lease.upfrontTax,
  );
  const remaining = times(lease.totalPayment, lease.numberOfPayments - 1);
  return {
    amountDueAtSigning,
    paidByNetTrade: lease.positiveEquity,
    paidByRebate: lease.rebate,
    paidInCash: minus(amountDueAtSigning, lease.rebate, lease.positiveEquity),
    totalOfPeriodicPayments: plus(lease.totalPayment, remaining),
    totalOfPayments: plus(minus(amountDueAtSigning, lease.refundableDeposit), remaining, lease.dispositionFee),
  };
}

/**
 * The yield hidden in a monthly lease, in percent a year, for the store's own comparison.
 *
 *     adjusted cap cost = Σ_{k=0}^{n−1} base ÷ (1 + i)^k + residual ÷ (1 + i)^n        rate = 1200 · i
 *
 * Payments in advance, the residual at the end. A lease rate may not stand in the segregated
 * disclosure (comment 4(s)-1). Nothing rounds. The Federal Reserve's sample yields 8.497 %, while
 * its money factor × 2400 is 8.499. Null when no rate fits.
 */
export function implicitLeaseRate(lease: {
  adjustedCapCost: Cents;
  basePayment: Cents;
  residual: Cents;
  termMonths: number;
}): Exact | null {
  const after = (whole: number) => ({ whole, fraction: new Exact(0) });
  const rate = unitPeriodRate(
    [{ amount: lease.adjustedCapCost, count: 1, start: after(0), every: 1 }],
    [
      { amount: lease.basePayment, count: lease.termMonths, start: after(0), every: 1 },
      { amount: lease.residual, count: 1, start: after(lease.termMonths), every: 1 },
    ],
  );
  return rate?.times(1200) ?? null;
}
