import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent, RequestedEdit } from "#machines/deal/deal-events";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { viewOf } from "#machines/deal/view-of-deal";
import { finalizeChecklist, openItems } from "#machines/jacket/finalize-checklist";
import type { PlainDate } from "#machines/money/plain-date";
import { homeDeliveryFee } from "#machines/stages/delivery";
import type { Actor } from "#machines/store/actor";
import { dealResolvers } from "./deal-resolvers.server";
import { storeDate } from "./store-date";

export interface EditRequest {
  editId: string;
  actor: Actor;
  /** ISO instant. */
  at: string;
}

export type Resolved = DealEvent | { refusal: Refusal };

const HOUR_MS = 3_600_000;

/**
 * Turns what a person asked for into the event the journal keeps: everything random, timed or fetched is decided here,
 * before the event is judged, so that the fold never looks outside.
 */
export async function resolveEdit(state: DealState, edit: RequestedEdit, request: EditRequest): Promise<Resolved> {
  const { store, trade } = contextOf(state);
  const today = storeDate(request.at, store.timeZone) as PlainDate;
  switch (edit.type) {
    case "vehicle.swapRequested": {
      const vehicle = await dealResolvers().vehicle(store.rooftopId, edit.stockNumber, today);
      return vehicle ? { type: "vehicle.swapped", vehicle } : { refusal: refuse("vehicleUnavailable") };
    }
    case "trade.valuationRequested": {
      if (!trade.description) return { refusal: refuse("noTradeDescribed") };
      const { description, condition, lien } = trade;
      const valuation = await dealResolvers().valuation({ description, condition, lien, today });
      return valuation ? { type: "trade.valued", ...valuation } : { refusal: refuse("valuationUnavailable") };
    }
    case "trade.offerProposed": {
      const { allowance, reasons, note } = edit;
      const expiresAt = new Date(Date.parse(request.at) + store.offerValidDays * 24 * HOUR_MS).toISOString();
      return { type: "trade.offerMade", offerId: `offer-${request.editId}`, allowance, reasons, note, expiresAt };
    }
    case "staff.assignmentRequested":
      return assignedStaff(store.rooftopId, edit.staffId, request.actor);
    case "delivery.addressStated":
      return deliveryAddress(state, edit);
    case "delivery.slotRequested":
      return bookedSlot(state, edit.startsAt, request);
    case "deal.freezeRequested": {
      const open = openItems(finalizeChecklist(viewOf(state, "finance"), today));
      if (open.length > 0) return { refusal: refuse("checklistOpen", { count: open.length }) };
      return { type: "deal.frozen", contractDate: today };
    }
  }
}

/** A salesperson or finance manager takes a deal for themselves; a manager gives it to anybody. */
async function assignedStaff(rooftopId: string, staffId: string, actor: Actor): Promise<Resolved> {
  const own = actor.kind === "staff" && actor.staffId === staffId;
  const assigns = actor.kind === "staff" && ["salesManager", "generalManager", "admin"].includes(actor.role);
  if (!own && !assigns) return { refusal: refuse("notAllowed") };
  const staff = await dealResolvers().staff(rooftopId, staffId);
  return staff ? { type: "staff.assigned", staff } : { refusal: refuse("staffUnknown") };
}

function deliveryAddress(
  state: DealState,
  { street, city, region, postcode }: Extract<RequestedEdit, { type: "delivery.addressStated" }>,
): Resolved {
  const { milesByPostcode, distanceBands } = contextOf(state).store.delivery;
  const nearest = milesByPostcode
    .filter(({ prefix }) => postcode.startsWith(prefix))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)[0];
  const fee = nearest ? homeDeliveryFee(distanceBands, nearest.miles) : null;
  if (!nearest || fee === null) return { refusal: refuse("addressOutsideArea", undefined, "postcode") };
  return { type: "delivery.addressGiven", street, city, region, postcode, distanceMiles: nearest.miles, fee };
}

async function bookedSlot(state: DealState, startsAt: string, { editId }: EditRequest): Promise<Resolved> {
  const { identity, store, delivery } = contextOf(state);
  if (!delivery.method) return { refusal: refuse("deliveryMethodMissing") };
  const bookingId = `slot-${editId}`;
  const booked = await dealResolvers().bookSlot({
    dealId: identity.dealId,
    rooftopId: store.rooftopId,
    policy: store,
    method: delivery.method,
    startsAt,
    bookingId,
  });
  if (booked === "notOffered") return { refusal: refuse("slotNotOffered", undefined, "startsAt") };
  if (booked === "taken") return { refusal: refuse("slotTaken", undefined, "startsAt") };
  return { type: "delivery.slotBooked", bookingId, startsAt, endsAt: booked.endsAt };
}
