import { type Cents, smaller, sum } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import { rateOf } from "../money/rate";
import type { DocFeeCap, VehicleTax, WorkedTax } from "./taxes-and-fees";
import type { WorksheetInputs } from "./worksheet-inputs";

/** An amount that somebody with the right to it stated in place of what the rule gives; by the line's code. */
export interface TaxOverride {
  code: string;
  amount: Cents;
}

export interface ChargedFee {
  code: string;
  name: string;
  amount: Cents;
  /** The fee of the table, where somebody stated another. */
  workedOut?: Cents;
}

export const taxCode = (name: string) => `tax.${name}`;
export const governmentFeeCode = (code: string) => `governmentFee.${code}`;
/** A lease's taxes: what each payment carries, and what does not wait for the payments. */
export const leaseTaxCodes = { monthly: "monthlyTax", upfront: "upfrontTax" } as const;

export const statedAmount = (overrides: readonly TaxOverride[] | undefined, code: string): Cents | undefined =>
  overrides?.find((override) => override.code === code)?.amount;

/**
 * "The doc fee is the store's to ask and the law's to cap."
 *
 *     doc fee = min(what the store asks, the cap, share of the selling price)
 *
 * Rounds half-up once, at the share. Worked by hand: 367.70 asked under California's cap is 85.00; under
 * "5 % of the price, at most 280" it is 250.00 on a car of 5,000.00.
 */
export function boundDocFee(cap: DocFeeCap | undefined, asked: Cents, sellingPrice: Cents): Cents {
  let fee = asked;
  if (cap?.amount !== undefined) fee = smaller(fee, cap.amount);
  if (cap?.shareOfPrice !== undefined) {
    fee = smaller(fee, roundToCents(new Exact(sellingPrice).times(rateOf(cap.shareOfPrice))));
  }
  return fee;
}

/** What a deal's fees are once the jurisdiction's cap binds and amounts stated by hand stand. */
export function chargedFees({
  price,
  tax,
  taxOverrides,
}: Pick<WorksheetInputs, "price" | "taxOverrides"> & { tax: { docFeeCap?: DocFeeCap } }): {
  docFee: Cents;
  governmentFees: ChargedFee[];
} {
  return {
    docFee: boundDocFee(tax.docFeeCap, price.docFee, price.sellingPrice),
    governmentFees: price.governmentFees.map((fee) => {
      const stated = statedAmount(taxOverrides, governmentFeeCode(fee.code));
      return stated === undefined ? fee : { ...fee, amount: stated, workedOut: fee.amount };
    }),
  };
}

/** The taxes with those stated by hand in their place; what the rule gives stays beside them. */
export function withStatedTaxes(tax: VehicleTax, overrides: readonly TaxOverride[] | undefined): VehicleTax {
  if (!overrides?.length) return tax;
  const components = tax.components.map((component): WorkedTax => {
    const stated = statedAmount(overrides, taxCode(component.name));
    return stated === undefined ? component : { ...component, tax: stated, workedOut: component.tax };
  });
  return { ...tax, components, total: sum(components.map((component) => component.tax)) };
}
