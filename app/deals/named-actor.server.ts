import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { openSeat } from "#machines/deal/seat";
import type { Actor } from "#machines/store/actor";

/** Somebody on the customer's side is called what the deal calls them; sessions know no names. */
export function namedActor(actor: Actor, state: DealState): Actor {
  if (actor.kind !== "customer" || actor.firstName) return actor;
  const { people, seats } = contextOf(state);
  const { seat } = actor;
  const name = seat && "seatId" in seat ? openSeat(seats, seat.seatId)?.name : people.customer.firstName;
  return { ...actor, firstName: name || null };
}
