import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import type { ChatCard, ChatSendMessage } from "#app/realtime/chat-protocol";

type AskedCard = Extract<ChatSendMessage["content"], { kind: "card" }>["card"];

/**
 * A deal thing as it goes into the conversation: what the customer's own projection says of it now, so that the card
 * still tells the truth about this moment when the deal has moved on. Null when the deal has no such thing.
 */
export function chatCard(state: DealState, asked: AskedCard): ChatCard | null {
  const view = viewOf(state, "customer");
  const { vehicle, trade, life } = view.card;
  switch (asked.type) {
    case "vehicle": {
      const car = vehicle.vehicle;
      return (
        car && {
          type: "vehicle",
          stockNumber: car.stockNumber,
          name: `${car.year} ${car.make} ${car.model}`,
          price: vehicle.sellingPrice,
        }
      );
    }
    case "offer": {
      const { offer, description } = trade;
      if (!offer || offer.offerId !== asked.offerId || !description) return null;
      const { offerId, allowance, expiresAt } = offer;
      const car = `${description.year} ${description.make} ${description.model}`;
      return { type: "offer", offerId, allowance, expiresAt, car };
    }
    case "payment": {
      const numbers = headlineNumbers(view);
      if (!numbers) return null;
      const { method, payment, cashDue } = numbers;
      return { type: "payment", revision: view.revision, method, amount: payment, cashDue };
    }
    case "document":
      return life.contractingRevision === null
        ? null
        : { type: "document", document: asked.document, revision: life.contractingRevision };
  }
}

/** What an event puts into the conversation by itself, so that a deal thing arrives where people talk about it. */
export function cardOfEvent(state: DealState, type: string): ChatCard | null {
  switch (type) {
    case "trade.offerMade": {
      const { offer } = contextOf(state).trade;
      return offer && chatCard(state, { type: "offer", offerId: offer.offerId });
    }
    case "vehicle.swapped":
      return chatCard(state, { type: "vehicle" });
    case "deal.frozen":
      return chatCard(state, { type: "document", document: "buyersOrder" });
    default:
      return null;
  }
}

export const cardEvents = ["trade.offerMade", "vehicle.swapped", "deal.frozen"] as const;
