import { isElsewhere } from "../rule-packs/jurisdictions";
import { staffSeatOf } from "./contribution-record";
import type { StaffRef } from "./deal-context";
import type { DealEvent } from "./deal-events";
import { handoverTime, type TrackingStep } from "../stages/handover";
import { contextOf, type DealState, lifeOf } from "./apply-deal-event";

/**
 * What an event asks of the outside world. Enqueued in the same transaction as the event, run at least once,
 * each with a key made of deal, revision and type so that a second run does nothing new.
 */
export type DealEffect =
  | { type: "refundDeposit"; reason: string }
  | { type: "captureDeposit" }
  | { type: "moveHold" }
  | { type: "tellHoldEnding" }
  | { type: "tellDepositReleased" }
  | { type: "tellReceipts" }
  | { type: "postDeskDeposit"; attempt: number }
  | { type: "prolongHold" }
  | { type: "settleReturn" }
  | { type: "postTender"; number: number }
  | { type: "postTenderReturn"; number: number; part: number }
  | { type: "moveVehicle"; to: "sold" | "delivered" | "unsold" }
  | { type: "drawBuyersOrder" }
  | { type: "voidDocuments" }
  | { type: "releaseSlot"; bookingId: string }
  | { type: "tellCustomerPencil"; number: number }
  | { type: "expirePencil"; number: number; at: string }
  | { type: "tellCustomerOffer"; offerId: string }
  | { type: "forgetPhoto"; photoId: string }
  | { type: "closeSeat"; seatId: string }
  | { type: "tellReplacedStaff"; staffId: string }
  | { type: "sendResumeLink" }
  | { type: "lookUpTaxes" }
  | { type: "mailPromise"; number: string }
  | { type: "keepHandoverReceipt" }
  | { type: "unwindReturn" }
  | { type: "settleCarReturn" }
  | { type: "tellTracked"; step: TrackingStep }
  | { type: "tellFollowUp" }
  | { type: "tellDrive"; driveId: string; what: "booked" | "cancelled" }
  | { type: "releaseDrive"; driveId: string }
  | { type: "forgetHandoverPhoto"; photoId: string };

export function effectsOf(event: DealEvent, before: DealState | null, after: DealState): DealEffect[] {
  switch (event.type) {
    case "customer.identified": {
      const known = before && contextOf(before).people.customer.email;
      // The address stays in the deal: a job carries no personal data.
      return event.email !== "" && event.email !== known ? [{ type: "sendResumeLink" }, ...newestPromise(after)] : [];
    }
    case "customer.addressStated":
      return taxesFollow(after) ? [{ type: "lookUpTaxes" }] : [];
    case "deposit.held":
    case "deposit.refunded":
    case "deposit.returned":
      return [{ type: "tellReceipts" }];
    case "deposit.refundRequested":
      return [{ type: "refundDeposit", reason: event.reason }];
    case "vehicle.swapped":
      return contextOf(after).deposit.status === "held" ? [{ type: "moveHold" }] : [];
    case "deposit.holdEnding":
      return [{ type: "tellHoldEnding" }];
    case "deposit.released":
      return [{ type: "tellDepositReleased" }, { type: "tellReceipts" }];
    case "deal.contracted":
      return [
        { type: "moveVehicle", to: "sold" },
        ...(contextOf(after).deposit.funds === "authorized" ? [{ type: "captureDeposit" } as const] : []),
      ];
    case "deal.delivered":
      return [{ type: "moveVehicle", to: "delivered" }, { type: "keepHandoverReceipt" }];
    case "deal.frozen":
      return [{ type: "drawBuyersOrder" }];
    case "deal.reopened":
      return [
        { type: "voidDocuments" },
        // A signed contract is undone: the car is the store's again, or still held.
        ...(before && lifeOf(before) === "contracted" ? [{ type: "moveVehicle", to: "unsold" } as const] : []),
        // While it was frozen, the store may have said something else of the place's rules.
        ...(contextOf(after).taxes.garaging ? [{ type: "lookUpTaxes" } as const] : []),
      ];
    case "deal.lost":
      return [{ type: "voidDocuments" }, ...releasedSlots(before, after), ...releasedDrives(before, after)];
    case "delivery.slotBooked":
    case "delivery.methodChosen": {
      const released = releasedSlots(before, after);
      // Where the day of the hand-over decides the law, another day may be another law.
      return contextOf(after).taxes.dateBasis === "delivery" ? [...released, { type: "lookUpTaxes" }] : released;
    }
    case "promise.kept":
      return newestPromise(after);
    case "pencil.proposed":
      return [
        { type: "tellCustomerPencil", number: event.number },
        { type: "expirePencil", number: event.number, at: event.expiresAt },
      ];
    case "seat.ended":
      return [{ type: "closeSeat", seatId: event.seatId }];
    case "staff.assigned":
      return replacedStaff(event.staff, before);
    case "trade.offerMade":
      return [{ type: "tellCustomerOffer", offerId: event.offerId }];
    case "trade.verified":
      return event.offer ? [{ type: "tellCustomerOffer", offerId: event.offer.offerId }] : [];
    case "trade.photoAdded":
    case "trade.photoRemoved":
    case "trade.carRemoved":
      return photosGone(before, after).map((photoId) => ({ type: "forgetPhoto", photoId }));
    default:
      return [...deskEffects(event, after), ...handoverEffects(event, before, after)];
  }
}

