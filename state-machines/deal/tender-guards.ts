import { daysBetween, type PlainDate } from "../money/plain-date";
import { minus, noCents } from "../money/cents";
import { balanceDue } from "./balance-due";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { dealWorksheet } from "./deal-worksheet";
import type { GuardScope } from "./guard-scope";
import { CARD_TENDER_CAP, MOST_PROMISED_DAYS, MOST_TENDERS, tenderedTotal, tenderKept } from "../stages/tender";

const openPromise = ({ tenders }: DealContext, number: number) =>
  tenders.promises.find((promise) => promise.number === number && promise.status === "open");

/** No more is taken than is due: a slip of the keyboard would be somebody's money. */
function leftToPay(deal: DealContext, { kept }: GuardScope) {
  return balanceDue(deal, dealWorksheet({ ...deal, kept })?.chosen);
}

function tenderFits(deal: DealContext, event: DealEventOf<"tender.recorded">, scope: GuardScope): Refusal | null {
  const { method, amount, promise } = event;
  if (!deal.vehicle.vehicle) return refuse("noVehicle");
  if (amount <= 0) return refuse("nothingTendered", undefined, "amount");
  if (deal.tenders.list.length >= MOST_TENDERS) return refuse("tendersFull", { count: MOST_TENDERS });
  if (promise !== null && !openPromise(deal, promise)) return refuse("tenderPromiseUnknown");
  const balance = leftToPay(deal, scope);
  if (!balance) return refuse("notComputable");
  if (amount > balance.left) return refuse("tenderAboveDue", { limit: balance.left }, "amount");
  const cap = deal.store.cardTenderCap ?? CARD_TENDER_CAP;
  const byCard = minus(cap, tenderedTotal(deal.tenders, "card"));
  return method === "card" && amount > byCard ? refuse("cardCapReached", { limit: byCard }, "amount") : null;
}

function promiseFits(deal: DealContext, event: DealEventOf<"tender.promised">, scope: GuardScope): Refusal | null {
  const { amount, dueOn } = event;
  if (amount <= 0) return refuse("nothingTendered", undefined, "amount");
  if (deal.tenders.promises.length >= MOST_TENDERS) return refuse("tendersFull", { count: MOST_TENDERS });
  // The store's day may still be yesterday's by the clock of the world; one day of grace is harmless.
  const days = daysBetween(scope.at.slice(0, 10) as PlainDate, dueOn);
  if (days < -1 || days > MOST_PROMISED_DAYS) return refuse("tenderDayOut", { count: MOST_PROMISED_DAYS }, "dueOn");
  const balance = leftToPay(deal, scope);
  if (!balance) return refuse("notComputable");
  const limit = minus(balance.left, balance.promised);
  return amount > limit ? refuse("tenderAboveDue", { limit: limit > 0 ? limit : noCents }, "amount") : null;
}

function returnFits({ tenders }: DealContext, { number, amount }: DealEventOf<"tender.returned">): Refusal | null {
  const tender = tenders.list.find((one) => one.number === number);
  if (!tender) return refuse("tenderUnknown");
  if (amount <= 0) return refuse("nothingTendered", undefined, "amount");
  const limit = tenderKept(tender);
  return amount > limit ? refuse("returnAboveTender", { limit }, "amount") : null;
}

/** Once a return is worked out to the cent, its own settlement moves the money. */
function beforeReturn<Event extends DealEvent>(
  guard: (deal: DealContext, event: Event, scope: GuardScope) => Refusal | null,
) {
  return (deal: DealContext, event: Event, scope: GuardScope): Refusal | null =>
    deal.returns.request?.statement ? refuse("returnAsked") : guard(deal, event, scope);
}

/** What money at the desk may do to a deal. */
export const tenderGuards = {
  "tender.recorded": beforeReturn(tenderFits),
  "tender.promised": beforeReturn(promiseFits),
  "tender.promiseDropped": (deal: DealContext, { number }: DealEventOf<"tender.promiseDropped">) =>
    openPromise(deal, number) ? null : refuse("tenderPromiseUnknown"),
  "tender.returned": beforeReturn(returnFits),
};
