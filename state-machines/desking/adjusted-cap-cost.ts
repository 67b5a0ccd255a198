import { type Cents, minus, plus, sum } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";

export interface LeaseFee {
  code: string;
  amount: Cents;
  /** Rolled into the lease; otherwise paid at signing. */
  capitalized: boolean;
  /** Taxed when paid at signing, where the lease tax looks at fees at all. */
  taxableUpfront: boolean;
}

export interface CapCostParts {
  sellingPrice: Cents;
  fees: LeaseFee[];
  /** Add-ons and products rolled into the lease. */
  capAdds: { code: string; amount: Cents; taxable?: boolean }[];
  negativeEquity: Cents;
}

export interface CapCostReduction {
  cash: Cents;
  rebate: Cents;
  positiveEquity: Cents;
}

/**
 * "Gross cap cost: the agreed value and everything rolled into the lease", before capitalised tax.
 *
 *     gross = selling price + capitalised fees + cap additions + negative equity
 *
 * Only sums (12 CFR 1013.4(f)(1)). Worked by hand, Edmunds' sample: 21,000 + 1,200 = 22,200.
 */
export function grossCapCostBeforeTax(parts: CapCostParts): Cents {
  const capitalizedFees = parts.fees.filter((fee) => fee.capitalized).map((fee) => fee.amount);
  const additions = parts.capAdds.map((addition) => addition.amount);
  return plus(parts.sellingPrice, sum(capitalizedFees), sum(additions), parts.negativeEquity);
}

/**
 * "Cap cost reduction: what comes off the top": cash, the maker's money and positive trade equity.
 * A negative trade is never a negative reduction; it is in the gross (comment 4(b)-3). Only sums.
 */
export function capCostReduction(reduction: CapCostReduction): Cents {
  return plus(reduction.cash, reduction.rebate, reduction.positiveEquity);
}

/**
 * "Adjusted cap cost: what the lease is written on."
 *
 *     adjusted = gross cap cost + capitalised tax − reduction
 *
 * Only sums. Worked by hand, the Federal Reserve's sample form: 22,300 − 3,500 = 18,800.
 */
export function adjustedCapCost(gross: Cents, reduction: Cents): Cents {
  return minus(gross, reduction);
}

/**
 * "Residual: what the car is worth at the end", agreed today.
 *
 *     residual = MSRP × residual rate
 *
 * Rounds half-up once, to a whole dollar unless the lessor publishes cents.
 * Worked by hand, Edmunds' sample: 23,000 × 57 % = 13,110.
 */
export function leaseResidual(msrp: Cents, residualRate: Exact, rounding: "dollar" | "cent"): Cents {
  const exact = residualRate.times(msrp);
  if (rounding === "cent") return roundToCents(exact);
  return roundToCents(exact.div(100).toDecimalPlaces(0).times(100));
}
