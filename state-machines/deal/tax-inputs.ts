import { boundDocFee } from "../desking/charged-fees";
import { ruleForCondition, type TaxRule } from "../desking/taxes-and-fees";
import type { WorksheetInputs } from "../desking/worksheet-inputs";
import { larger, minus, noCents } from "../money/cents";
import type { CustomerCard } from "./project-deal";

type TaxesFrom = Pick<CustomerCard, "store" | "vehicle" | "taxes" | "finance">;

/** The rule that this deal is worked by: that of the place where the car is kept, else the store's own. */
export function taxRuleOf({ store, vehicle, taxes }: Pick<TaxesFrom, "store" | "vehicle" | "taxes">): TaxRule {
  const rule = taxes.rule ?? store.tax;
  return vehicle.vehicle ? ruleForCondition(rule, vehicle.vehicle.condition) : rule;
}

export interface TaxInputs {
  tax: TaxRule;
  docFee: Pick<WorksheetInputs["price"], "docFee" | "docFeeAsked">;
  governmentFees: WorksheetInputs["price"]["governmentFees"];
  stated: Pick<WorksheetInputs, "taxOverrides">;
}

/**
 * What a deal's taxes and fees are made from.
 *
 *     doc fee = min(the store's, the cap where the store is, the cap where the car is kept) − what was let go
 *
 * The store's own place governs what it may ask; where the car's place caps lower, that binds too, so the fee is
 * never above either. What a manager let go comes off what could be asked at all.
 */
export function taxInputs(card: TaxesFrom): TaxInputs {
  const { store, vehicle, taxes, finance } = card;
  const tax = taxRuleOf(card);
  const own = boundDocFee(store.tax.docFeeCap, store.docFee, vehicle.sellingPrice);
  const bound = boundDocFee(tax.docFeeCap, own, vehicle.sellingPrice);
  return {
    tax,
    docFee: {
      docFee: larger(noCents, minus(bound, finance.docFeeWaived)),
      ...(bound < store.docFee && { docFeeAsked: store.docFee }),
    },
    governmentFees: taxes.governmentFees ?? store.governmentFees,
    stated:
      taxes.overrides.length > 0 ? { taxOverrides: taxes.overrides.map(({ code, amount }) => ({ code, amount })) } : {},
  };
}
