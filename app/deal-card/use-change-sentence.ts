import { useMemo } from "react";
import { changeSentence, type ChangeReader } from "#app/deal-card/change-sentence";
import { useDeal } from "#app/deal-card/use-deal";
import { useLocale, useTimeZone } from "#app/ui/messages";
import type { CardPlace } from "#app/deal-card/card-place";
import type { DealView } from "#machines/deal/deal-view";
import type { DealChange } from "#machines/deal/deal-changes";

/** For whose eyes the sentences on this card are. */
export function useChangeReader(): ChangeReader {
  const { view, me, isStaff, place } = useDeal();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const { store } = view.card;
  return useMemo<ChangeReader>(
    () => ({
      locale,
      timeZone,
      you: isStaff && me ? { kind: "staff", ...me } : customerReader(place, view),
      storeName: store.name,
      productKinds: Object.fromEntries(store.fniCatalog.map(({ code, kind }) => [code, kind])),
    }),
    [locale, timeZone, me, isStaff, place, view, store],
  );
}

/** A guest is told apart from other guests by the name of their seat. */
function customerReader(place: CardPlace, { card }: DealView): ChangeReader["you"] {
  if (place.kind !== "seat") return { kind: "customer" };
  const { seatId, seatKind: seat } = place;
  return { kind: "customer", seat, firstName: card.seats.list.find((one) => one.seatId === seatId)?.name };
}

/** The sentence of a change for whoever looks at this card. */
export function useChangeSentence() {
  const reader = useChangeReader();
  return (change: DealChange) => changeSentence(change, reader);
}
