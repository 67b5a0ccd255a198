import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { Ppm } from "../money/rate";
import type { ColumnRefusal } from "./column-refusal";
import { dealFigures } from "./deal-figures";
import { financeColumn } from "./finance-column";
import { inputsRefusal } from "./inputs-refusal";
import type { PriceInputs } from "./price";
import type { WorksheetInputs } from "./worksheet-inputs";

/** A grid on a card is 4 × 4; a printed rate sheet 8 × 8. More is a program gone astray. */
const MOST_CELLS = 144;

/** A lender's term with its own rate. */
export interface GridTerm {
  termMonths: number;
  contractRate: Ppm;
  firstPaymentDate: PlainDate;
  /** The maker's money at this term, where it differs by term. */
  rebates?: PriceInputs["rebates"];
}

/** The deal on another term, with that term's own rate and the maker's money that goes with it. */
export function onTerm(inputs: WorksheetInputs, term: GridTerm): WorksheetInputs {
  const { termMonths, contractRate, firstPaymentDate, rebates = inputs.price.rebates } = term;
  return {
    ...inputs,
    price: { ...inputs.price, rebates },
    finance: { ...inputs.finance, termMonths, contractRate, firstPaymentDate },
  };
}

export interface GridFigures {
  ok: true;
  termMonths: number;
  contractRate: Ppm;
  cashDown: Cents;
  payment: Cents;
  amountFinanced: Cents;
  financeCharge: Cents;
  totalOfPayments: Cents;
  aprPercent: string;
  aprDisclosed: string;
}

export type GridCell = GridFigures | (ColumnRefusal & Pick<GridFigures, "termMonths" | "contractRate" | "cashDown">);

/** One row for each term, in it one cell for each cash down, in the order given. */
export interface PaymentGrid {
  terms: readonly GridTerm[];
  cashDowns: readonly Cents[];
  rows: GridCell[][];
}

/**
 * "Pick a payment": terms down the side, cash down across the top.
 *
 * Every cell is the finance column of the whole deal recomputed with that term, rate and cash down;
 * no cell is scaled from another, because taxes, caps and rounding do not scale. Rounds nowhere itself.
 */
export function paymentGrid(
  inputs: WorksheetInputs,
  terms: readonly GridTerm[],
  cashDowns: readonly Cents[],
): PaymentGrid {
  if (terms.length * cashDowns.length > MOST_CELLS) throw new RangeError(`A grid has at most ${MOST_CELLS} cells`);
  return {
    terms,
    cashDowns,
    rows: terms.map((term) => cashDowns.map((cashDown) => gridCell(inputs, term, cashDown))),
  };
}

function gridCell(inputs: WorksheetInputs, term: GridTerm, cashDown: Cents): GridCell {
  const { termMonths, contractRate } = term;
  const cell = { ...onTerm(inputs, term), cashDown };
  const column = inputsRefusal(cell) ?? financeColumn(cell, dealFigures(cell));
  if (!column.ok) return { ...column, termMonths, contractRate, cashDown };
  const { payment, amountFinanced, financeCharge, totalOfPayments, aprPercent, aprDisclosed } = column;
  return {
    ok: true,
    termMonths,
    contractRate,
    cashDown,
    payment,
    amountFinanced,
    financeCharge,
    totalOfPayments,
    aprPercent,
    aprDisclosed,
  };
}
