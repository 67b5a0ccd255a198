import { type Cents, minus, noCents, plus } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import type { PeriodGrowth } from "./period-growth";

export interface ScheduleLine {
  number: number;
  payment: Cents;
  interest: Cents;
  principal: Cents;
  balance: Cents;
}

/**
 * The loan as the lender's ledger will run it: "interest first, the rest comes off the balance".
 *
 *     interest = round(balance × (growth − 1))        principal part = payment − interest
 *     the last payment clears the balance: balance + its interest
 *
 * Interest rounds half-up to the cent in every line, because each line is money posted; the last
 * payment absorbs the cents and may exceed or fall short of the others. Worked by hand in the Federal
 * Reserve's example: 18,800.00 at 9 %, 467.84 a month, first interest 141.00, balance 18,473.16.
 */
export function amortizationSchedule(principal: Cents, payment: Cents, growth: PeriodGrowth): ScheduleLine[] {
  let balance = principal;
  const last = growth.factors.length;
  return growth.factors.map((factor, index) => {
    const interest = periodInterest(balance, factor);
    const paid = index + 1 === last ? plus(balance, interest) : payment;
    balance = index + 1 === last ? noCents : minus(plus(balance, interest), paid);
    return { number: index + 1, payment: paid, interest, principal: minus(paid, interest), balance };
  });
}

/** The interest of one period as it is posted: round(balance × (growth − 1)), half-up to the cent. */
export function periodInterest(balance: Cents, growthFactor: Exact): Cents {
  return roundToCents(growthFactor.minus(1).times(balance));
}
