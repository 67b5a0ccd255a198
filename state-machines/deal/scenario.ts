import type { ActorRef } from "../store/actor";
import { type PaymentPlan, type TermsFigures, planOf, termsFigures, withPlan } from "./deal-terms";
import { dealWorksheet, leaseTermsFor, type NumbersFrom } from "./deal-worksheet";
import type { ColumnRefusal } from "../desking/column-refusal";
import { sameValue } from "./same-value";

/** More than four side by side nobody compares. */
export const MOST_SCENARIOS = 4;

/** A way of paying that somebody keeps in view. Its figures are never kept: they are the deal's, computed as it stands. */
export interface Scenario extends PaymentPlan {
  /** The revision it was pinned at, which names it for good. */
  pin: number;
  name: string;
  by: ActorRef;
}

export interface ScenariosSlice {
  pinned: Scenario[];
}

/** Why a pinned plan cannot be adopted on the deal as it now stands. */
export type ScenarioMisfit =
  | { code: "termNotOffered" }
  | { code: "leaseNotOffered" }
  | { code: "cashDownTooHigh" }
  | { code: "notComputable"; refusal: ColumnRefusal };

export type ScenarioFigures =
  { fits: true; figures: TermsFigures; isCurrent: boolean } | { fits: false; why: ScenarioMisfit };

/** A pinned plan on the deal as it stands now: every figure a full recomputation. Null while no vehicle is chosen. */
export function scenarioFigures(card: NumbersFrom, plan: PaymentPlan): ScenarioFigures | null {
  const why = misfitOf(card, plan);
  if (why) return { fits: false, why };
  const sheet = dealWorksheet(withPlan(card, plan));
  if (!sheet) return null;
  const figures = termsFigures(sheet);
  if (figures) return { fits: true, figures, isCurrent: samePlan(planOf(card), plan) };
  return sheet.chosen.ok ? null : { fits: false, why: { code: "notComputable", refusal: sheet.chosen } };
}

/** What the store's tables and the vehicle say to a plan, before any arithmetic. */
export function misfitOf(card: NumbersFrom, plan: PaymentPlan): ScenarioMisfit | null {
  if (!card.store.retailTerms.some(({ termMonths }) => termMonths === plan.termMonths))
    return { code: "termNotOffered" };
  if (plan.method === "lease" && !leaseTermsFor(card, plan.leaseTermMonths, plan.milesPerYear))
    return { code: "leaseNotOffered" };
  if (card.vehicle.vehicle && plan.cashDown > card.vehicle.sellingPrice) return { code: "cashDownTooHigh" };
  return null;
}

/** Do two plans pay the same way? What another way of paying would need does not count. */
export const samePlan = (one: PaymentPlan, other: PaymentPlan): boolean => sameValue(relevant(one), relevant(other));

function relevant({ method, cashDown, termMonths, leaseTermMonths, milesPerYear }: PaymentPlan) {
  switch (method) {
    case "cash":
      return { method, cashDown };
    case "finance":
      return { method, cashDown, termMonths };
    case "lease":
      return { method, cashDown, leaseTermMonths, milesPerYear };
  }
}
