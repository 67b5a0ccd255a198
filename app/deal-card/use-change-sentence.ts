import { useMemo } from "react";
import { changeSentence, type ChangeReader } from "#app/deal-card/change-sentence";
import { useDeal } from "#app/deal-card/use-deal";
import { useLocale, useTimeZone } from "#app/ui/messages";
import type { DealChange } from "#machines/deal/deal-changes";

/** The sentence of a change for whoever looks at this card. */
export function useChangeSentence() {
  const { view, me, isStaff } = useDeal();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const { store } = view.card;
  const reader = useMemo<ChangeReader>(
    () => ({
      locale,
      timeZone,
      you: isStaff && me ? { kind: "staff", ...me } : { kind: "customer" },
      storeName: store.name,
      productKinds: Object.fromEntries(store.fniCatalog.map(({ code, kind }) => [code, kind])),
    }),
    [locale, timeZone, me, isStaff, store],
  );
  return (change: DealChange) => changeSentence(change, reader);
}
