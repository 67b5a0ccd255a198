import type { DealContext } from "./deal-context";
import type { EventMeta } from "./event-meta";
import { sameValue } from "./same-value";
import type { Change, EventIn } from "./stage-writes";

/** What taxes write. An amount stated by hand was judged against one rule: under another it stands no longer. */
export function taxChange({ taxes }: DealContext, event: EventIn<"taxes">, meta: EventMeta): Change {
  switch (event.type) {
    case "taxes.ruleApplied":
    case "taxes.ruleConfirmed":
    case "taxes.ruleWithdrawn":
    case "taxes.localRateChanged": {
      const { type: _, ...applied } = event;
      const same = sameValue(taxes.rule, applied.rule) && sameValue(taxes.governmentFees, applied.governmentFees);
      return { taxes: { ...applied, overrides: same ? taxes.overrides : [] } };
    }
    case "taxes.lineOverridden": {
      const { code, amount, reason } = event;
      const others = taxes.overrides.filter((override) => override.code !== code);
      return { taxes: { ...taxes, overrides: [...others, { code, amount, reason, by: meta.by, at: meta.at }] } };
    }
    case "taxes.overrideRemoved":
      return { taxes: { ...taxes, overrides: taxes.overrides.filter(({ code }) => code !== event.code) } };
  }
}
