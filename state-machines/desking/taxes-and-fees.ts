import { type Cents, larger, minus, noCents, plus, smaller, sum } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import type { PlainDate } from "../money/plain-date";
import { type Ppm, rateOf } from "../money/rate";
import type { LeaseTaxRule } from "./lease-tax";
import { creditOnAllowance, type TradeCredit } from "./trade-credit";

/** How one place taxes a vehicle, as data: dated, sourced, and never written into code. */
export interface TaxRule {
  id: string;
  version: string;
  jurisdiction: string;
  name: string;
  source: string;
  status: "verified" | "general" | "demo";
  validFrom: PlainDate;
  validTo: PlainDate | null;
  components: TaxComponent[];
  tradeCredit: TradeCredit;
  /** True where a manufacturer's rebate does not lower the taxed price, as in most states. */
  rebateTaxable: boolean;
  docFeeTaxable: boolean;
  lease: LeaseTaxRule;
}

/** ONE rate for the whole amount: that of the last band whose `from` is not above the basis. Not marginal. */
export interface RateBands {
  bands: { from: Cents; ratePpm: Ppm }[];
  bandBasis: "beforeTrade" | "afterTrade";
}

/**
 * One tax of the stack. `beforeTrade` taxes the price before the trade credit; `floor` takes only
 * the part above it; `width` at most that much; `max` and `min` bound the tax itself.
 */
export type TaxComponent = { name: string } & ({ ratePpm: Ppm } | RateBands) & {
    beforeTrade?: boolean;
    floor?: Cents;
    width?: Cents;
    max?: Cents;
    min?: Cents;
  };

export interface TaxedSale {
  /** Selling price and add-ons that are taxed. */
  vehicle: Cents;
  docFee: Cents;
  products: Cents;
  rebates: Cents;
  allowance: Cents;
}

export interface VehicleTax {
  grossTaxable: Cents;
  taxableBase: Cents;
  components: { name: string; base: Cents; ratePpm: Ppm; tax: Cents }[];
  total: Cents;
}

/**
 * Sales tax on the vehicle: "taxed on the difference", where the state allows it.
 *
 *     gross taxable = vehicle + doc fee if taxed + taxed products − rebates if not taxed
 *     taxable base  = max(0, gross taxable − credit on the trade allowance)
 *     tax           = Σ over components of round(base of the component × rate)
 *
 * Each component rounds half-up to the cent by itself, because each is a separate tax owed to a
 * separate authority. Worked by hand in the published Tennessee example: 25,000.00 gives
 * 1,750.00 + 36.00 + 44.00 = 1,830.00.
 */
export function vehicleTax(
  rule: Pick<TaxRule, "components" | "tradeCredit" | "rebateTaxable" | "docFeeTaxable">,
  sale: TaxedSale,
): VehicleTax {
  const grossTaxable = minus(
    plus(sale.vehicle, rule.docFeeTaxable ? sale.docFee : noCents, sale.products),
    rule.rebateTaxable ? noCents : sale.rebates,
  );
  const taxableBase = larger(noCents, minus(grossTaxable, creditOnAllowance(rule.tradeCredit, sale.allowance)));
  const components = rule.components.map((component) => componentTax(component, grossTaxable, taxableBase));
  return { grossTaxable, taxableBase, components, total: sum(components.map((component) => component.tax)) };
}

/** Whether a rule was law on the day of contract; its dates include both ends. */
export function taxRuleInForce(rule: Pick<TaxRule, "validFrom" | "validTo">, on: PlainDate): boolean {
  return rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo);
}

function componentTax(component: TaxComponent, grossTaxable: Cents, taxableBase: Cents) {
  let base = component.beforeTrade ? larger(noCents, grossTaxable) : taxableBase;
  if (component.floor !== undefined) base = larger(noCents, minus(base, component.floor));
  if (component.width !== undefined) base = smaller(base, component.width);
  const ratePpm = "bands" in component ? bandRate(component, grossTaxable, taxableBase) : component.ratePpm;
  let tax = roundToCents(new Exact(base).times(rateOf(ratePpm)));
  if (component.max !== undefined) tax = smaller(tax, component.max);
  if (component.min !== undefined) tax = larger(tax, component.min);
  return { name: component.name, base, ratePpm, tax };
}

function bandRate({ bands, bandBasis }: RateBands, grossTaxable: Cents, taxableBase: Cents): Ppm {
  const basis = bandBasis === "beforeTrade" ? grossTaxable : taxableBase;
  const chosen = bands.findLast((band) => band.from <= basis) ?? bands[0];
  if (chosen === undefined) throw new RangeError("A tax by bands has at least one band");
  return chosen.ratePpm;
}
