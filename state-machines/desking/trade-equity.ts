import { type Cents, larger, minus, negate, noCents, plus, sum } from "../money/cents";

export interface Trade {
  /** What the deal credits for the car, not what it is worth wholesale. */
  allowance: Cents;
  /** What the old lender is owed until the payoff's good-through date. */
  payoff: Cents;
  /** What the customer themselves pays on the old loan at signing, so that less of it rides on the new one. */
  paidNow?: Cents;
}

export interface TradePosition {
  /** Of each car in the order they were brought; a place's credit may look at one car alone. */
  allowances: Cents[];
  /** Of all cars together. */
  allowance: Cents;
  payoff: Cents;
  /** Of the payoffs, paid by the customer at signing. */
  paidNow: Cents;
  /** Allowance − payoff + paid now; below zero when the customer owes more than the trades bring. */
  equity: Cents;
  positiveEquity: Cents;
  negativeEquity: Cents;
}

/**
 * "Equity is allowance less payoff; upside down, the difference rides on the new loan."
 *
 *     equity = Σ allowances − Σ payoffs + Σ paid now        negative equity = max(0, −equity)
 *
 * Only sums. Several cars are netted before anything else looks at them: one car's equity pays off
 * another's loan first, so a contract never shows a deficit beside a down payment made of equity.
 * Positive equity is part of the down payment; negative equity is money paid to the old lender and
 * never part of the price (12 CFR 1026.2(a)(18), comment 3). No trade counts as zero.
 * Worked by hand: 14,500.00 − 9,180.00 = 5,320.00; with a second car of 3,000.00 on which 4,500.00
 * is owed, 5,320.00 − 1,500.00 = 3,820.00.
 *
 * Cash towards a deficit is netted with it before anything is financed (comment 2(a)(18)-3 lets a creditor do so): it is
 * due at signing, and neither a down payment nor in the amount financed. 9,000.00 allowed, 12,000.00 owed and
 * 1,000.00 paid now leave 2,000.00 on the new loan.
 */
export function tradePosition(trades: Trade[]): TradePosition {
  const allowances = trades.map((trade) => trade.allowance);
  const allowance = sum(allowances);
  const payoff = sum(trades.map((trade) => trade.payoff));
  const paidNow = sum(trades.map((trade) => trade.paidNow ?? noCents));
  const equity = minus(plus(allowance, paidNow), payoff);
  return {
    allowances,
    allowance,
    payoff,
    paidNow,
    equity,
    positiveEquity: larger(noCents, equity),
    negativeEquity: larger(noCents, negate(equity)),
  };
}
