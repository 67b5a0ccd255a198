import type { DealView } from "#machines/deal/deal-view";
import { applyPatch } from "./apply-patch";
import type { DealPatch } from "./protocol";

/** The newest view of a deal, moved on by patches in revision order and by nothing else. */
export interface PatchSequence {
  view(): DealView;
  /** Takes a patch; one that came too early is kept for its turn, one that came again does nothing. */
  take(patch: DealPatch): void;
  /** Starts over from the whole card, and goes on with what had come too early for the old one. */
  replace(view: DealView): void;
  /** Is a patch missing between the view and one that is already here? */
  hasGap(): boolean;
}

export function patchSequence(
  initial: DealView,
  patched: (before: DealView, after: DealView, patch: DealPatch) => void,
): PatchSequence {
  const early = new Map<number, DealPatch>();
  let view = initial;
  const goOn = () => {
    for (let next = early.get(view.revision + 1); next; next = early.get(view.revision + 1)) {
      early.delete(next.revision);
      const before = view;
      view = applyPatch(before, next);
      patched(before, view, next);
    }
  };
  return {
    view: () => view,
    take(patch) {
      if (patch.revision <= view.revision) return;
      early.set(patch.revision, patch);
      goOn();
    },
    replace(next) {
      view = next;
      for (const revision of early.keys()) if (revision <= view.revision) early.delete(revision);
      goOn();
    },
    hasGap: () => early.size > 0,
  };
}
