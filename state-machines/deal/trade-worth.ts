import { type Cents, sum } from "../money/cents";
import { effectiveAllowance } from "../stages/trade";
import { type DealView, staffFigures } from "./deal-view";

export interface CarWorth {
  allowance: Cents;
  /** Null: nobody appraised it, or not for these eyes. */
  acv: Cents | null;
}

/** Each car that the deal credits with something, beside what it is worth to the store; for the store's own figures. */
export function tradesWorth(view: Pick<DealView, "card" | "kept">): CarWorth[] {
  if (view.kept.trade === "skipped" || view.kept.trade === "deferred") return [];
  const { appraisals } = staffFigures(view);
  return [view.card.trade, ...view.card.furtherTrades].flatMap((trade, at) => {
    const credited = effectiveAllowance(trade);
    return credited ? [{ allowance: credited.allowance, acv: appraisals[at]?.acv ?? null }] : [];
  });
}

/** What the appraised cars are worth together; null while none is. */
export function appraisedWorth(view: Pick<DealView, "card">): Cents | null {
  const worths = staffFigures(view).appraisals.flatMap((appraisal) => appraisal?.acv ?? []);
  return worths.length > 0 ? sum(worths) : null;
}
