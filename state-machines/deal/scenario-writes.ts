import type { DealContext } from "./deal-context";
import { planOf, rateForPlan } from "./deal-terms";
import type { EventMeta } from "./event-meta";
import type { Change, EventIn } from "./stage-writes";

/** What a pinned plan's event writes. Adopting one is choosing its terms, all of them at once. */
export function scenarioChange(context: DealContext, event: EventIn<"scenario">, { by, revision }: EventMeta): Change {
  const { scenarios, finance } = context;
  switch (event.type) {
    case "scenario.pinned": {
      const { name } = event;
      return {
        scenarios: { pinned: [...scenarios.pinned, { ...planOf({ finance: event }), name, pin: revision, by }] },
      };
    }
    case "scenario.unpinned":
      return { scenarios: { pinned: scenarios.pinned.filter(({ pin }) => pin !== event.pin) } };
    case "scenario.adopted": {
      const adopted = scenarios.pinned.find(({ pin }) => pin === event.pin);
      if (!adopted) return {};
      const plan = planOf({ finance: adopted });
      const contractRateOverride = rateForPlan(context, plan);
      return { finance: { ...finance, ...plan, contractRateOverride, termsAgreedAtRevision: null } };
    }
  }
}
