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
export const coreVersion = "1.1.0";

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
  /** What a registrant charges the store on the trade-in, on an invoice of their own; in no total here. */
  taxOnTrade: Cents;
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
  const cash = wholeCash(inputs, figures);
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

/** Who pays cash pays all of it at once: nothing of an old loan is paid apart from the rest. */
function wholeCash(inputs: WorksheetInputs, figures: DealFigures): CashColumn | ColumnRefusal {
  if (figures.trade.paidNow === 0) return cashColumn(inputs, figures);
  const whole = { ...inputs, trades: inputs.trades.map(({ allowance, payoff }) => ({ allowance, payoff })) };
  return cashColumn(whole, dealFigures(whole));
}

/** One way of paying alone: the column that the whole worksheet would have, for lists that show nothing else of it. */
export function oneColumn(inputs: WorksheetInputs): CashColumn | FinanceColumn | LeaseColumn | ColumnRefusal {
  const refused = inputsRefusal(inputs);
  if (refused) return refused;
  const figures = dealFigures(inputs);
  switch (inputs.method) {
    case "cash":
      return wholeCash(inputs, figures);
    case "finance":
      return financeColumn(inputs, figures);
    case "lease":
      return leaseColumn(inputs, figures);
  }
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
    taxOnTrade: figures.tax.taxOnTrade,
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
    taxOnTrade: noCents,
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
