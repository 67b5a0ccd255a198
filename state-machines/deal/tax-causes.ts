import type { ChangeCause } from "./change-cause";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

/** A government fee is called what the store or its confirmed table calls it; a tax has its name by its code. */
const feeName = ({ card }: DealView, code: string): string | null => {
  const fees = card.taxes.governmentFees ?? card.store.governmentFees;
  return fees.find((fee) => `governmentFee.${fee.code}` === code)?.name ?? null;
};

const differing = (from: DealView, to: DealView) =>
  to.card.taxes.overrides.find(
    ({ code, amount, at }) =>
      !from.card.taxes.overrides.some((one) => one.code === code && one.amount === amount && one.at === at),
  );

const stated: Params = (was, is) => {
  const line = differing(was, is);
  return {
    code: line?.code ?? null,
    name: line ? feeName(is, line.code) : null,
    amount: line?.amount ?? null,
    reason: line?.reason ?? null,
  };
};

const removed: Params = (was, is) => {
  const line = was.card.taxes.overrides.find(
    ({ code }) => !is.card.taxes.overrides.some((override) => override.code === code),
  );
  return { code: line?.code ?? null, name: line ? feeName(was, line.code) : null, amount: line?.amount ?? null };
};

const applied: Params = (_was, is) => ({
  jurisdiction: is.card.taxes.jurisdiction,
  gap: is.card.taxes.gap,
  own: is.card.taxes.rule === null && is.card.taxes.gap === null,
});

export const taxCauses: Partial<Record<DealEventType, Params>> = {
  "taxes.ruleApplied": applied,
  "taxes.ruleConfirmed": applied,
  "taxes.ruleWithdrawn": applied,
  "taxes.localRateChanged": applied,
  "taxes.lineOverridden": stated,
  "taxes.overrideRemoved": removed,
};
