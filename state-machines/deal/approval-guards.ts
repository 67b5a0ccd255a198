import { cents } from "../money/cents";
import { type Ppm, ppm } from "../money/rate";
import type { Approval, LimitedKind } from "./approval";
import { standingFigure } from "./approval";
import {
  docFeeWaiverIsWithinAuthority,
  rateReasonRefusal,
  rateRefusal,
  sellingPriceIsWithinAuthority,
  termIsWithinAuthority,
} from "./deal-authority";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { contractRateFor } from "./deal-worksheet";
import { type Refusal, refuse } from "./deal-refusals";
import type { GuardScope } from "./guard-scope";

/** Requests of one deal; nobody reads more. */
const MOST_APPROVALS = 100;

/** The change that a request is about, judged as if this person made it. */
function changeRefusal(deal: DealContext, kind: LimitedKind, figure: number, { actor }: GuardScope): Refusal | null {
  switch (kind) {
    case "sellingPrice":
      return sellingPriceIsWithinAuthority(deal, { sellingPrice: cents(figure) }, { actor });
    case "contractRate":
      return rateRefusal(deal, ratePossible(figure), deal.finance.termMonths, actor);
    case "termMonths":
      return deal.store.retailTerms.some(({ termMonths }) => termMonths === figure)
        ? termIsWithinAuthority(deal, figure, actor)
        : refuse("termNotOffered", undefined, "termMonths");
    case "docFeeWaiver":
      return docFeeWaiverIsWithinAuthority(deal, { docFeeWaived: cents(figure) }, { actor });
  }
}

const ratePossible = (figure: number): Ppm => ppm(Math.min(figure, 1_000_000));

/** Limits of a role are what a request is for; everything else that is refused would be refused to anybody. */
const beyondLimits: ReadonlySet<Refusal["code"]> = new Set<Refusal["code"]>([
  "beyondAuthority",
  "rateBeyondAuthority",
  "termBeyondAuthority",
  "feeBeyondAuthority",
]);

function canBeAsked(
  deal: DealContext,
  { kind, asked, terms, note, reason }: DealEventOf<"approval.requested">,
  scope: GuardScope,
): Refusal | null {
  if (!deal.vehicle.vehicle) return refuse("noVehicle");
  if (deal.approvals.list.length >= MOST_APPROVALS) return refuse("approvalsFull");
  if (kind === "pencil") return terms === null && note === "" ? refuse("approvalEmpty", undefined, "note") : null;
  if (asked === null) return refuse("approvalEmpty", undefined, "asked");
  if (asked === standingFigure(kind, deal, contractRateFor(deal, deal.finance.termMonths)))
    return refuse("approvalNotNeeded");
  const refused = changeRefusal(deal, kind, asked, scope);
  if (!refused) return refuse("approvalNotNeeded");
  if (!beyondLimits.has(refused.code)) return refused;
  return kind === "contractRate"
    ? rateReasonRefusal(deal, { contractRate: ratePossible(asked), termMonths: deal.finance.termMonths }, reason)
    : null;
}

/** Still the question that was asked: about this car and, for a rate, this term. */
function openRequest({ approvals, vehicle, finance }: DealContext, number: number): Approval | Refusal {
  const asked = approvals.list[number - 1];
  if (!asked) return refuse("noApproval");
  if (asked.status !== "open") return refuse("approvalAnswered", { name: asked.answer?.by.firstName ?? "" });
  const sameCar = asked.stockNumber === vehicle.vehicle?.stockNumber;
  const sameTerm = asked.kind !== "contractRate" || asked.termMonths === finance.termMonths;
  return sameCar && sameTerm ? asked : refuse("approvalOutdated");
}

const isRefusal = (judged: Approval | Refusal): judged is Refusal => "code" in judged;

function canBeGranted(
  deal: DealContext,
  { number, granted }: DealEventOf<"approval.granted">,
  scope: GuardScope,
): Refusal | null {
  const asked = openRequest(deal, number);
  if (isRefusal(asked)) return asked;
  // Numbers wanted from the desk are granted by proposing some.
  if (asked.kind === "pencil") return refuse("approvalNeedsPencil");
  return changeRefusal(deal, asked.kind, granted, scope);
}

export const approvalGuards = {
  "approval.requested": canBeAsked,
  "approval.granted": canBeGranted,
  "approval.refused": ({ approvals }: DealContext, { number }: DealEventOf<"approval.refused">) => {
    const asked = approvals.list[number - 1];
    if (!asked) return refuse("noApproval");
    return asked.status === "open" ? null : refuse("approvalAnswered", { name: asked.answer?.by.firstName ?? "" });
  },
};
