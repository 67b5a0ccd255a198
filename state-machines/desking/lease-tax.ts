import { type Cents, larger, minus, noCents, plus, sum, times } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import type { Ppm } from "../money/rate";
import type { CapCostParts, CapCostReduction } from "./adjusted-cap-cost";
import { creditOnAllowance, type TradeCredit } from "./trade-credit";

export type LeaseTaxMethod = "monthly" | "totalPaymentsUpfront" | "sellingPrice" | "grossCap" | "none";

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
  ratePpm: Ppm;
}

/** The flags with an exact rate and the parts of the sales-tax rule that leases share. */
export interface LeaseTaxTerms extends LeaseTaxFlags {
  rate: Exact;
  tradeCredit: TradeCredit;
  rebateTaxable: boolean;
  docFeeTaxable: boolean;
}

/** What the taxes are worked on; `totalOfBasePayments` as a line of the adjusted cap cost. */
export interface LeaseTaxBase extends CapCostParts {
  reduction: CapCostReduction;
  allowance: Cents;
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
 * Rounds half-up to the cent on the rounded base, the amount the customer sees on the contract.
 * Worked by hand: 212.46 at 10.25 % is 21.78 (a published calculator taxes the unrounded base: 21.77).
 */
export function periodicLeaseTax(basePayment: Cents, tax: LeaseTaxTerms): Cents {
  return tax.method === "monthly" ? roundToCents(tax.rate.times(basePayment)) : noCents;
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
 * Rounds once, half-up to the cent.
 */
export function upfrontLeaseTax(base: LeaseTaxBase, tax: LeaseTaxTerms): Cents {
  switch (tax.method) {
    case "none":
      return noCents;
    case "monthly":
      return roundToCents(tax.rate.times(taxedAtSigning(base, tax)));
    case "grossCap":
      return roundToCents(tax.rate.times(base.grossBeforeTax));
    case "sellingPrice":
      return roundToCents(tax.rate.times(taxedSellingPrice(base, tax)));
    case "totalPaymentsUpfront":
      return taxOnTotalPayments(base, tax);
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
    return roundToCents(tax.rate.times(plus(times(roundToCents(withoutTax), base.paymentCount), otherTaxed)));
  }
  const perDollarOfTax = base.exactBasePayment(new Exact(1)).minus(withoutTax);
  const numerator = withoutTax.times(base.paymentCount).plus(otherTaxed).times(tax.rate);
  return roundToCents(numerator.div(new Exact(1).minus(tax.rate.times(base.paymentCount).times(perDollarOfTax))));
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
    creditOnAllowance(tax.tradeCredit, base.allowance),
    tax.rebateTaxable ? noCents : base.reduction.rebate,
  );
  return larger(noCents, taxed);
}
