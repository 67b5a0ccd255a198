import { dealWorksheet, type NumbersFrom } from "./deal-worksheet";
import { termIsWithinAuthority } from "./deal-authority";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { type PaymentPlan, withPlan } from "./deal-terms";
import { type Refusal, refuse } from "./deal-refusals";
import type { GuardScope } from "./guard-scope";
import { misfitRefusal } from "./pencil-guards";
import { misfitOf, MOST_SCENARIOS, samePlan } from "./scenario";

/** Tables, vehicle and limits, then the arithmetic: nobody takes up a plan that no contract can be written for. */
function planRefusal(deal: DealContext, plan: PaymentPlan, { actor, kept }: GuardScope): Refusal | null {
  const card: NumbersFrom = { ...deal, kept };
  if (!deal.vehicle.vehicle) return refuse("noVehicle");
  const misfit = misfitOf(card, plan);
  if (misfit) return misfitRefusal(misfit.code, deal.vehicle.sellingPrice);
  const beyond = plan.method === "finance" ? termIsWithinAuthority(deal, plan.termMonths, actor) : null;
  if (beyond) return beyond;
  return dealWorksheet(withPlan(card, plan))?.chosen.ok ? null : refuse("notComputable");
}

export const scenarioGuards = {
  "scenario.pinned": (
    deal: DealContext,
    plan: DealEventOf<"scenario.pinned">,
    { kept }: GuardScope,
  ): Refusal | null => {
    const { pinned } = deal.scenarios;
    if (pinned.length >= MOST_SCENARIOS) return refuse("scenariosFull", { count: MOST_SCENARIOS });
    if (pinned.some((scenario) => samePlan(scenario, plan))) return refuse("scenarioPinned");
    if (!deal.vehicle.vehicle) return refuse("noVehicle");
    const misfit = misfitOf({ ...deal, kept }, plan);
    return misfit && misfitRefusal(misfit.code, deal.vehicle.sellingPrice);
  },
  "scenario.unpinned": ({ scenarios }: DealContext, { pin }: DealEventOf<"scenario.unpinned">): Refusal | null =>
    scenarios.pinned.some((scenario) => scenario.pin === pin) ? null : refuse("noScenario"),
  "scenario.adopted": (deal: DealContext, { pin }: DealEventOf<"scenario.adopted">, scope: GuardScope) => {
    const plan = deal.scenarios.pinned.find((scenario) => scenario.pin === pin);
    return plan ? planRefusal(deal, plan, scope) : refuse("noScenario");
  },
};
