import { cents, type Cents, noCents } from "../money/cents";
import { dealFigures } from "./deal-figures";
import { deskingLimits } from "./desking-limits";
import { leaseDealTerms } from "./lease-column";
import {
  cannotSolve,
  leasePaymentWith,
  monthsOf,
  outOfReach,
  paidMonthly,
  paymentAt,
  type Solved,
  solved,
} from "./solve-backwards";
import { leastWithin } from "./tight-search";
import type { WorksheetInputs } from "./worksheet-inputs";

/**
 * "What would my car have to bring?" The least allowance for the first trade, in cents, whose payment does not exceed
 * the target, its tax credit recomputed for each trial; for a finance or a lease deal alike. A deal without a trade is
 * worked with a car on which nothing is owed.
 */
export function solveForAllowance(inputs: WorksheetInputs, targetPayment: Cents): Solved<{ allowance: Cents }> {
  const deal = paidMonthly(inputs);
  const refused = cannotSolve(deal, targetPayment);
  if (refused) return refused;
  const [first, ...others] = deal.trades;
  const withAllowance = (allowance: number): WorksheetInputs => ({
    ...deal,
    trades: [{ ...first, allowance: cents(allowance), payoff: first?.payoff ?? noCents }, ...others],
  });
  const { lease, method } = deal;
  const valueAt =
    method === "lease" && lease
      ? (allowance: number) => {
          const tried = withAllowance(allowance);
          return leasePaymentWith(leaseDealTerms(tried, lease, dealFigures(tried)), {});
        }
      : (allowance: number) => paymentAt(withAllowance(allowance), monthsOf(deal));
  // A car that brings more than the deal costs leaves nothing to pay monthly.
  const most = Math.min(deskingLimits.amount, dealFigures(withAllowance(0)).outTheDoor + (first?.payoff ?? 0));
  const answer = leastWithin(valueAt, targetPayment, 0, most);
  if (answer === null) {
    const least = cents(Math.max(0, valueAt(most)));
    return outOfReach("trades.0.allowance", least, "Choose a longer term or a higher target.");
  }
  const further = answer === 0 ? null : withAllowance(answer - 1);
  return solved(withAllowance(answer), further, { allowance: cents(answer) });
}
