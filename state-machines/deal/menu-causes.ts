import type { ChangeCause } from "./change-cause";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

const exceptionParams: Params = ({ card: was }, { card: is }) => {
  const list = (card: typeof is) => card.fni.exceptions ?? [];
  const newest = list(is).find(
    (known) => !list(was).some((before) => before.code === known.code && before.price === known.price),
  );
  const gone = list(was).find((known) => !list(is).some(({ code }) => code === known.code));
  return { code: (newest ?? gone)?.code ?? null, amount: newest?.price ?? null };
};

/** Values of the sentences about the menu. */
export const menuCauses: Partial<Record<DealEventType, Params>> = {
  "fni.rated": (_was, { card }) => ({ source: card.fni.rated?.source ?? null }),
  "fni.priceExceptionSet": exceptionParams,
  "fni.menuSigned": (_was, { card }) => ({ name: card.fni.signed?.name ?? null }),
};
