import type { ChangeCause } from "./change-cause";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

/** The seat that differs between two views of one reader. */
function changedSeat(was: DealView, is: DealView) {
  const before = new Map(was.card.seats.list.map((seat) => [seat.seatId, JSON.stringify(seat)]));
  return is.card.seats.list.find((seat) => before.get(seat.seatId) !== JSON.stringify(seat)) ?? null;
}

const seatParams: Params = (was, is) => {
  const seat = changedSeat(was, is);
  return { name: seat?.name ?? null, seat: seat?.kind ?? null, scope: seat?.scope ?? null };
};

const seconds = ({ card }: DealView) => Object.values(card.showroom.seconds).reduce((sum, value) => sum + value, 0);

/** What was said about the table and the clock, for the history. */
export const seatCauses: Partial<Record<DealEventType, Params>> = {
  "seat.invited": seatParams,
  "seat.taken": seatParams,
  "seat.scopeChanged": seatParams,
  "seat.ended": seatParams,
  "wait.promised": (_was, is) => ({ party: is.card.wait.party, until: is.card.wait.promise?.until ?? null }),
  "showroom.opened": (_was, is) => ({ screen: is.card.showroom.screens.at(-1)?.kind ?? null }),
  "showroom.timeSpent": (was, is) => ({ minutes: Math.round((seconds(is) - seconds(was)) / 60) }),
  "deal.imported": (_was, is) => ({ store: is.card.life.imported?.store ?? null }),
};
