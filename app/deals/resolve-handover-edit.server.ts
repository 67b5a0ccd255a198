import { createHash } from "node:crypto";
import { contextOf, type DealState, statusesOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import type { RequestedEdit } from "#machines/deal/deal-events";
import { refuse } from "#machines/deal/deal-refusals";
import { dayInZone } from "#machines/deal/deal-trades";
import { driveAgreementContent, dueBillContent, handoverContent } from "#machines/deal/handover-content";
import { returnRefusal } from "#machines/deal/handover-guards";
import { judgedReturn, returnStatement } from "#machines/deal/return-writes";
import { usualHandover } from "#machines/store/handover-policy";
import { dealResolvers } from "./deal-resolvers.server";
import type { EditRequest, Resolved } from "./resolve-edit.server";

type HandoverRequest = Extract<
  RequestedEdit,
  { type: `handover.${string}` | `dueBill.${string}` | `returns.${string}` | `drive.${string}` }
>;

export const isHandoverRequest = (edit: RequestedEdit): edit is HandoverRequest =>
  /^(handover|dueBill|returns|drive)\./.test(edit.type);

/** What people ask for from the contract to the last plate, with everything looked up and decided. */
export async function resolveHandoverEdit(
  state: DealState,
  edit: HandoverRequest,
  request: EditRequest,
): Promise<Resolved> {
  const deal = contextOf(state);
  const { rooftopId } = deal.store;
  switch (edit.type) {
    case "handover.workPlanRequested": {
      const { item, light, title, dueAt, staffId } = edit;
      const owner = staffId === null ? null : await dealResolvers().staff(rooftopId, staffId);
      if (staffId !== null && !owner) return { refusal: refuse("staffUnknown") };
      return { type: "handover.workPlanned", item, light, title, owner, dueAt };
    }
    case "handover.timeRequested":
      return bookedTime(deal, edit.startsAt, request);
    case "handover.signRequested":
      return { type: "handover.signed", ...(await signed(deal, edit, handoverContent(deal), request)) };
    case "dueBill.itemRequested": {
      const { text, dueOn, cost, staffId } = edit;
      const owner = await dealResolvers().staff(rooftopId, staffId);
      if (!owner) return { refusal: refuse("staffUnknown") };
      return { type: "dueBill.itemAdded", itemId: `due-${request.editId}`, text, owner, dueOn, cost };
    }
    case "dueBill.signRequested":
      return { type: "dueBill.signed", ...(await signed(deal, edit, dueBillContent(deal), request)) };
    case "returns.acceptRequested": {
      const { odometer, asDelivered, trades } = edit;
      const asked = deal.returns.request?.requestedAt ?? request.at;
      const refusal = returnRefusal(deal, edit, asked);
      if (refusal) return { refusal };
      const verdict = judgedReturn(deal, edit, dayInZone(asked, deal.store.timeZone));
      const statement = verdict?.ok
        ? returnStatement({ ...deal, kept: statusesOf(state).kept }, verdict, trades)
        : null;
      if (!statement) return { refusal: refuse("notComputable") };
      return { type: "returns.accepted", odometer, asDelivered, trades, statement };
    }
    case "drive.bookRequested":
      return bookedDrive(deal, edit, request);
    case "drive.signRequested": {
      const { driveId, name, strokes } = edit;
      const content = driveAgreementContent(deal, driveId);
      const { party: _, ...signature } = await signed(deal, { party: "customer", name, strokes }, content, request);
      return { type: "drive.signed", driveId, ...signature };
    }
  }
}

async function bookedTime(deal: DealContext, startsAt: string, { editId }: EditRequest): Promise<Resolved> {
  const { identity, store, delivery, vehicle } = deal;
  const bookingId = `slot-${editId}`;
  const booked = await dealResolvers().bookSlot({
    dealId: identity.dealId,
    rooftopId: store.rooftopId,
    policy: store,
    // What brings the car costs money, and the money is in the contract: where none was chosen, it is picked up.
    method: delivery.method ?? "pickup",
    condition: vehicle.vehicle?.condition ?? null,
    homeMiles: delivery.distanceMiles,
    startsAt,
    bookingId,
  });
  if (booked === "notOffered") return { refusal: refuse("slotNotOffered", undefined, "startsAt") };
  if (booked === "taken") return { refusal: refuse("slotTaken", undefined, "startsAt") };
  return { type: "handover.timeBooked", bookingId, startsAt, endsAt: booked.endsAt };
}

async function bookedDrive(
  deal: DealContext,
  { startsAt, place }: Extract<HandoverRequest, { type: "drive.bookRequested" }>,
  { editId }: EditRequest,
): Promise<Resolved> {
  const { identity, store, vehicle, people } = deal;
  const car = vehicle.vehicle;
  if (!car) return { refusal: refuse("noVehicle") };
  if (place === "home") {
    const { postcode } = people.customer;
    if (!postcode) return { refusal: refuse("homeAddressMissing", undefined, "postcode") };
    const most = (store.handover ?? usualHandover).testDrive.homeMiles;
    const miles = milesTo(store.delivery.milesByPostcode, postcode);
    if (miles === null || miles > most) return { refusal: refuse("driveNotAtHome", { count: most }, "place") };
  }
  const holder = await dealResolvers().holder(car.stockNumber);
  if (holder && holder !== identity.dealId) return { refusal: refuse("vehicleTaken") };
  const driveId = `drive-${editId}`;
  const { dealId } = identity;
  const { rooftopId } = store;
  const { stockNumber } = car;
  const booked = await dealResolvers().bookDrive({ driveId, dealId, rooftopId, policy: store, stockNumber, startsAt });
  if (booked === "notOffered") return { refusal: refuse("slotNotOffered", undefined, "startsAt") };
  if (booked === "taken") return { refusal: refuse("slotTaken", undefined, "startsAt") };
  const carName = `${car.year} ${car.make} ${car.model}`.slice(0, 80);
  return { type: "drive.booked", driveId, stockNumber, carName, place, startsAt, endsAt: booked.endsAt };
}

function milesTo(table: DealContext["store"]["delivery"]["milesByPostcode"], postcode: string): number | null {
  const longest = table
    .filter(({ prefix }) => postcode.startsWith(prefix))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)[0];
  return longest?.miles ?? null;
}

/** Keeps the drawing where there is one, and says by hash what was signed. */
async function signed<Party extends "customer" | "store">(
  deal: DealContext,
  { party, name, strokes }: { party: Party; name: string; strokes: string | null },
  content: string,
  { editId }: EditRequest,
) {
  const signatureId = strokes ? `signature-${editId}` : null;
  if (signatureId && strokes)
    await dealResolvers().keepSignature({ dealId: deal.identity.dealId, signatureId, strokes });
  return { party, name, signatureId, contentHash: createHash("sha256").update(content).digest("hex") };
}
