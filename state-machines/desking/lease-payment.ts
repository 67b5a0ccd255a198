import { type Cents, cents, minus, noCents, plus, times } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import {
  adjustedCapCost,
  type CapCostParts,
  capCostReduction,
  grossCapCostBeforeTax,
  leaseResidual,
} from "./adjusted-cap-cost";
import { type LeaseTaxTerms, periodicLeaseTax, taxIsCapitalized, upfrontLeaseBase, upfrontLeaseTax } from "./lease-tax";
import { type Trade, tradePosition } from "./trade-equity";

/** How a lease is paid: month by month, or once, by a reduced money factor or by present value. */
export type LeaseMode = "monthly" | "onePayMoneyFactor" | "onePayPresentValue";

/** Refundable deposits that buy a lower money factor. */
export interface MultipleSecurityDeposits {
  count: number;
  /** A plain decimal, "0.00007". */
  moneyFactorReductionEach: string;
  /** Each deposit is the payment rounded up to a multiple of this. */
  roundUpTo: Cents;
}

export interface LeaseStructure extends Omit<CapCostParts, "negativeEquity"> {
  mode: LeaseMode;
  msrp: Cents;
  residualRate: Exact;
  residualRounding: "dollar" | "cent";
  moneyFactor: Exact;
  termMonths: number;
  trades: Trade[];
  cashReduction: Cents;
  rebate: Cents;
  multipleSecurityDeposits?: MultipleSecurityDeposits | null | undefined;
  tax: LeaseTaxTerms;
  /** Taxes on the vehicle's price itself, paid at signing beside the lease's own; none unless stated. */
  priceTax?: Cents;
  /** Taxes that a manager stated by hand, in place of what the rule gives. */
  statedTax?: { upfront?: Cents | undefined; periodic?: Cents | undefined };
}

export interface LeasePayment {
  residual: Cents;
  effectiveMoneyFactor: Exact;
  grossCapCost: Cents;
  capCostReduction: Cents;
  adjustedCapCost: Cents;
  capitalizedTax: Cents;
  upfrontTax: Cents;
  depreciation: Cents;
  rentCharge: Cents;
  totalOfBasePayments: Cents;
  basePayment: Cents;
  periodicTax: Cents;
  totalPayment: Cents;
  numberOfPayments: number;
  positiveEquity: Cents;
  /** What the rule gives and what it is taken of, whatever was stated by hand; no one base where tax is in its own. */
  workedOut: { upfrontTax: Cents; upfrontBase: Cents | null; periodicTax: Cents };
}

/**
 * Base lease payment, before use tax: "you pay for what you use, and rent on the rest".
 *
 *     monthly              base = (adjusted − residual) ÷ n + (adjusted + residual) × money factor
 *     onePayMoneyFactor    the same, times n
 *     onePayPresentValue   base = adjusted − residual ÷ (1 + 2 · money factor)^n
 *
 * Rent is charged on the sum, not the average: a money factor already contains the halving
 * (yearly rate ≈ money factor × 2400). Exact; the caller rounds it once. Worked by hand, Edmunds'
 * sample: (20,000 − 13,110) ÷ 36 + (20,000 + 13,110) × 0.00125 = 232.78.
 */
export function exactBasePayment(lease: {
  mode: LeaseMode;
  adjustedCapCost: Exact;
  residual: Cents;
  termMonths: number;
  moneyFactor: Exact;
}): Exact {
  const { adjustedCapCost, residual, termMonths, moneyFactor } = lease;
  if (lease.mode === "onePayPresentValue") {
    return adjustedCapCost.minus(new Exact(residual).div(moneyFactor.times(2).plus(1).pow(termMonths)));
  }
  const depreciation = adjustedCapCost.minus(residual);
  const rent = adjustedCapCost.plus(residual).times(moneyFactor);
  if (lease.mode === "onePayMoneyFactor") return depreciation.plus(rent.times(termMonths));
  return depreciation.div(termMonths).plus(rent);
}

