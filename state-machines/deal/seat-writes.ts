import { type Refusal, refuse } from "./deal-refusals";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";
import type { GuardScope } from "./guard-scope";
import { MOST_OPEN_SEATS, MOST_SEATS, openSeat, openSeats, scopesOf, type Seat } from "./seat";

type SeatEvent = Extract<DealEvent, { type: `seat.${string}` | `coBuyer.${string}` }>;

/** What a seat's own events write. */
export function seatChange({ seats }: DealContext, event: SeatEvent, meta: EventMeta): Pick<DealContext, "seats"> {
  const replaced = (seatId: string, change: Partial<Seat>) => ({
    seats: { ...seats, list: seats.list.map((seat) => (seat.seatId === seatId ? { ...seat, ...change } : seat)) },
  });
  switch (event.type) {
    case "seat.invited": {
      const { type: _, ...invited } = event;
      const seat = { ...invited, invitedBy: meta.by, invitedAt: meta.at, takenAt: null, endedAt: null, endedBy: null };
      return { seats: { ...seats, list: [...seats.list, seat] } };
    }
    case "seat.taken":
      return replaced(event.seatId, { takenAt: meta.at });
    case "seat.scopeChanged":
      return replaced(event.seatId, { scope: event.scope });
    case "seat.ended":
      return replaced(event.seatId, { endedAt: meta.at, endedBy: meta.by });
    case "coBuyer.identified":
    case "coBuyer.addressStated": {
      const { type: _, ...stated } = event;
      return { seats: { ...seats, coBuyer: { ...seats.coBuyer, ...stated } } };
    }
  }
}

/** One co-buyer, a handful of seats, and rights that the kind of seat can have. */
export function seatCanBeInvited({ seats }: DealContext, { kind, scope }: DealEventOf<"seat.invited">): Refusal | null {
  const open = openSeats(seats);
  if (open.length >= MOST_OPEN_SEATS || seats.list.length >= MOST_SEATS)
    return refuse("seatsFull", { count: MOST_OPEN_SEATS });
  if (kind === "coBuyer" && open.some((seat) => seat.kind === "coBuyer")) return refuse("coBuyerSeated");
  return scopesOf(kind).includes(scope) ? null : refuse("scopeNotForSeat", undefined, "scope");
}

export const seatIsFree = ({ seats }: DealContext, { seatId }: { seatId: string }): Refusal | null => {
  const seat = openSeat(seats, seatId);
  if (!seat) return refuse("seatUnknown");
  return seat.takenAt === null ? null : refuse("seatTaken");
};

export const scopeFitsSeat = (
  { seats }: DealContext,
  { seatId, scope }: DealEventOf<"seat.scopeChanged">,
): Refusal | null => {
  const seat = openSeat(seats, seatId);
  if (!seat) return refuse("seatUnknown");
  return scopesOf(seat.kind).includes(scope) ? null : refuse("scopeNotForSeat", undefined, "scope");
};

/** Buyer and store end any seat; who sits in one leaves their own and no other. */
export function seatCanBeEnded(
  { seats }: DealContext,
  { seatId }: DealEventOf<"seat.ended">,
  { actor }: GuardScope,
): Refusal | null {
  if (!openSeat(seats, seatId)) return refuse("seatUnknown");
  const own = actor.kind === "customer" && actor.seat && "seatId" in actor.seat ? actor.seat.seatId : seatId;
  return own === seatId ? null : refuse("notAllowed");
}

/** A co-buyer's particulars are stated by themselves or, with them, by the store; never by the buyer or a guest. */
export function coBuyerSpeaks({ seats }: DealContext, _event: object, { actor }: GuardScope): Refusal | null {
  if (!openSeats(seats).some(({ kind }) => kind === "coBuyer")) return refuse("noCoBuyer");
  return actor.kind !== "customer" || actor.seat?.kind === "coBuyer" ? null : refuse("notAllowed");
}
