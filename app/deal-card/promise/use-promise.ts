import { useSyncExternalStore } from "react";
import { storeDate } from "#app/deals/store-date";
import { useDeal } from "#app/deal-card/use-deal";
import { numbersFrom } from "#machines/deal/deal-view";
import { type PromiseCompared, promiseCompared } from "#machines/deal/promise-differences";

/** A day that ends while the card is open is seen with the next thing that is drawn. */
const neverChanges = () => () => {};

/** The store's day, once the card is alive: a page that was drawn yesterday evening must not decide it. */
export function useStoreDay(): string | null {
  const { timeZone } = useDeal().view.card.store;
  return useSyncExternalStore(
    neverChanges,
    () => storeDate(new Date(), timeZone),
    () => null,
  );
}

/** The promise that holds for this car today, beside the deal; null while there is none or the day is not known. */
export function usePromise(): PromiseCompared | null {
  const { view } = useDeal();
  const today = useStoreDay();
  return today === null ? null : promiseCompared(numbersFrom(view), today);
}
