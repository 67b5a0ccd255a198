import { type Cents, noCents, smaller } from "../money/cents";

/** How much of the trade's ALLOWANCE comes off the taxed price; a payoff never changes it. */
export type TradeCredit = "full" | "none" | { cap: Cents };

/**
 * "The credit follows the allowance, not the equity": what a trade takes off the taxed price.
 * Full, none, or up to a cap in force on the delivery date. Nothing rounds.
 */
export function creditOnAllowance(credit: TradeCredit, allowance: Cents): Cents {
  if (credit === "none") return noCents;
  return credit === "full" ? allowance : smaller(allowance, credit.cap);
}
