import { type StageName, stageNames, type StageStatus, type StageStatuses } from "../stages/stage";
import type { ActorRef } from "../store/actor";
import { changeOf } from "./deal-actions";
import { isComplete } from "./deal-completeness";
import type { DealContext } from "./deal-context";
import type { DealEdit, DealEvent } from "./deal-events";
import { type DealView, numbersFrom } from "./deal-view";
import { worksheetInputs } from "./deal-worksheet";
import type { CustomerCard } from "./project-deal";
import { movesNumbers } from "./quiet-events";
import { sameValue } from "./same-value";
import { stageOfEvent } from "./stage-of-event";

/**
 * Edits whose outcome a browser can work out from its own projection: what people change most, in their own words. Every
 * other edit waits for its answer: commitments are agreements only once they are stored, and a request needs a look-up.
 */
const foreseeable = new Set<DealEdit["type"]>([
  "customer.identified",
  "customer.addressStated",
  "vehicle.confirmed",
  "vehicle.sellingPriceSet",
  "vehicle.incentiveClaimed",
  "trade.described",
  "trade.conditionAnswered",
  "trade.ownershipStated",
  "trade.payoffStated",
  "finance.methodChosen",
  "finance.termChosen",
  "finance.cashDownSet",
  "finance.cellAdopted",
  "finance.creditBandStated",
  "finance.leaseTermsChosen",
  "finance.optionsChosen",
  "finance.targetPaymentSet",
  "fni.productAnswered",
  "delivery.methodChosen",
  "stage.skipped",
  "stage.deferred",
  "stage.resumed",
]);

export const isForeseeable = (edit: DealEdit): boolean => foreseeable.has(edit.type);

/**
 * The card as it will be once the store has taken this edit: written by the same functions as in the fold, on one
 * reader's projection. The revision stays that of the confirmed card, for nobody can agree to what is not stored. A
 * property test holds that the fold says the same, in every figure and every stage.
 */
export function foreseenView(view: DealView, edit: DealEdit, { by, at }: { by: ActorRef; at: string }): DealView {
  if (!isForeseeable(edit) || view.life !== "open") return view;
  const event = edit as DealEvent;
  const meta = { revision: view.revision + 1, at, by };
  // A projected card lacks what its reader may not see. Of that the writes above read one thing, and an open deal is not lost.
  const asOpen = { ...view.card, life: { lostReason: null, ...view.card.life } };
  const change = changeOf(asOpen as unknown as DealContext, event, meta) as Partial<CustomerCard>;
  const card = { ...view.card, ...shownPart(view.card, change) };
  const statuses = statusesAfter(view.kept, event, card);
  const next: DealView = { ...view, card, statuses, kept: statuses };
  return figuresMoved(view, next, event) ? withoutAgreement(next) : next;
}

/** What a write adds that this reader is never sent stays out of the reader's card as well. */
function shownPart(card: CustomerCard, change: Partial<CustomerCard>): Partial<CustomerCard> {
  return Object.fromEntries(
    Object.entries(change).flatMap(([slice, after]) => {
      const before: object | undefined = card[slice as keyof CustomerCard];
      if (!before) return [];
      return [[slice, Object.fromEntries(Object.entries(after).filter(([field]) => field in before))]];
    }),
  );
}

/** The stage that an event is about goes on; the others follow what became of their answers, as in the chart. */
function statusesAfter(before: StageStatuses, event: DealEvent, card: CustomerCard): StageStatuses {
  const after = { ...before };
  const taken = stageOf(event);
  if (taken) after[taken] = ownStatus(event);
  if (event.type === "finance.methodChosen" && before.fni === "complete") after.fni = "recheck";
  for (const stage of stageNames) {
    if (after[stage] === "inProgress" && isComplete(card, stage)) after[stage] = "complete";
    else if (after[stage] === "complete" && !isComplete(card, stage)) after[stage] = "inProgress";
  }
  return after;
}

function stageOf(event: DealEvent): StageName | null {
  if ("stage" in event && event.type.startsWith("stage.")) return event.stage as StageName;
  return stageOfEvent(event.type);
}

function ownStatus(event: DealEvent): StageStatus {
  if (event.type === "stage.skipped") return "skipped";
  return event.type === "stage.deferred" ? "deferred" : "inProgress";
}

function figuresMoved(before: DealView, after: DealView, event: DealEvent): boolean {
  if (!movesNumbers(event.type)) return false;
  if (event.type.startsWith("finance.")) return true;
  return !sameValue(worksheetInputs(numbersFrom(before)), worksheetInputs(numbersFrom(after)));
}

/** Whatever moved a figure takes the agreement to it back. */
function withoutAgreement(view: DealView): DealView {
  const { finance } = view.card;
  if (finance.termsAgreedAtRevision === null) return view;
  const status = view.kept.finance === "complete" ? "recheck" : view.kept.finance;
  const statuses = { ...view.kept, finance: status };
  return {
    ...view,
    statuses,
    kept: statuses,
    card: { ...view.card, finance: { ...finance, termsAgreedAtRevision: null } },
  };
}
