import { numbersFrom, type DealView } from "#machines/deal/deal-view";
import { dealGrid, dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import {
  type SolvedDeal,
  solveForCashAtSigning,
  solveForCashDown,
  solveForRate,
  solveForSellingPrice,
  solveForTerm,
} from "#machines/desking/solve-backwards";
import { solveForAllowance } from "#machines/desking/solve-for-trade";
import type { WorksheetInputs } from "#machines/desking/worksheet-inputs";
import { type Cents, minus, plus } from "#machines/money/cents";
import type { Ppm } from "#machines/money/rate";

/** Where a way leads: the payment it gives, and what the whole deal then costs more (above zero) or less. */
interface Way {
  payment: Cents;
  termMonths: number;
  /** Everything the customer hands over, cash down, payments and what a trade brings included; null where unknown now. */
  totalDifference: Cents | null;
}

export interface WaysToPayment {
  /** The payment, when the deal is at or under the target already. */
  there: Cents | null;
  cash: (Way & { cashDown: Cents }) | null;
  term: Way | "notForLease" | null;
  rate: (Way & { contractRate: Ppm }) | "notForLease" | null;
  trade: (Way & { allowance: Cents }) | null;
  price: (Way & { sellingPrice: Cents }) | null;
}

type Numbers = Pick<DealView, "card" | "kept">;

/** The ways from this deal to a payment, each solved by the core on the whole deal; null where there is no payment. */
export function waysToPayment(view: Numbers, target: Cents): WaysToPayment | null {
  const numbers = numbersFrom(view);
  const inputs = worksheetInputs(numbers);
  const chosen = dealWorksheet(numbers)?.chosen;
  if (!inputs || !chosen || (chosen.ok && chosen.method === "cash")) return null;
  const there = chosen.ok && chosen.payment <= target ? chosen.payment : null;
  const now = chosen.ok ? handedOver(inputs, chosen.totalOfPayments) : null;
  const way = (solved: SolvedDeal): Way => ({
    payment: solved.payment,
    termMonths: solved.column.termMonths,
    totalDifference: now === null ? null : minus(handedOver(solved.inputs, solved.totalOfPayments), now),
  });
  const isLease = inputs.method === "lease";
  const cash = solveForCashDown(inputs, target);
  const rate = solveForRate(inputs, target);
  const trade = solveForAllowance(inputs, target);
  const price = solveForSellingPrice(inputs, target);
  const terms = dealGrid(numbers)?.terms;
  const term = isLease || !terms ? null : solveForTerm(inputs, target, terms);
  return {
    there,
    cash: cash.ok ? { ...way(cash), cashDown: cash.cashDown } : null,
    term: isLease ? "notForLease" : term?.ok ? way(term) : null,
    rate: isLease ? "notForLease" : rate.ok ? { ...way(rate), contractRate: rate.contractRate } : null,
    trade: trade.ok ? { ...way(trade), allowance: trade.allowance } : null,
    price: price.ok ? { ...way(price), sellingPrice: price.sellingPrice } : null,
  };
}

/** So much at signing, all in: what of it is cash down, and the payment it leaves; null where it does not reach. */
export function wayFromSigning(view: Numbers, cashAtSigning: Cents): { cashDown: Cents; payment: Cents } | null {
  const inputs = worksheetInputs(numbersFrom(view));
  const solved = inputs && solveForCashAtSigning(inputs, cashAtSigning);
  return solved?.ok ? { cashDown: solved.cashDown, payment: solved.payment } : null;
}

/** A lease's total has its cash in it already; an instalment contract's has not. */
const handedOver = (inputs: WorksheetInputs, totalOfPayments: Cents): Cents =>
  inputs.method === "lease" ? totalOfPayments : plus(totalOfPayments, inputs.cashDown);
