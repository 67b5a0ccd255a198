import { type Cents, larger, minus, noCents, plus, smaller, sum, times } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import { type Ppm, shareOf } from "../money/rate";
import type { CapCostParts, CapCostReduction } from "./adjusted-cap-cost";
import type { TaxComponent } from "./taxes-and-fees";
import { creditOnAllowances, type TradeCredit } from "./trade-credit";

export type LeaseTaxMethod =
  "monthly" | "totalPaymentsUpfront" | "sellingPrice" | "grossCap" | "none" | "notEstablished";

/** One tax of several on a lease, each rounded by itself; `floor` and `width` as for a sale. */
export interface LeaseTaxPart {
  name: string;
  ratePpm: Ppm;
  floor?: Cents;
  width?: Cents;
}

/** Which parts of a lease a place taxes; the rate comes apart, so that one law serves many rates. */
export interface LeaseTaxFlags {
  method: LeaseTaxMethod;
  /** Parts of the cap cost reduction that are taxed as received. */
  reductionCashTaxable: boolean;
  reductionRebateTaxable: boolean;
  reductionTradeTaxable: boolean;
  /** Rolled into the lease instead of paid at signing; only the up-front methods can. */
  capitalized: boolean;
  /** Whether tax on total payments also taxes the part of the payment that repays the tax. */
  taxOnTax: boolean;
}

export interface LeaseTaxRule extends LeaseTaxFlags {
  /** The whole rate; with `parts`, what they add up to. */
  ratePpm: Ppm;
  /** Several taxes at once: GST beside a provincial tax, a state's beside a town's. */
  parts?: LeaseTaxPart[];
  /** The most that is taken up front: South Carolina's fee. */
  max?: Cents;
  /** Where a lease credits a trade otherwise than a sale. */
  tradeCredit?: TradeCredit;
  /** Taxes on the price of the vehicle itself, paid at signing beside the lease's own: a luxury tax. */
  onPrice?: TaxComponent[];
}

/** The flags with an exact rate and the parts of the sales-tax rule that leases share. */
export interface LeaseTaxTerms extends LeaseTaxFlags {
  rate: Exact;
  parts?: LeaseTaxPart[];
  max?: Cents;
  tradeCredit: TradeCredit;
  rebateTaxable: boolean;
  docFeeTaxable: boolean;
}

/** What the taxes are worked on; `totalOfBasePayments` as a line of the adjusted cap cost. */
export interface LeaseTaxBase extends CapCostParts {
  reduction: CapCostReduction;
  allowances: Cents[];
  grossBeforeTax: Cents;
  paymentCount: number;
  /** The unrounded base payment as a function of the cap cost it is written on: a + b × tax. */
  exactBasePayment: (capitalizedTax: Exact) => Exact;
}

/**
 * The tax on one lease payment, where each payment is taxed.
 *
 *     periodic tax = round(rounded base payment × rate)
 *
 * Rounds half-up to the cent on the rounded base, the amount the customer sees on the contract; several taxes
 * round one by one.
 * Worked by hand: 212.46 at 10.25 % is 21.78 (a published calculator taxes the unrounded base: 21.77).
 */
export function periodicLeaseTax(basePayment: Cents, tax: LeaseTaxTerms): Cents {
  return tax.method === "monthly" ? taxOn(basePayment, tax) : noCents;
}

/**
 * The lease tax that does not wait for the payments, to be paid at signing or rolled into the lease.
 *
 *     monthly                rate × (taxed parts of the reduction + taxed fees at signing)
 *     totalPaymentsUpfront   rate × (base × payments + the same)
 *     sellingPrice           rate × (price + taxed doc fee − credit on the allowance − untaxed rebate)
 *     grossCap               rate × gross cap cost before tax
 *
 * Capitalised tax on total payments is circular. With tax on tax the exact fixed point on the
 * unrounded base, T = rate · (n·a + K) ÷ (1 − rate · n · b), where base = a + b·T; without, the
 * rounded base payment before the tax was added (Ohio's text excludes the financed tax).
 * Rounds once, half-up to the cent; several taxes round one by one, save where the tax is in its own base.
 */
