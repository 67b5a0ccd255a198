import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import { payoffOn } from "../stages/trade-payoff";
import type { DealView } from "./deal-view";
import { describedTrades, payoffDay } from "./deal-trades";
import { isLeftOut } from "./deal-worksheet";

export interface PayoffToSend {
  car: number;
  /** "2019 Corvane Tessa". */
  name: string;
  lender: string;
  amount: Cents;
  goodThrough: PlainDate;
  /** What each day after that adds; null while nobody has asked. */
  perDiem: Cents | null;
  /** What went out and when; null while nothing did. */
  sent: { amount: Cents; on: PlainDate } | null;
}

/**
 * The old loans that the store pays off for the customer, each with what it owes on the day it is paid (see `payoffOn`)
 * and with what was sent, once somebody marked it. A trade that is left out of the deal has none.
 */
export function payoffsToSend({ card, kept }: Pick<DealView, "card" | "kept">): PayoffToSend[] {
  if (kept.trade !== "complete") return [];
  const day = payoffDay(card, !isLeftOut(kept.delivery));
  return describedTrades(card).flatMap(({ car, trade: { lien, description } }) => {
    if (!lien || !description) return [];
    const { amount, daysOver } = payoffOn(lien, day);
    const sent = (card.titleWork.payoffsSent ?? []).find((one) => one.car === car);
    return [
      {
        car,
        name: `${description.year} ${description.make} ${description.model}`,
        lender: lien.lender,
        amount,
        goodThrough: daysOver > 0 ? day : lien.payoffGoodThrough,
        perDiem: lien.perDiem,
        sent: sent ? { amount: sent.amount, on: sent.on } : null,
      },
    ];
  });
}
