import { type Cents, larger, minus, noCents, plus, smaller, sum } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import { type Ppm, shareOf } from "../money/rate";
import type { LeaseTaxRule } from "./lease-tax";
import { creditOnAllowances, type TradeCredit } from "./trade-credit";

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
  /** The rule's name for readers of French; `name` where there is none. */
  nameFr?: string;
  /** The most that a store may ask for its documents here; none stated, none binds. */
  docFeeCap?: DocFeeCap;
  /** Whether a kind of product is taxed here, where that differs from what the store's menu says. */
  productsTaxed?: Record<string, boolean>;
  /** What is otherwise for a vehicle that is not new. */
  usedVehicles?: Partial<Pick<TaxRule, "components" | "tradeCredit" | "lease">>;
  /**
   * The customer charges tax on the trade-in themselves (a registered business's own car): the two sales are not
   * netted, so the whole price is taxed and the store pays tax on the trade.
   */
  customerIsRegistrant?: boolean;
}

/** Whatever is stated binds; with both, the lesser. */
export interface DocFeeCap {
  amount?: Cents;
  shareOfPrice?: Ppm;
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
    /** Owed beside the rate, however little the base is. */
    flat?: Cents;
    /** Nothing is owed on a sale of less, before the trade. */
    exemptBelow?: Cents;
    /** Never more than this share of the base before `floor` and `width`: 20 % of the excess, at most 10 % of it all. */
    mostOfWhole?: Ppm;
    /** Earlier components whose tax is part of this one's base: GST is charged on the luxury tax. */
    onTopOf?: string[];
    /** A registrant charges this one on the trade-in. */
    chargedByRegistrants?: boolean;
    /** Owed to the authority when the vehicle is registered, not to the store. */
    paidAt?: "registration";
  };

export interface TaxedSale {
  /** Selling price and add-ons that are taxed. */
  vehicle: Cents;
  docFee: Cents;
  products: Cents;
  rebates: Cents;
  /** Of each car traded in. */
  allowances: Cents[];
}

export interface WorkedTax {
  name: string;
  base: Cents;
  ratePpm: Ppm;
  tax: Cents;
  /** Rate times base, where a bound of the law made it more or less. */
  beforeBounds?: Cents;
  /** What the rule gives, where somebody stated the tax by hand. */
  workedOut?: Cents;
  paidAt?: "registration";
}

export interface VehicleTax {
  grossTaxable: Cents;
  taxableBase: Cents;
  components: WorkedTax[];
  total: Cents;
  /** What a registrant charges the store on the trade-in, on an invoice of their own; no line of this deal. */
  taxOnTrade: Cents;
}

/** What the arithmetic of a sale needs of a rule. */
export type SaleTaxRule = Pick<
  TaxRule,
  "components" | "tradeCredit" | "rebateTaxable" | "docFeeTaxable" | "customerIsRegistrant"
>;

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
export function vehicleTax(rule: SaleTaxRule, sale: TaxedSale): VehicleTax {
  const grossTaxable = minus(
    plus(sale.vehicle, rule.docFeeTaxable ? sale.docFee : noCents, sale.products),
    rule.rebateTaxable ? noCents : sale.rebates,
  );
  const tradeCredit = rule.customerIsRegistrant ? "none" : rule.tradeCredit;
  const taxableBase = larger(noCents, minus(grossTaxable, creditOnAllowances(tradeCredit, sale.allowances)));
  const components: WorkedTax[] = [];
  for (const component of rule.components) {
    components.push(componentTax(component, grossTaxable, taxableBase, components));
  }
  return {
    grossTaxable,
    taxableBase,
    components,
    total: sum(components.map((component) => component.tax)),
    taxOnTrade: rule.customerIsRegistrant ? taxOnTrade(rule.components, sum(sale.allowances)) : noCents,
  };
}

/** The rule as it is for this vehicle: some places tax or credit a used one otherwise. */
export function ruleForCondition(rule: TaxRule, condition: "new" | "certified" | "used"): TaxRule {
  const { usedVehicles, ...whole } = rule;
  if (usedVehicles === undefined) return rule;
  return condition === "new" ? whole : { ...whole, ...usedVehicles };
}

/** Whether a rule was law on the day of contract; its dates include both ends. */
export function taxRuleInForce(rule: Pick<TaxRule, "validFrom" | "validTo">, on: PlainDate): boolean {
  return rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo);
}

function componentTax(
  component: TaxComponent,
  grossTaxable: Cents,
  taxableBase: Cents,
  earlier: readonly WorkedTax[],
): WorkedTax {
  const own = component.beforeTrade ? larger(noCents, grossTaxable) : taxableBase;
  const whole = component.onTopOf === undefined ? own : plus(own, ...taxesNamed(component.onTopOf, earlier));
  let base = whole;
  if (component.floor !== undefined) base = larger(noCents, minus(base, component.floor));
  if (component.width !== undefined) base = smaller(base, component.width);
  const ratePpm = "bands" in component ? bandRate(component, grossTaxable, taxableBase) : component.ratePpm;
  const { name, paidAt } = component;
  const worked = paidAt === undefined ? { name, base, ratePpm } : { name, base, ratePpm, paidAt };
  if (component.exemptBelow !== undefined && grossTaxable < component.exemptBelow) return { ...worked, tax: noCents };
  const beforeBounds = shareOf(base, ratePpm);
  let tax = beforeBounds;
  if (component.mostOfWhole !== undefined) {
    tax = smaller(tax, shareOf(whole, component.mostOfWhole));
  }
  if (component.flat !== undefined) tax = plus(tax, component.flat);
  if (component.max !== undefined) tax = smaller(tax, component.max);
  if (component.min !== undefined) tax = larger(tax, component.min);
  return tax === beforeBounds ? { ...worked, tax } : { ...worked, tax, beforeBounds };
}

const taxesNamed = (names: readonly string[], earlier: readonly WorkedTax[]): Cents[] =>
  earlier.filter(({ name }) => names.includes(name)).map(({ tax }) => tax);

/** Each tax of it rounds by itself, as on any invoice. */
function taxOnTrade(components: readonly TaxComponent[], allowance: Cents): Cents {
  const charged = components.flatMap((component) =>
    component.chargedByRegistrants && !("bands" in component) ? [component.ratePpm] : [],
  );
  return sum(charged.map((ratePpm) => shareOf(allowance, ratePpm)));
}

function bandRate({ bands, bandBasis }: RateBands, grossTaxable: Cents, taxableBase: Cents): Ppm {
  const basis = bandBasis === "beforeTrade" ? grossTaxable : taxableBase;
  const chosen = bands.findLast((band) => band.from <= basis) ?? bands[0];
  if (chosen === undefined) throw new RangeError("A tax by bands has at least one band");
  return chosen.ratePpm;
}
