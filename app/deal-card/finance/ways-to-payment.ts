import { numbersFrom, type DealView } from "#machines/deal/deal-view";
import { dealGrid, dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { solveForCashDown, solveForSellingPrice, solveForTerm } from "#machines/desking/solve-backwards";
import { type Cents, minus } from "#machines/money/cents";

export interface WaysToPayment {
  /** The payment, when the deal is at or under the target already. */
  there: Cents | null;
  cash: { cashDown: Cents; payment: Cents; termMonths: number } | null;
  term: { termMonths: number; payment: Cents; totalDifference: Cents } | "notForLease" | null;
  price: { sellingPrice: Cents; payment: Cents } | null;
}

/** The ways from this deal to a payment, each solved by the core on the whole deal; null where there is no payment. */
export function waysToPayment(view: Pick<DealView, "card" | "kept">, target: Cents): WaysToPayment | null {
  const numbers = numbersFrom(view);
  const inputs = worksheetInputs(numbers);
  const chosen = dealWorksheet(numbers)?.chosen;
  if (!inputs || !chosen || (chosen.ok && chosen.method === "cash")) return null;
  const there = chosen.ok && chosen.payment <= target ? chosen.payment : null;
  const cash = solveForCashDown(inputs, target);
  const price = solveForSellingPrice(inputs, target);
  return {
    there,
    cash: cash.ok ? { cashDown: cash.cashDown, payment: cash.payment, termMonths: cash.column.termMonths } : null,
    term:
      inputs.method === "lease"
        ? "notForLease"
        : termToPayment(view, target, chosen.ok ? chosen.totalOfPayments : null),
    price: price.ok ? { sellingPrice: price.sellingPrice, payment: price.payment } : null,
  };
}

function termToPayment(view: Pick<DealView, "card" | "kept">, target: Cents, totalNow: Cents | null) {
  const numbers = numbersFrom(view);
  const inputs = worksheetInputs(numbers);
  const terms = dealGrid(numbers)?.terms;
  if (!inputs || !terms || totalNow === null) return null;
  const solved = solveForTerm(inputs, target, terms);
  if (!solved.ok) return null;
  return {
    termMonths: solved.term.termMonths,
    payment: solved.payment,
    totalDifference: minus(solved.totalOfPayments, totalNow),
  };
}
