import { type Cents, noCents, plus, times } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import { amortizationSchedule, periodInterest } from "./amortization-schedule";
import { type LoanCalendar, type PaymentMethod, periodGrowth, type PeriodGrowth } from "./period-growth";

/** `equal` keeps all payments alike; `adjusted` lets the last one clear the rounded schedule. */
export type FinalPayment = "equal" | "adjusted";

export interface RetailTerms extends LoanCalendar {
  principal: Cents;
  /** The last payment, in place of a regular one; none unless stated. */
  balloon?: Cents | null | undefined;
  /** The contract rate as a factor: 0.0549. */
  annualRate: Exact;
  paymentMethod: PaymentMethod;
  finalPayment: FinalPayment;
}

export interface RetailPayments {
  payment: Cents;
  finalPayment: Cents;
  numberOfPayments: number;
  totalOfPayments: Cents;
  /** Interest of the first period; a payment below it would never pay the loan down. */
  firstInterest: Cents;
}

/** A loan's growth summed up once, so that a search can price many principals over the same months. */
export interface Annuity {
  /** What one dollar grows to by the last payment. */
  growthToEnd: Exact;
  /** What one dollar paid at each due date grows to by the last one, together. */
  sumOfPaymentGrowth: Exact;
}

/**
 * The monthly payment: "what pays the note off, interest included, in equal parts".
 *
 *     payment = principal ÷ Σ_k Π_{j≤k} 1 ÷ growth_j
 *
 * worked out as principal × Π growth ÷ Σ of the growth still to come, which needs one division.
 * Rounds once, half-up to the cent. Worked by hand: 30,016.25 over 60 regular months at 5.49 % is
 * 573.21; Excel's PMT(8%/12,10,10000) is 1,037.03.
 */
export function levelPayment(principal: Cents, { growthToEnd, sumOfPaymentGrowth }: Annuity): Cents {
  return roundToCents(growthToEnd.times(principal).div(sumOfPaymentGrowth));
}

/**
 * The monthly payment before a balloon: "smaller payments now, one big one at the end".
 *
 *     payment = (principal × Π growth − balloon) ÷ (Σ of the growth still to come − 1)
 *
 * The balloon is the last payment, in place of a regular one, so its own growth of 1 leaves the sum. Rounds once,
 * half-up to the cent. Worked by hand: 20,000.00 over 3 months at 12 % with 19,000.00 last is
 * (20,606.02 − 19,000.00) ÷ (3.0301 − 1) = 791.10. Without a balloon it is levelPayment.
 */
export function paymentBeforeBalloon(principal: Cents, months: Annuity, balloon: Cents | null | undefined): Cents {
  if (!balloon) return levelPayment(principal, months);
  return roundToCents(months.growthToEnd.times(principal).minus(balloon).div(months.sumOfPaymentGrowth.minus(1)));
}

/**
 * The two sums of levelPayment. Exact: a closed form where the periods after the first grow alike,
 * term by term where each has its own days.
 */
export function annuity(growth: PeriodGrowth): Annuity {
  const [first, second] = growth.factors;
  if (first === undefined) throw new RangeError("A loan has at least one payment");
  if (growth.uniformAfterFirst && second !== undefined) {
    const laterGrowth = second.pow(growth.factors.length - 1);
    const sumOfPaymentGrowth = second.equals(1)
      ? new Exact(growth.factors.length)
      : laterGrowth.times(second).minus(1).div(second.minus(1));
    return { growthToEnd: first.times(laterGrowth), sumOfPaymentGrowth };
  }
  let growthToEnd = new Exact(1);
  let sumOfPaymentGrowth = new Exact(0);
  for (const factor of growth.factors) {
    growthToEnd = growthToEnd.times(factor);
    sumOfPaymentGrowth = sumOfPaymentGrowth.times(factor).plus(1);
  }
  return { growthToEnd, sumOfPaymentGrowth };
}

/**
 * The payments of a retail instalment contract and their total.
 *
 *     equal      total of payments = payment × number of payments
 *     adjusted   total = payment × (number − 1) + the payment that clears the schedule
 *     balloon    the same, with the balloon last
 *
 * A 0 % loan is always adjusted: equal payments rounded down would make the finance charge negative.
 * Rounds where levelPayment and the schedule do. Worked by hand: 573.21 × 60 = 34,392.60.
 */
export function retailPayments(terms: RetailTerms): RetailPayments {
  const growth = periodGrowth(terms.paymentMethod, terms.annualRate, terms);
  const payment = paymentBeforeBalloon(terms.principal, annuity(growth), terms.balloon);
  const adjusted = terms.finalPayment === "adjusted" || terms.annualRate.isZero();
  const finalPayment = adjusted ? clearingPayment(terms.principal, payment, growth) : terms.balloon || payment;
  const [firstGrowth] = growth.factors;
  return {
    payment,
    finalPayment,
    numberOfPayments: terms.termMonths,
    totalOfPayments: plus(times(payment, terms.termMonths - 1), finalPayment),
    firstInterest: firstGrowth === undefined ? noCents : periodInterest(terms.principal, firstGrowth),
  };
}

function clearingPayment(principal: Cents, payment: Cents, growth: PeriodGrowth): Cents {
  return amortizationSchedule(principal, payment, growth).at(-1)?.payment ?? payment;
}
