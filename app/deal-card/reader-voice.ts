import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";

/** How the card speaks of the customer: to them, by their name, or as "the customer" while nobody knows it. */
export interface ReaderVoice {
  voice: "you" | "named" | "unnamed";
  name: string;
}

/** Values for messages with `{voice, select, you {…} named {…} other {…}}`. A turned screen speaks to the customer. */
export function useReaderVoice(): ReaderVoice {
  const { isStaff, view, place } = useDeal();
  const { turned } = useStaffSight();
  const name = view.card.people.customer.firstName;
  // A guest reads about the buyer: neither the car nor the next step is theirs.
  const isGuest = place.kind === "seat" && place.seatKind === "guest";
  if ((!isStaff && !isGuest) || turned) return { voice: "you", name };
  return { voice: name ? "named" : "unnamed", name };
}
