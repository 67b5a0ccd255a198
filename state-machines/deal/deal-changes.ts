import {
  type Contribution,
  explainedChange,
  type WatchedFigures,
  watchedFigureNames,
  watchedFigures,
} from "../desking/explain-change";
import type { PaymentMethod } from "../stages/finance";
import type { ActorRef } from "../store/actor";
import { movesNumbers } from "./quiet-events";
import { type ChangeCause, changeCause } from "./change-cause";
import type { DealEvent } from "./deal-events";
import { type DealView, numbersFrom } from "./deal-view";
import { dealWorksheet, worksheetInputs } from "./deal-worksheet";

/** The figures a customer watches. Each is null where the chosen way of paying has none or does not work out. */
export interface HeadlineNumbers extends WatchedFigures {
  method: PaymentMethod;
}

export function headlineNumbers(view: Pick<DealView, "card" | "kept">): HeadlineNumbers | null {
  const sheet = dealWorksheet(numbersFrom(view));
  return sheet && { method: view.card.finance.method, ...watchedFigures(sheet) };
}

/** One line of the history: what was done, by whom, and what it did to the numbers. */
export interface DealChange {
  revision: number;
  at: string;
  by: ActorRef;
  cause: ChangeCause;
  /** Null where no headline figure moved. */
  numbers: { before: HeadlineNumbers; after: HeadlineNumbers; parts: Contribution[] } | null;
}

/**
 * The change between two views of the same reader. Numbers are recomputed on both sides only where the event can have
 * moved them, by the same core that draws the card; their parts add up to what moved.
 */
export function dealChange(
  before: DealView,
  after: DealView,
  event: Pick<DealEvent, "type">,
  meta: { revision: number; at: string; by: ActorRef },
): DealChange {
  const cause = changeCause(event.type, before, after);
  const { revision, at, by } = meta;
  if (!movesNumbers(event.type)) return { revision, at, by, cause, numbers: null };
  return { revision, at, by, cause, numbers: movedNumbers(before, after) };
}

function movedNumbers(before: DealView, after: DealView): DealChange["numbers"] {
  const [was, is] = [worksheetInputs(numbersFrom(before)), worksheetInputs(numbersFrom(after))];
  const explained = was && is && explainedChange(was, is);
  if (!was || !is || !explained) return null;
  const anyMoved = watchedFigureNames.some((name) => explained.before[name] !== explained.after[name]);
  if (!anyMoved && was.method === is.method) return null;
  return {
    before: { method: was.method, ...explained.before },
    after: { method: is.method, ...explained.after },
    parts: explained.parts,
  };
}
