import { type Trade, tradePosition } from "../desking/trade-equity";
import { type Cents, minus, noCents, smaller } from "../money/cents";
import { plainDate, type PlainDate } from "../money/plain-date";
import type { StageStatuses } from "../stages/stage";
import { effectiveAllowance, effectivePayoff, MAX_TRADES, noTrade, type TradeSlice } from "../stages/trade";
import type { DealContext } from "./deal-context";
import type { CustomerCard } from "./project-deal";

type TradesFrom = Pick<CustomerCard, "identity" | "store" | "trade" | "furtherTrades" | "finance" | "delivery">;

/** A car by its number on the deal; the first one is there even while nobody has described it. */
export const tradeOf = ({ trade, furtherTrades }: Pick<DealContext, "trade" | "furtherTrades">, car = 1): TradeSlice =>
  car === 1 ? trade : (furtherTrades[car - 2] ?? noTrade);

/** The deal with one of its cars replaced. Numbers stay: a car that was taken off leaves its place empty. */
export function withTrade(
  { furtherTrades }: Pick<DealContext, "furtherTrades">,
  car: number,
  trade: TradeSlice,
): Partial<DealContext> {
  if (car === 1) return { trade };
  const places = Array.from(
    { length: Math.max(furtherTrades.length, car - 1) },
    (_, at) => furtherTrades[at] ?? noTrade,
  );
  places[car - 2] = trade;
  return { furtherTrades: places };
}

/** The cars that somebody has described, each with its number. */
export const describedTrades = <Slice extends { description: object | null }>({
  trade,
  furtherTrades,
}: {
  trade: Slice;
  furtherTrades: readonly Slice[];
}): { car: number; trade: Slice }[] =>
  [trade, ...furtherTrades].flatMap((slice, at) => (slice.description ? [{ car: at + 1, trade: slice }] : []));

/** The number that a further car would get; null when the deal holds all it may. */
export function nextCar(card: Pick<CustomerCard, "trade" | "furtherTrades">): number | null {
  const places = [card.trade, ...card.furtherTrades];
  const free = places.findIndex(({ description }) => description === null);
  const car = free >= 0 ? free + 1 : places.length + 1;
  return car > MAX_TRADES ? null : car;
}

/**
 * The day the old loans are paid off: the contract's, or the later one on which the keys change hands.
 * A payoff is sent when the store owns the car, and its lender counts every day until then.
 */
export function payoffDay({ identity, store, delivery }: TradesFrom, deliveryCounts: boolean): PlainDate {
  const { slot } = delivery;
  if (!slot || !deliveryCounts) return identity.contractDate;
  const delivered = dayInZone(slot.startsAt, store.timeZone);
  return delivered > identity.contractDate ? delivered : identity.contractDate;
}

/** What the cars bring and what is owed on them, for each that the deal credits with something. */
export function creditedTrades(card: TradesFrom, deliveryCounts: boolean): Trade[] {
  const trades = creditedCars(card, deliveryCounts);
  let left: Cents = smaller(card.finance.tradeBalancePaidNow, tradePosition(trades).negativeEquity);
  if (left === 0) return trades;
  // What is paid now goes to one loan after the other; together they owe at least as much.
  return trades.map((trade) => {
    const paidNow = smaller(left, trade.payoff);
    left = minus(left, paidNow);
    return paidNow === 0 ? trade : { ...trade, paidNow };
  });
}

function creditedCars(card: TradesFrom, deliveryCounts: boolean): Trade[] {
  const day = payoffDay(card, deliveryCounts);
  return [card.trade, ...card.furtherTrades].flatMap((trade) => {
    const credited = effectiveAllowance(trade);
    return credited ? [{ allowance: credited.allowance, payoff: effectivePayoff(trade, day) }] : [];
  });
}

/** What the cars together leave owing, whoever pays it when; zero while the trade is left out. */
export function tradeDeficit(card: TradesFrom, kept: Pick<StageStatuses, "trade" | "delivery">): Cents {
  const isOut = (status: StageStatuses["trade"]) => status === "skipped" || status === "deferred";
  if (isOut(kept.trade)) return noCents;
  return tradePosition(creditedCars(card, !isOut(kept.delivery))).negativeEquity;
}

/** A formatter takes a hundred times as long to make as to use, and a store keeps its zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant where the store is. */
export function dayInZone(instant: string, timeZone: string): PlainDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(timeZone, formatter);
  }
  return plainDate(formatter.format(new Date(instant)));
}
