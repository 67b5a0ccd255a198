import { type Cents, noCents, plus, times } from "../money/cents";
import { daysBetween, type PlainDate } from "../money/plain-date";

/** Who the lessor lets buy the car out before the lease ends. */
export const buyoutParties = ["anyDealer", "brandDealer", "lesseeOnly"] as const;
export type BuyoutParty = (typeof buyoutParties)[number];

export interface TradeLease {
  monthsLeft: number;
  buyoutBy: BuyoutParty;
}

/** What closes the old loan or lease, as its lender states it. */
export interface TradeLien {
  lender: string;
  /** The payoff, or the buyout of a lease, on any day up to the good-through date. */
  payoff: Cents;
  payoffGoodThrough: PlainDate;
  /** Enough to find the account by, not enough to do anything with it. */
  accountLastFour: string | null;
  /** What each day after the good-through date adds; null while nobody has asked. */
  perDiem: Cents | null;
  /** Null for a loan. */
  lease: TradeLease | null;
}

export interface PayoffOn {
  amount: Cents;
  /** Days after the good-through date; 0 while the statement holds. */
  daysOver: number;
  /** What those days add; zero where the lender's per-diem is unknown. */
  added: Cents;
}

/**
 * "The lender's letter says what it costs through a day; each day after that adds the per-diem."
 *
 *     payoff on a day = stated payoff + per-diem × days after the good-through date, never fewer than none
 *
 * Whole cents times whole days, so nothing rounds. A payoff sent earlier costs what the letter says; the lender
 * returns what is over to the customer. Worked by hand: 9,180.00 good through 8 December at 1.85 a day is
 * 9,187.40 on 12 December.
 */
export function payoffOn(
  { payoff, payoffGoodThrough, perDiem }: Pick<TradeLien, "payoff" | "payoffGoodThrough" | "perDiem">,
  day: PlainDate,
): PayoffOn {
  const daysOver = Math.max(0, daysBetween(payoffGoodThrough, day));
  const added = times(perDiem ?? noCents, daysOver);
  return { amount: plus(payoff, added), daysOver, added };
}

/** May the store buy this lease out at all? A loan can always be paid off. */
export const storeMayBuyOut = ({ lease }: Pick<TradeLien, "lease">) => lease === null || lease.buyoutBy === "anyDealer";
