import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";

/** The deal takes the number and the store it is filed under now; everything that was agreed stays as it was. */
export function importedChange(
  { identity, store, life }: DealContext,
  { dealId, dealNumber, rooftopId, from }: DealEventOf<"deal.imported">,
): Partial<DealContext> {
  return {
    identity: { ...identity, dealId, dealNumber },
    store: { ...store, rooftopId },
    life: { ...life, imported: from },
  };
}