export function upfrontLeaseTax(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  const owed = uncappedUpfrontTax(base, tax);
  return tax.max === undefined ? owed : smaller(owed, tax.max);
}

function uncappedUpfrontTax(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  switch (tax.method) {
    case "none":
    case "notEstablished": // The column is refused before anything is worked.
      return noCents;
    case "monthly":
      return taxOn(taxedAtSigning(base, tax), tax);
    case "grossCap":
      return taxOn(base.grossBeforeTax, tax);
    case "sellingPrice":
      return taxOn(taxedSellingPrice(base, tax), tax);
    case "totalPaymentsUpfront":
      return taxOnTotalPayments(base, tax);
  }
}

/** Each tax of the lease on one amount: round(part of the amount × rate). */
function taxOn(amount: Cents, { rate, parts }: LeaseTaxTerms): Cents {
  if (parts === undefined) return roundToCents(rate.times(amount));
  return sum(
    parts.map((part) => {
      const above = larger(noCents, minus(amount, part.floor ?? noCents));
      const taxed = part.width === undefined ? above : smaller(above, part.width);
      return shareOf(taxed, part.ratePpm);
    }),
  );
}

/** What the up-front tax is taken of, as far as it is one amount. */
export function upfrontLeaseBase(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents | null {
  switch (tax.method) {
    case "none":
    case "notEstablished":
      return null;
    case "monthly":
      return taxedAtSigning(base, tax);
    case "grossCap":
      return base.grossBeforeTax;
    case "sellingPrice":
      return taxedSellingPrice(base, tax);
    case "totalPaymentsUpfront":
      return tax.capitalized && tax.taxOnTax ? null : totalPaymentsBase(base, tax);
  }
}

/** Whether the up-front tax goes into the cap cost; tax on each payment cannot. */
export function taxIsCapitalized(tax: LeaseTaxTerms): boolean {
  return tax.capitalized && tax.method !== "monthly";
}

function taxOnTotalPayments(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  const otherTaxed = taxedAtSigning(base, tax);
  const withoutTax = base.exactBasePayment(new Exact(0));
  if (!tax.capitalized || !tax.taxOnTax) {
    return taxOn(totalPaymentsBase(base, tax), tax);
  }
  const perDollarOfTax = base.exactBasePayment(new Exact(1)).minus(withoutTax);
  const numerator = withoutTax.times(base.paymentCount).plus(otherTaxed).times(tax.rate);
  return roundToCents(numerator.div(new Exact(1).minus(tax.rate.times(base.paymentCount).times(perDollarOfTax))));
}

function totalPaymentsBase(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  const payment = roundToCents(base.exactBasePayment(new Exact(0)));
  return plus(times(payment, base.paymentCount), taxedAtSigning(base, tax));
}

function taxedAtSigning({ reduction, fees }: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  const taxedFees = fees.filter((fee) => !fee.capitalized && fee.taxableUpfront).map((fee) => fee.amount);
  return plus(
    tax.reductionCashTaxable ? reduction.cash : noCents,
    tax.reductionRebateTaxable ? reduction.rebate : noCents,
    tax.reductionTradeTaxable ? reduction.positiveEquity : noCents,
    sum(taxedFees),
  );
}

function taxedSellingPrice(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  const docFee = sum(base.fees.filter((fee) => fee.code === "doc").map((fee) => fee.amount));
  const taxedAdditions = sum(base.capAdds.filter((addition) => addition.taxable).map((addition) => addition.amount));
  const taxed = minus(
    plus(base.sellingPrice, taxedAdditions, tax.docFeeTaxable ? docFee : noCents),
    creditOnAllowances(tax.tradeCredit, base.allowances),
    tax.rebateTaxable ? noCents : base.reduction.rebate,
  );
  return larger(noCents, taxed);
}
