import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEventOf, DealEventType } from "#machines/deal/deal-events";
import { openSeats, seatRelations } from "#machines/deal/seat";
import { promisedParties } from "#machines/deal/wait-parties";
import { stageNames } from "#machines/stages/stage";

type SeatEventType = Extract<
  DealEventType,
  `seat.${string}` | `coBuyer.${string}` | `showroom.${string}` | `wait.${string}` | "deal.imported"
>;
type SeatMakers = {
  [Type in SeatEventType]: (n: number, state: DealState) => Omit<DealEventOf<Type>, "type"> | null;
};

const oneOf = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const seatIn = (state: DealState, n: number) => {
  const open = openSeats(contextOf(state).seats);
  return open.length > 0 ? { seatId: oneOf(open, n).seatId } : null;
};

/** Events of the table and the clock that often fit a deal. */
export const seatMakers: SeatMakers = {
  "seat.invited": (n) => ({
    seatId: `seat-${n}`,
    kind: oneOf(["guest", "coBuyer"] as const, n),
    relation: oneOf(seatRelations, n),
    scope: oneOf(["view", "edit"] as const, n),
    name: oneOf(["Nadia", "Omar"], n),
  }),
  "seat.taken": (n, state) => seatIn(state, n),
  "seat.scopeChanged": (n, state) => {
    const seat = seatIn(state, n);
    return seat && { ...seat, scope: oneOf(["edit", "view"] as const, n) };
  },
  "seat.ended": (n, state) => seatIn(state, n),
  "coBuyer.identified": (n) => ({ firstName: oneOf(["Nadia", "Ana"], n), lastName: "Marsh", email: "", phone: "" }),
  "coBuyer.addressStated": () => ({ street: "9 Ash Row", city: "Lakeside", region: "IL", postcode: "60601" }),
  "wait.promised": (n) => ({
    party: oneOf(promisedParties, n),
    until: new Date(Date.parse("2026-11-29T15:00:00.000Z") + n * 60_000).toISOString(),
  }),
  "showroom.opened": (n) => ({ pairingId: `screen-${n % 3}`, kind: oneOf(["tablet", "handOver"] as const, n) }),
  "showroom.closed": (n) => ({ pairingId: `screen-${n % 3}` }),
  "showroom.timeSpent": (n) => ({ seconds: { [oneOf(stageNames, n)]: n % 900 } }),
  // The last event of a deal: after it nothing more could be tried.
  "deal.imported": () => null,
};
