import { type Cents, noCents, plus } from "../money/cents";
import { rateOf } from "../money/rate";
import type { LeaseFee } from "./adjusted-cap-cost";
import { chargedFees, leaseTaxCodes, statedAmount, withStatedTaxes } from "./charged-fees";
import { type ColumnRefusal, refusal } from "./column-refusal";
import type { DealFigures } from "./deal-figures";
import { brokenBound, deskingLimits } from "./desking-limits";
import { type LeaseDeal, leaseDeal, type LeaseDealTerms } from "./lease-deal";
import { capCostLines, leasePaymentLines, leaseSigningLines } from "./lease-lines";
import type { LeaseTaxTerms } from "./lease-tax";
import type { MoneyLine } from "./money-line";
import { type TaxRule, type VehicleTax, vehicleTax } from "./taxes-and-fees";
import type { LeaseTerms, WorksheetInputs } from "./worksheet-inputs";

export interface LeaseColumn {
  ok: true;
  method: "lease";
  termMonths: number;
  milesPerYear: number;
  grossCapCost: Cents;
  capCostReduction: Cents;
  adjustedCapCost: Cents;
  residual: Cents;
  depreciation: Cents;
  rentCharge: Cents;
  basePayment: Cents;
  monthlyTax: Cents;
  payment: Cents;
  numberOfPayments: number;
  upfrontTax: Cents;
  capitalizedTax: Cents;
  refundableDeposit: Cents;
  /** Everything credited at signing, rebates and trade equity included (12 CFR 1013.4(b)). */
  dueAtSigning: Cents;
  /** The part of it that the customer brings in cash. */
  cashDueAtSigning: Cents;
  totalOfPayments: Cents;
  /** Gross cap cost and its reductions; adds up to the adjusted cap cost. */
  lines: MoneyLine[];
  /** Adds up to the cash due at signing. */
  signingLines: MoneyLine[];
  /** Base payment and its tax; adds up to the payment. */
  paymentLines: MoneyLine[];
}

/**
 * The lease column: add-ons, products and the acquisition fee go into the gross cap cost; the doc
 * fee, the government fees, the first payment and the refundable deposit are due at signing; cash
 * down, rebates and positive equity reduce the cap cost.
 *
 * Rounds nowhere itself; see leasePayment, upfrontLeaseTax and leaseDueAtSigning.
 */
export function leaseColumn(inputs: WorksheetInputs, figures: DealFigures): LeaseColumn | ColumnRefusal {
  const { lease } = inputs;
  if (lease === null) {
    const sentence = "This vehicle cannot be leased.";
    return refusal("notLeasable", "lease", sentence, "Choose to pay cash or to finance.");
  }
  const refused = leaseTermsRefusal(lease) ?? leaseTaxRefusal(inputs.tax);
  if (refused) return refused;
  const worked = leaseDeal(leaseDealTerms(inputs, lease, figures));
  if (worked.depreciation <= 0 || worked.basePayment <= 0) return residualRefusal(inputs, worked);
  return {
    ok: true,
    method: "lease",
    termMonths: lease.termMonths,
    milesPerYear: lease.milesPerYear,
    grossCapCost: worked.grossCapCost,
    capCostReduction: worked.capCostReduction,
    adjustedCapCost: worked.adjustedCapCost,
    residual: worked.residual,
    depreciation: worked.depreciation,
    rentCharge: worked.rentCharge,
    basePayment: worked.basePayment,
    monthlyTax: worked.periodicTax,
    payment: worked.totalPayment,
    numberOfPayments: worked.numberOfPayments,
    upfrontTax: worked.upfrontTax,
    capitalizedTax: worked.capitalizedTax,
    refundableDeposit: worked.refundableDeposit,
    dueAtSigning: worked.amountDueAtSigning,
    cashDueAtSigning: plus(worked.paidInCash, figures.trade.paidNow),
    totalOfPayments: worked.totalOfPayments,
    lines: capCostLines(inputs, lease, worked),
    signingLines: leaseSigningLines(inputs, worked, leasePriceTax(inputs)),
    paymentLines: leasePaymentLines(inputs, worked),
  };
}

/** The worksheet's inputs as the lease kernel takes them. */
export function leaseDealTerms(inputs: WorksheetInputs, lease: LeaseTerms, figures: DealFigures): LeaseDealTerms {
  const { price, products } = inputs;
  return {
    mode: lease.mode ?? "monthly",
    msrp: price.msrp,
    sellingPrice: price.sellingPrice,
    residualRate: rateOf(lease.residualRate),
    residualRounding: lease.residualRounding ?? "dollar",
    moneyFactor: rateOf(lease.moneyFactor),
    termMonths: lease.termMonths,
    fees: leaseFees(inputs, lease),
    capAdds: [
      ...price.addOns.map((addOn) => ({ code: addOn.code, amount: addOn.price, taxable: addOn.taxable })),
      ...products.map((product) => ({ code: product.code, amount: product.price, taxable: product.taxable })),
    ],
    trades: inputs.trades,
    cashReduction: inputs.cashDown,
    rebate: figures.price.rebates,
    securityDeposit: lease.securityDeposit,
    dispositionFee: lease.dispositionFee,
    multipleSecurityDeposits: lease.multipleSecurityDeposits,
    tax: leaseTaxTerms(inputs.tax),
    priceTax: leasePriceTax(inputs).total,
    statedTax: {
      upfront: statedAmount(inputs.taxOverrides, leaseTaxCodes.upfront),
      periodic: statedAmount(inputs.taxOverrides, leaseTaxCodes.monthly),
    },
  };
}