/**
 * A lease worked from its structure to its payment (12 CFR 1013.4(f)).
 *
 *     gross cap cost + capitalised tax − reduction = adjusted cap cost
 *     depreciation = adjusted − residual        rent charge = base × number − depreciation
 *     total payment = base + periodic tax
 *
 * Rounds at the residual, the base payment and each tax; the rent charge is derived from the rounded
 * base so that the disclosed column adds up to the cent, and may be a few cents below zero at a money
 * factor of 0. Worked by hand, the Federal Reserve's sample form: 244.69 × 48 − 6,450.00 = 5,295.12.
 */
export function leasePayment(lease: LeaseStructure): LeasePayment {
  const trade = tradePosition(lease.trades);
  const parts: CapCostParts = { ...lease, negativeEquity: trade.negativeEquity };
  const reduction = { cash: lease.cashReduction, rebate: lease.rebate, positiveEquity: trade.positiveEquity };
  const reductionTotal = capCostReduction(reduction);
  const grossBeforeTax = grossCapCostBeforeTax(parts);
  const residual = leaseResidual(lease.msrp, lease.residualRate, lease.residualRounding);
  const effectiveMoneyFactor = moneyFactorAfterDeposits(lease);
  const adjustedBeforeTax = adjustedCapCost(grossBeforeTax, reductionTotal);
  const baseWithTax = (capitalizedTax: Exact) =>
    exactBasePayment({
      ...lease,
      residual,
      moneyFactor: effectiveMoneyFactor,
      adjustedCapCost: capitalizedTax.plus(adjustedBeforeTax),
    });
  const numberOfPayments = lease.mode === "monthly" ? lease.termMonths : 1;
  const taxBase = {
    ...parts,
    reduction,
    allowances: trade.allowances,
    grossBeforeTax,
    paymentCount: numberOfPayments,
    exactBasePayment: baseWithTax,
  };
  const upfrontWorked = upfrontLeaseTax(taxBase, lease.tax);
  const tax = lease.statedTax?.upfront ?? upfrontWorked;
  const capitalizedTax = taxIsCapitalized(lease.tax) ? tax : noCents;
  const basePayment = roundToCents(baseWithTax(new Exact(capitalizedTax)));
  const periodicWorked = periodicLeaseTax(basePayment, lease.tax);
  const periodicTax = lease.statedTax?.periodic ?? periodicWorked;
  const adjusted = plus(adjustedBeforeTax, capitalizedTax);
  const depreciation = minus(adjusted, residual);
  const totalOfBasePayments = times(basePayment, numberOfPayments);
  return {
    residual,
    effectiveMoneyFactor,
    grossCapCost: plus(grossBeforeTax, capitalizedTax),
    capCostReduction: reductionTotal,
    adjustedCapCost: adjusted,
    capitalizedTax,
    upfrontTax: plus(minus(tax, capitalizedTax), lease.priceTax ?? noCents),
    depreciation,
    rentCharge: minus(totalOfBasePayments, depreciation),
    totalOfBasePayments,
    basePayment,
    periodicTax,
    totalPayment: plus(basePayment, periodicTax),
    numberOfPayments,
    positiveEquity: trade.positiveEquity,
    workedOut: {
      upfrontTax: upfrontWorked,
      upfrontBase: upfrontLeaseBase(taxBase, lease.tax),
      periodicTax: periodicWorked,
    },
  };
}

/**
 * The refundable deposits of a lease: the plain one, and the multiple ones, each the total payment
 * rounded up to the lessor's step. Worked by hand: 368.60 up to 375.00, ten of them 3,750.00.
 */
export function refundableDeposits(
  totalPayment: Cents,
  securityDeposit: Cents,
  multiple: MultipleSecurityDeposits | null | undefined,
): Cents {
  if (!multiple) return securityDeposit;
  const each = cents(Math.ceil(totalPayment / multiple.roundUpTo) * multiple.roundUpTo);
  return plus(securityDeposit, times(each, multiple.count));
}

function moneyFactorAfterDeposits({ moneyFactor, multipleSecurityDeposits }: LeaseStructure): Exact {
  if (!multipleSecurityDeposits) return moneyFactor;
  const { count, moneyFactorReductionEach } = multipleSecurityDeposits;
  return Exact.max(0, moneyFactor.minus(new Exact(moneyFactorReductionEach).times(count)));
}
