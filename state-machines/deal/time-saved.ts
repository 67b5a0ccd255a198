import { isSettled, type StageName, stageNames } from "../stages/stage";
import type { DealView } from "./deal-view";

export interface StageTime {
  stage: StageName;
  /** The store's benchmark: what the stage usually takes there. */
  usual: number;
  /** Whole minutes that a screen of the store's was awake at it, on this deal. */
  used: number;
  /** Nothing until the stage is done or left out: what was put off is still to be spent. */
  saved: number;
}

export interface TimeSaved {
  saved: number;
  total: number;
  stages: StageTime[];
}

/**
 * Minutes at the store that the customer has not had to spend:
 *
 *     saved = Σ max(0, benchmark − active showroom minutes), over stages that are done or were not wanted
 *
 * Work at home costs no showroom minute, so it counts as saved in full. Showroom time is rounded up,
 * once per stage: a minute begun there is a minute spent.
 */
export function timeSaved({ kept, card }: Pick<DealView, "kept" | "card">): TimeSaved {
  const stages = stageNames.map((stage): StageTime => {
    const usual = card.store.stageMinutes[stage];
    const used = Math.ceil(card.showroom.seconds[stage] / 60);
    return { stage, usual, used, saved: isSettled(kept[stage]) ? Math.max(0, usual - used) : 0 };
  });
  const sum = (of: (time: StageTime) => number) => stages.reduce((total, time) => total + of(time), 0);
  return { saved: sum(({ saved }) => saved), total: sum(({ usual }) => usual), stages };
}
