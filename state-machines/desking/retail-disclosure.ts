import { type Cents, minus } from "../money/cents";
import { Exact } from "../money/exact-decimal";
import { annualPercentageRate, type CashFlow } from "./appendix-j-apr";
import { retailPayments, type RetailPayments, type RetailTerms } from "./retail-payment";
import { intervalBetween, monthlyUnitPeriod } from "./unit-periods";

export interface RetailDisclosure extends RetailPayments {
  financeCharge: Cents;
  /** Null when no rate fits the payments. */
  aprPercent: Exact | null;
}

/**
 * The federal box of a retail contract: "finance charge, what credit costs you; APR, its yearly rate".
 *
 *     finance charge = total of payments − amount financed
 *     APR            = Appendix J on the actual payments against the amount financed
 *
 * The APR follows the payments, whatever method made them: a prepaid charge, a day count or an odd
 * first period moves it away from the contract rate. Nothing rounds here (12 CFR 1026.18, 1026.22).
 * Worked by hand: 34,392.60 − 30,016.25 = 4,376.35.
 */
export function retailDisclosure(terms: RetailTerms & { amountFinanced: Cents }): RetailDisclosure {
  const payments = retailPayments(terms);
  return {
    ...payments,
    financeCharge: minus(payments.totalOfPayments, terms.amountFinanced),
    aprPercent: aprOfLoan(terms.amountFinanced, payments, terms),
  };
}

function aprOfLoan(amountFinanced: Cents, payments: RetailPayments, terms: RetailTerms): Exact | null {
  const start = intervalBetween(terms.contractDate, terms.firstPaymentDate, monthlyUnitPeriod);
  const count = payments.numberOfPayments;
  const allAlike = payments.finalPayment === payments.payment;
  const flows: CashFlow[] = [{ amount: payments.payment, count: allAlike ? count : count - 1, start, every: 1 }];
  if (!allAlike) {
    const last = { whole: start.whole + count - 1, fraction: start.fraction };
    flows.push({ amount: payments.finalPayment, count: 1, start: last, every: 1 });
  }
  const advance = { amount: amountFinanced, count: 1, start: { whole: 0, fraction: new Exact(0) }, every: 1 };
  return annualPercentageRate([advance], flows, monthlyUnitPeriod);
}
