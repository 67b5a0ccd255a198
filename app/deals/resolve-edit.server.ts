import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent, RequestedEdit } from "#machines/deal/deal-events";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { viewOf } from "#machines/deal/view-of-deal";
import { isPromise } from "#machines/deal/promise-of-deal";
import { finalizeChecklist, openItems } from "#machines/jacket/finalize-checklist";
import type { PlainDate } from "#machines/money/plain-date";
import { homeDeliveryFee } from "#machines/stages/delivery";
import type { Actor } from "#machines/store/actor";
import { dealResolvers } from "./deal-resolvers.server";
import { resolvePencil } from "./resolve-pencil.server";
import { resolveTaxesEdit, resolveTaxReview } from "./resolve-taxes-edit.server";
import { isHandoverRequest, resolveHandoverEdit } from "./resolve-handover-edit.server";
import { isTradeRequest, resolveTradeEdit } from "./resolve-trade-edit.server";
import { storeDate } from "./store-date";

export interface EditRequest {
  editId: string;
  actor: Actor;
  /** ISO instant. */
  at: string;
}

export type Resolved = DealEvent | { refusal: Refusal };

/**
 * Turns what a person asked for into the event the journal keeps: everything random, timed or fetched is decided here,
 * before the event is judged, so that the fold never looks outside.
 */
export async function resolveEdit(state: DealState, edit: RequestedEdit, request: EditRequest): Promise<Resolved> {
  const { store } = contextOf(state);
  const today = storeDate(request.at, store.timeZone) as PlainDate;
  if (isTradeRequest(edit)) return resolveTradeEdit(state, edit, request, today);
  if (isHandoverRequest(edit)) return resolveHandoverEdit(state, edit, request);
  switch (edit.type) {
    case "vehicle.swapRequested": {
      const vehicle = await dealResolvers().vehicle(store.rooftopId, edit.stockNumber, today);
      if (!vehicle) return { refusal: refuse("vehicleUnavailable") };
      const { identity } = contextOf(state);
      const holder = await dealResolvers().holder(edit.stockNumber);
      if (holder && holder !== identity.dealId) return { refusal: refuse("vehicleTaken") };
      return { type: "vehicle.swapped", vehicle };
    }
    case "staff.assignmentRequested":
      return assignedStaff(store.rooftopId, edit.staffId, request.actor);
    case "delivery.addressStated":
      return deliveryAddress(state, edit);
    case "taxes.garagingRequested":
      return resolveTaxesEdit(state, edit, today);
    case "taxes.reviewRequested":
      return resolveTaxReview(state, edit, today);
    case "delivery.slotRequested":
      return bookedSlot(state, edit.startsAt, request);
    case "pencil.proposalRequested":
      return resolvePencil(state, edit, request);
    case "deposit.deskPaymentRequested":
      return deskDeposit(state, edit);
    case "deposit.extensionRequested": {
      const prolonged = await dealResolvers().prolongedUntil(contextOf(state).identity.dealId, edit.hours);
      return prolonged ? { type: "deposit.holdExtended", ...prolonged } : { refusal: refuse("noDepositHeld") };
    }
    case "promise.requested": {
      const { dealId } = contextOf(state).identity;
      const promise = await dealResolvers().promise({
        dealId,
        editId: request.editId,
        view: viewOf(state, "customer"),
        today,
      });
      return isPromise(promise) ? { type: "promise.kept", content: promise } : { refusal: promise };
    }
    case "seat.inviteRequested": {
      const { kind, relation, scope, name } = edit;
      return { type: "seat.invited", seatId: `seat-${request.editId}`, kind, relation, scope, name };
    }
    case "deal.freezeRequested": {
      const open = openItems(finalizeChecklist(viewOf(state, "finance"), today));
      if (open.length > 0) return { refusal: refuse("checklistOpen", { count: open.length }) };
      return { type: "deal.frozen", contractDate: today };
    }
  }
}

async function deskDeposit(
  state: DealState,
  { method, reference }: Extract<RequestedEdit, { type: "deposit.deskPaymentRequested" }>,
): Promise<Resolved> {
  const { identity, vehicle, store, deposit } = contextOf(state);
  if (!vehicle.vehicle) return { refusal: refuse("noVehicle") };
  if (deposit.status === "held") return { refusal: refuse("depositHeldAlready") };
  const { amount, holdHours, termsVersion } = store.deposit;
  const { stockNumber } = vehicle.vehicle;
  const taken = await dealResolvers().takeDeskDeposit({
    dealId: identity.dealId,
    stockNumber,
    amount,
    method,
    holdHours,
  });
  if (taken === "taken") return { refusal: refuse("vehicleTaken") };
  if (taken === "inProgress") return { refusal: refuse("depositInProgress") };
  return { type: "deposit.takenAtDesk", ...taken, amount, method, reference, termsVersion };
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
  const { identity, store, delivery, vehicle } = contextOf(state);
  if (!delivery.method) return { refusal: refuse("deliveryMethodMissing") };
  const bookingId = `slot-${editId}`;
  const booked = await dealResolvers().bookSlot({
    dealId: identity.dealId,
    rooftopId: store.rooftopId,
    policy: store,
    method: delivery.method,
    condition: vehicle.vehicle?.condition ?? null,
    homeMiles: delivery.distanceMiles,
    startsAt,
    bookingId,
  });
  if (booked === "notOffered") return { refusal: refuse("slotNotOffered", undefined, "startsAt") };
  if (booked === "taken") return { refusal: refuse("slotTaken", undefined, "startsAt") };
  return { type: "delivery.slotBooked", bookingId, startsAt, endsAt: booked.endsAt };
}
