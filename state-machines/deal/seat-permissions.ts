import type { Actor } from "../store/actor";
import type { DealContext } from "./deal-context";
import type { DealEdit, DealEvent } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { openSeat, type SeatScope, seatScopes } from "./seat";

type Saying = (DealEvent | DealEdit)["type"];

/**
 * What a seat beside the buyer's may say, by the least scope that says it. What is not listed is the buyer's alone:
 * everything that binds them or costs them money, who they are, and who else sits at the table.
 */
export const seatPermissions: Partial<Record<Saying, SeatScope>> = {
  "seat.taken": "view",
  // Anybody may get up from the table.
  "seat.ended": "view",

  "coBuyer.identified": "ownData",
  "coBuyer.addressStated": "ownData",

  "vehicle.confirmed": "edit",
  "vehicle.swapRequested": "edit",
  "vehicle.incentiveClaimed": "edit",
  "trade.described": "edit",
  "trade.conditionAnswered": "edit",
  "trade.ownershipStated": "edit",
  "trade.payoffStated": "edit",
  "trade.valueStated": "edit",
  "trade.valuationRequested": "edit",
  "trade.offerCountered": "edit",
  "finance.methodChosen": "edit",
  "finance.termChosen": "edit",
  "finance.cashDownSet": "edit",
  "finance.cellAdopted": "edit",
  "finance.creditBandStated": "edit",
  "finance.leaseTermsChosen": "edit",
  "finance.optionsChosen": "edit",
  "finance.targetPaymentSet": "edit",
  "taxes.garagingRequested": "edit",
  "delivery.methodChosen": "edit",
  "delivery.addressStated": "edit",
  "delivery.slotRequested": "edit",
  "handover.timeRequested": "edit",
  "drive.bookRequested": "edit",
  "drive.cancelled": "edit",
  "stage.skipped": "edit",
  "stage.deferred": "edit",
  "stage.resumed": "edit",
};

const reaches = (scope: SeatScope, least: SeatScope) => seatScopes.indexOf(scope) >= seatScopes.indexOf(least);

/** May this seat say it? */
export const seatMay = (scope: SeatScope, type: Saying): boolean => {
  const least = seatPermissions[type];
  return least !== undefined && reaches(scope, least);
};

/**
 * The seat's right to say this, on the newest deal: a right taken away is gone with the event that took it, whatever a
 * connection remembers. Null for everybody who does not sit in an invited seat.
 */
export function seatRefusal({ seats }: Pick<DealContext, "seats">, actor: Actor, type: Saying): Refusal | null {
  if (actor.kind !== "customer" || !actor.seat || actor.seat.kind === "storeScreen") return null;
  const seat = openSeat(seats, actor.seat.seatId);
  return seat && seatMay(seat.scope, type) ? null : refuse("notAllowed");
}
