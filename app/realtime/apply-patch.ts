import type { DealView } from "#machines/deal/deal-view";
import type { DealPatch } from "./protocol";

/** The view one revision later: whole slices replaced, nothing merged below them. */
export function applyPatch(view: DealView, patch: DealPatch): DealView {
  const { revision, numbersRevision, life, statuses, kept, slices } = patch;
  return { revision, numbersRevision, life, statuses, kept, card: { ...view.card, ...slices } };
}
