import type { DealEvent } from "./deal-events";
import { contextOf, type DealState } from "./apply-deal-event";

/**
 * What an event asks of the outside world. Enqueued in the same transaction as the event, run at least once,
 * each with a key made of deal, revision and type so that a second run does nothing new.
 */
export type DealEffect =
  | { type: "refundDeposit"; reason: string }
  | { type: "drawBuyersOrder" }
  | { type: "voidDocuments" }
  | { type: "releaseSlot"; bookingId: string }
  | { type: "tellCustomerOffer"; offerId: string }
  | { type: "sendResumeLink" };

export function effectsOf(event: DealEvent, before: DealState | null, after: DealState): DealEffect[] {
  switch (event.type) {
    case "customer.identified": {
      const known = before && contextOf(before).people.customer.email;
      // The address stays in the deal: a job carries no personal data.
      return event.email !== "" && event.email !== known ? [{ type: "sendResumeLink" }] : [];
    }
    case "deposit.refundRequested":
      return [{ type: "refundDeposit", reason: event.reason }];
    case "deal.frozen":
      return [{ type: "drawBuyersOrder" }];
    case "deal.reopened":
      return [{ type: "voidDocuments" }];
    case "deal.lost":
      return [{ type: "voidDocuments" }, ...releasedSlot(before)];
    case "delivery.slotBooked":
    case "delivery.methodChosen": {
      const kept = contextOf(after).delivery.slot?.bookingId;
      return releasedSlot(before).filter(({ bookingId }) => bookingId !== kept);
    }
    case "trade.offerMade":
      return [{ type: "tellCustomerOffer", offerId: event.offerId }];
    default:
      return [];
  }
}

function releasedSlot(before: DealState | null): { type: "releaseSlot"; bookingId: string }[] {
  const slot = before && contextOf(before).delivery.slot;
  return slot ? [{ type: "releaseSlot", bookingId: slot.bookingId }] : [];
}