function leaseFees(inputs: WorksheetInputs, lease: LeaseTerms): LeaseFee[] {
  const { docFee, governmentFees } = chargedFees(inputs);
  return [
    { code: "acquisition", amount: lease.acquisitionFee, capitalized: true, taxableUpfront: false },
    { code: "doc", amount: docFee, capitalized: false, taxableUpfront: inputs.tax.docFeeTaxable },
    ...governmentFees.map(({ code, amount }) => ({ code, amount, capitalized: false, taxableUpfront: false })),
  ];
}

function leaseTaxTerms(rule: TaxRule): LeaseTaxTerms {
  const { rebateTaxable, docFeeTaxable, lease, customerIsRegistrant = false } = rule;
  return {
    ...lease,
    rate: rateOf(lease.ratePpm),
    // A registrant's trade is a sale of its own: nothing is netted against it.
    tradeCredit: customerIsRegistrant ? "none" : (lease.tradeCredit ?? rule.tradeCredit),
    reductionTradeTaxable: customerIsRegistrant || lease.reductionTradeTaxable,
    rebateTaxable,
    docFeeTaxable,
  };
}

/** Taxes on the price of a leased vehicle: a luxury tax looks at what it is worth, whatever the customer pays for it. */
function leasePriceTax({ tax, price, taxOverrides }: WorksheetInputs): VehicleTax {
  const components = tax.lease.onPrice ?? [];
  const onPrice = { components, tradeCredit: "none", rebateTaxable: true, docFeeTaxable: false } as const;
  const sale = { vehicle: price.sellingPrice, docFee: noCents, products: noCents, rebates: noCents, allowances: [] };
  return withStatedTaxes(vehicleTax(onPrice, sale), taxOverrides);
}

export function leaseTaxRefusal({ lease }: TaxRule): ColumnRefusal | null {
  if (lease.method !== "notEstablished") return null;
  const sentence = "How a lease is taxed where the car will be kept is not established.";
  return refusal(
    "leaseTaxNotEstablished",
    "tax.lease",
    sentence,
    "Choose to pay cash or to finance, or ask the store.",
  );
}

export function leaseTermsRefusal(lease: LeaseTerms): ColumnRefusal | null {
  const limits = deskingLimits;
  const { termMonths, milesPerYear, residualRate, moneyFactor } = lease;
  const term = brokenBound(termMonths, limits.shortestLeaseMonths, limits.longestLeaseMonths);
  if (term !== null || !Number.isInteger(termMonths)) {
    const limit = term ?? limits.shortestLeaseMonths;
    return refusal("termOutOfRange", "lease.termMonths", "No lessor writes this term.", "Choose a usual term.", limit);
  }
  const miles = brokenBound(milesPerYear, limits.fewestMilesPerYear, limits.mostMilesPerYear);
  if (miles !== null) {
    const sentence = "No lessor writes this mileage.";
    return refusal("milesOutOfRange", "lease.milesPerYear", sentence, "Choose a usual mileage.", miles);
  }
  const residual = brokenBound(residualRate, limits.lowestResidualRate, limits.highestResidualRate);
  if (residual !== null) {
    const sentence = "The residual must be a share of the sticker price.";
    return refusal("residualRateOutOfRange", "lease.residualRate", sentence, "Check the lessor's table.", residual);
  }
  const factor = brokenBound(moneyFactor, 0, limits.highestMoneyFactor);
  if (factor !== null) {
    const sentence = "The money factor is beyond any lessor's.";
    return refusal("moneyFactorOutOfRange", "lease.moneyFactor", sentence, "Check its decimal point.", factor);
  }
  const count = lease.multipleSecurityDeposits?.count ?? 0;
  const deposits = brokenBound(count, 0, limits.mostSecurityDeposits);
  if (deposits !== null || !Number.isInteger(count)) {
    const sentence = "No lessor takes this many deposits.";
    const field = "lease.multipleSecurityDeposits.count";
    return refusal("depositCountOutOfRange", field, sentence, "Choose fewer.", deposits ?? Math.floor(count));
  }
  return null;
}

function residualRefusal(inputs: WorksheetInputs, worked: LeaseDeal): ColumnRefusal {
  const sentence = "After the reductions the lease would cost less than the car is worth at its end.";
  const withoutCash = worked.depreciation + inputs.cashDown;
  if (withoutCash > 0 && inputs.cashDown > 0) {
    const next = "Lower the cash down, or choose to finance.";
    return refusal("residualAboveCapCost", "cashDown", sentence, next, withoutCash - 1);
  }
  return refusal(
    "residualAboveCapCost",
    "lease.residualRate",
    sentence,
    "Choose to finance, or another term.",
    worked.adjustedCapCost,
  );
}