/** What the way to the keys, a drive before it and a return after it set aside or give up. */
function handoverEffects(event: DealEvent, before: DealState | null, after: DealState): DealEffect[] {
  switch (event.type) {
    case "returns.accepted":
      return [{ type: "unwindReturn" }];
    case "returns.settled":
      return [{ type: "settleCarReturn" }];
    case "handover.timeBooked":
      return releasedSlots(before, after);
    case "handover.tracked":
      return [{ type: "tellTracked", step: event.step }];
    case "handover.followedUp":
      return event.serviceAt || event.reviewAsked ? [{ type: "tellFollowUp" }] : [];
    case "drive.booked":
      return [{ type: "tellDrive", driveId: event.driveId, what: "booked" }];
    case "drive.cancelled":
      return [...releasedDrives(before, after), { type: "tellDrive", driveId: event.driveId, what: "cancelled" }];
    case "drive.ended":
      return releasedDrives(before, after);
    case "handover.photoAdded":
    case "handover.photoRemoved":
    case "dueBill.photoKept":
    case "dueBill.itemDropped":
      return handoverPhotosGone(before, after);
    default:
      return [];
  }
}

/** What money at the store's own desk asks of the ledger and the till. */
function deskEffects(event: DealEvent, after: DealState): DealEffect[] {
  switch (event.type) {
    case "deposit.takenAtDesk":
      return [{ type: "postDeskDeposit", attempt: event.attempt }];
    case "deposit.holdExtended":
      return [{ type: "prolongHold" }];
    case "deposit.returnApproved":
      return [{ type: "settleReturn" }];
    case "tender.recorded":
      return [{ type: "postTender", number: contextOf(after).tenders.list.length }];
    case "tender.returned": {
      const tender = contextOf(after).tenders.list[event.number - 1];
      return [{ type: "postTenderReturn", number: event.number, part: tender?.returns.length ?? 1 }];
    }
    default:
      return [];
  }
}

/** Whoever had the seat hears that somebody else has it now, unless they gave it to themselves in another role. */
function replacedStaff(newcomer: StaffRef, before: DealState | null): { type: "tellReplacedStaff"; staffId: string }[] {
  const had = before && contextOf(before).people[staffSeatOf(newcomer)];
  return had && had.staffId !== newcomer.staffId ? [{ type: "tellReplacedStaff", staffId: had.staffId }] : [];
}

/** A promise kept before the address was known is sent with it. */
function newestPromise(state: DealState): { type: "mailPromise"; number: string }[] {
  const promise = contextOf(state).promises.list.at(-1);
  return promise ? [{ type: "mailPromise", number: promise.content.number }] : [];
}

/** Photos that the deal no longer names: replaced, removed, or gone with their car. */
function photosGone(before: DealState | null, after: DealState): string[] {
  const photosIn = (state: DealState) =>
    [contextOf(state).trade, ...contextOf(state).furtherTrades].flatMap(({ photos }) =>
      photos.map(({ photoId }) => photoId),
    );
  const kept = new Set(photosIn(after));
  return before ? photosIn(before).filter((photoId) => !kept.has(photoId)) : [];
}

/** The buyer's own address decides the taxes while the car is kept there, or while nobody said and it is elsewhere. */
function taxesFollow(after: DealState): boolean {
  const { taxes, people, store } = contextOf(after);
  return taxes.garaging?.sameAsHome ?? isElsewhere(people.customer.region, store.address.region);
}

/** Booked times that the deal no longer needs: the newest one of stage and hand-over is the one that holds. */
function releasedSlots(before: DealState | null, after: DealState): { type: "releaseSlot"; bookingId: string }[] {
  const booked = (state: DealState) =>
    [contextOf(state).delivery.slot, contextOf(state).handover.appointment].flatMap((slot) =>
      slot ? [slot.bookingId] : [],
    );
  const kept = handoverTime(contextOf(after))?.bookingId;
  return before
    ? booked(before).flatMap((bookingId) => (bookingId === kept ? [] : [{ type: "releaseSlot", bookingId }]))
    : [];
}

/** Cars that go back on the yard. */
function releasedDrives(before: DealState | null, after: DealState): { type: "releaseDrive"; driveId: string }[] {
  const out = (state: DealState) =>
    contextOf(state).drives.list.filter(({ status }) => status === "booked" || status === "out");
  const still = new Set(out(after).map(({ driveId }) => driveId));
  return before
    ? out(before).flatMap(({ driveId }) => (still.has(driveId) ? [] : [{ type: "releaseDrive", driveId }]))
    : [];
}

function handoverPhotosGone(before: DealState | null, after: DealState) {
  const photosIn = (state: DealState) => [
    ...contextOf(state).handover.photos.map(({ photoId }) => photoId),
    ...contextOf(state).dueBill.items.flatMap(({ photoId }) => photoId ?? []),
  ];
  const kept = new Set(photosIn(after));
  const had = before ? photosIn(before) : [];
  return had.flatMap((photoId) => (kept.has(photoId) ? [] : [{ type: "forgetHandoverPhoto" as const, photoId }]));
}
