import { type Cents, noCents } from "../money/cents";
import { cashColumn, type CashColumn } from "./cash-column";
import type { ColumnRefusal } from "./column-refusal";
import { dealFigures, type DealFigures } from "./deal-figures";
import { priceLines, productLines, taxLines } from "./deal-lines";
import { financeColumn, type FinanceColumn } from "./finance-column";
import { inputsRefusal } from "./inputs-refusal";
import { leaseColumn, type LeaseColumn } from "./lease-column";
import type { MoneyLine } from "./money-line";
import { summaryLines } from "./summary-lines";
import type { WorksheetInputs } from "./worksheet-inputs";

export type { CashColumn } from "./cash-column";
export type { ColumnRefusal } from "./column-refusal";
export type { FinanceColumn } from "./finance-column";
export type { LeaseColumn } from "./lease-column";
export type { MoneyLine } from "./money-line";
export type { FinanceTerms, LeaseTerms, WorksheetInputs } from "./worksheet-inputs";

/** Kept with every frozen deal: figures made by another core are compared, never recomputed silently. */
export const coreVersion = "1.0.0";

export interface Worksheet {
  coreVersion: string;
  /** The advertised, honest total: selling price + add-ons + doc fee − rebates, government charges apart. */
  totalPrice: Cents;
  /** Taxes and government fees. */
  governmentCharges: Cents;
  governmentFees: Cents;
  /** Everything it takes to leave with the car, before rebates, trade and cash come off it. */
  outTheDoor: Cents;
  rebates: Cents;
  productsTotal: Cents;
  taxableBase: Cents;
  taxTotal: Cents;
  /** Allowance − payoff; may be below zero. */
  tradeEquity: Cents;
  negativeEquity: Cents;
  priceLines: MoneyLine[];
  taxLines: MoneyLine[];
  productLines: MoneyLine[];
  summaryLines: MoneyLine[];
  cash: CashColumn | ColumnRefusal;
  finance: FinanceColumn | ColumnRefusal;
  lease: LeaseColumn | ColumnRefusal;
  /** The column of the method the deal is written in. */
  chosen: CashColumn | FinanceColumn | LeaseColumn | ColumnRefusal;
}

/**
 * The worksheet: one presented set of numbers, computed whole from what the desk stated.
 *
 * A pure function: the same inputs give the same worksheet in the browser, on the server and in ten
 * years. Lines always add up to their totals to the cent. An impossible figure never throws and
 * never yields NaN: a term no lender writes refuses its own column; an impossible amount of the deal
 * refuses all three, and the totals are then zero, for no arithmetic runs on it.
 */
export function worksheet(inputs: WorksheetInputs): Worksheet {
  const refused = inputsRefusal(inputs);
  if (refused) return refusedWorksheet(refused);
  const figures = dealFigures(inputs);
  const cash = cashColumn(inputs, figures);
  const finance = financeColumn(inputs, figures);
  const lease = leaseColumn(inputs, figures);
  const chosen = { cash, finance, lease }[inputs.method];
  return {
    ...totals(figures),
    priceLines: priceLines(inputs),
    taxLines: taxLines(inputs, figures),
    productLines: productLines(inputs),
    summaryLines: summaryLines(inputs, figures, chosen),
    cash,
    finance,
    lease,
    chosen,
  };
}

function totals(figures: DealFigures) {
  return {
    coreVersion,
    totalPrice: figures.price.advertisedTotal,
    governmentCharges: figures.governmentCharges,
    governmentFees: figures.price.governmentFees,
    outTheDoor: figures.outTheDoor,
    rebates: figures.price.rebates,
    productsTotal: figures.products,
    taxableBase: figures.tax.taxableBase,
    taxTotal: figures.tax.total,
    tradeEquity: figures.trade.equity,
    negativeEquity: figures.trade.negativeEquity,
  };
}

function refusedWorksheet(refused: ColumnRefusal): Worksheet {
  return {
    coreVersion,
    totalPrice: noCents,
    governmentCharges: noCents,
    governmentFees: noCents,
    outTheDoor: noCents,
    rebates: noCents,
    productsTotal: noCents,
    taxableBase: noCents,
    taxTotal: noCents,
    tradeEquity: noCents,
    negativeEquity: noCents,
    priceLines: [],
    taxLines: [],
    productLines: [],
    summaryLines: [],
    cash: refused,
    finance: refused,
    lease: refused,
    chosen: refused,
  };
}
