import { isSettled, type StageName, stageNames } from "../stages/stage";
import { buyerIsNamed } from "./deal-completeness";
import { describedTrades } from "./deal-trades";
import type { DealView } from "./deal-view";

type ProgressFrom = Pick<DealView, "life" | "statuses" | "kept" | "card">;

/**
 * Where a returning person lands: the first stage that needs another look, else the first one begun, else the first
 * untouched one, else one put off for later. A locked or finished deal opens at the last stage.
 */
export function resumeStage({ statuses }: Pick<ProgressFrom, "statuses">): StageName {
  const firstWith = (...wanted: string[]) => stageNames.find((stage) => wanted.includes(statuses[stage]));
  return (
    firstWith("recheck") ?? firstWith("inProgress") ?? firstWith("notStarted") ?? firstWith("deferred") ?? "delivery"
  );
}

/** Who is expected to do something next; the queue and the card say the same. */
export type Turn = "customer" | "store" | "nobody";

/** The one next step. Never a dead end: every state of a deal has one. */
export type NextStep =
  | { code: "answerPencil"; stage: "finance"; turn: "customer" }
  | { code: "answerPencilCounter"; stage: "finance"; turn: "store" }
  | { code: "answerOffer"; stage: "trade"; turn: "customer" }
  | { code: "makeOffer"; stage: "trade"; turn: "store" }
  | { code: "answerCounter"; stage: "trade"; turn: "store" }
  | { code: "recheck"; stage: StageName; turn: "customer" }
  | { code: "continue"; stage: StageName; turn: "customer" }
  | { code: "identify"; stage: StageName; turn: "customer" }
  | { code: "finalize"; stage: StageName; turn: "store" }
  | { code: "sign"; stage: StageName; turn: "store" }
  | { code: "handOver"; stage: "delivery"; turn: "store" }
  | { code: "revive"; stage: StageName; turn: "store" }
  | { code: "done"; stage: StageName; turn: "nobody" };

export function nextStep(view: ProgressFrom): NextStep {
  const { statuses, life, card } = view;
  if (card.life.imported) return { code: "done", stage: resumeStage(view), turn: "nobody" };
  if (life === "contracting") return { code: "sign", stage: "delivery", turn: "store" };
  if (life === "contracted") return { code: "handOver", stage: "delivery", turn: "store" };
  if (life === "delivered") return { code: "done", stage: "delivery", turn: "nobody" };
  if (life === "lost") return { code: "revive", stage: resumeStage(view), turn: "store" };

  const pencilled = card.pencils.list.at(-1)?.status;
  if (pencilled === "proposed") return { code: "answerPencil", stage: "finance", turn: "customer" };
  if (pencilled === "countered" && statuses.finance !== "complete")
    return { code: "answerPencilCounter", stage: "finance", turn: "store" };

  const cars = describedTrades(card).map(({ trade }) => trade);
  const tradeIsOpen = statuses.trade === "inProgress" || statuses.trade === "recheck";
  const isAnswered = (answer: "open" | "countered") =>
    tradeIsOpen && cars.some(({ offer }) => offer?.answer === answer);
  if (isAnswered("open")) return { code: "answerOffer", stage: "trade", turn: "customer" };
  if (isAnswered("countered")) return { code: "answerCounter", stage: "trade", turn: "store" };

  const stage = resumeStage(view);
  if (statuses[stage] === "recheck") return { code: "recheck", stage, turn: "customer" };
  if (stage === "trade" && cars.some(waitsForOffer)) return { code: "makeOffer", stage: "trade", turn: "store" };
  if (stageNames.every((name) => isSettled(statuses[name]) || isPutOffToDelivery(name, statuses))) {
    // Vehicle and terms may be left out for a while, but no contract goes without them.
    const needed = (["vehicle", "finance"] as const).find((name) => statuses[name] !== "complete");
    if (needed) return { code: "continue", stage: needed, turn: "customer" };
    if (!buyerIsNamed(card.people.customer)) return { code: "identify", stage, turn: "customer" };
    return { code: "finalize", stage, turn: "store" };
  }
  return { code: "continue", stage, turn: "customer" };
}

/** Asked for, or with all that an offer needs: an estimate, or the word that there is none, and whose the car is. */
const waitsForOffer = ({ offer, review, ownership, valuation, noValuation }: ProgressFrom["card"]["trade"]) =>
  offer === null && (review !== null || (ownership !== null && (valuation !== null || noValuation !== null)));

/** How the car is handed over may be arranged after the contract; everything else comes before it. */
const isPutOffToDelivery = (stage: StageName, statuses: ProgressFrom["statuses"]) =>
  stage === "delivery" && statuses.delivery === "deferred";
