import { type Cents, larger, minus, negate, noCents } from "../money/cents";

export interface Trade {
  /** What the deal credits for the car, not what it is worth wholesale. */
  allowance: Cents;
  /** What the old lender is owed until the payoff's good-through date. */
  payoff: Cents;
}

export interface TradePosition {
  allowance: Cents;
  /** Allowance − payoff; below zero when the customer owes more than the trade brings. */
  equity: Cents;
  positiveEquity: Cents;
  negativeEquity: Cents;
}

/**
 * "Equity is allowance less payoff; upside down, the difference rides on the new loan."
 *
 *     equity = allowance − payoff        negative equity = max(0, −equity)
 *
 * Only sums. Positive equity is part of the down payment; negative equity is money paid to the old
 * lender and never part of the price (12 CFR 1026.2(a)(18), comment 3). No trade counts as zero.
 * Worked by hand: 14,500.00 − 9,180.00 = 5,320.00.
 */
export function tradePosition(trade: Trade | null): TradePosition {
  if (trade === null) {
    return { allowance: noCents, equity: noCents, positiveEquity: noCents, negativeEquity: noCents };
  }
  const equity = minus(trade.allowance, trade.payoff);
  return {
    allowance: trade.allowance,
    equity,
    positiveEquity: larger(noCents, equity),
    negativeEquity: larger(noCents, negate(equity)),
  };
}
