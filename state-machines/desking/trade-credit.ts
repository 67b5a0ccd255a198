import { type Cents, smaller, sum } from "../money/cents";

/**
 * How much of the trades' ALLOWANCES comes off the taxed price; a payoff never changes it. `cap` bounds the credit
 * as a whole; `vehicles` says how many cars are credited at all (Michigan: one), every one when absent.
 */
export type TradeCredit = "full" | "none" | { cap?: Cents; vehicles?: number };

/**
 * "The credit follows the allowance, not the equity": what the trades take off the taxed price.
 *
 *     credit = min(cap, Σ of the allowances that are credited)
 *
 * Where the law credits fewer cars than are traded in, the customer names the dearest ones, so those count.
 * Nothing rounds. Worked by hand: 9,000.00 and 15,000.00, one car up to 12,000.00, is 12,000.00; 9,000.00 and
 * 2,000.00 under the same rule is 9,000.00.
 */
export function creditOnAllowances(credit: TradeCredit, allowances: Cents[]): Cents {
  if (credit === "none") return sum([]);
  if (credit === "full") return sum(allowances);
  const dearestFirst = allowances.toSorted((a, b) => b - a);
  const credited = sum(dearestFirst.slice(0, credit.vehicles ?? allowances.length));
  return credit.cap === undefined ? credited : smaller(credited, credit.cap);
}
