import { useDeal } from "#app/deal-card/use-deal";
import { seatMay } from "#machines/deal/seat-permissions";

/** This reader sits where the card can be read and not worked: no control of it is drawn for them. */
export function useLooksOn(): boolean {
  const { view, place } = useDeal();
  if (place.kind !== "seat") return false;
  const seat = view.card.seats.list.find(({ seatId }) => seatId === place.seatId);
  return !seat || !seatMay(seat.scope, "stage.deferred");
}
