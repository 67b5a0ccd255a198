import { type Cents, minus } from "../money/cents";
import type { ColumnRefusal } from "./column-refusal";
import { dealFigures } from "./deal-figures";
import { financeColumn } from "./finance-column";
import { inputsRefusal } from "./inputs-refusal";
import { type GridTerm, onTerm } from "./payment-grid";
import type { WorksheetInputs } from "./worksheet-inputs";

export interface NeighbourTerm {
  ok: true;
  termMonths: number;
  payment: Cents;
  totalOfPayments: Cents;
  aprDisclosed: string;
  /** Below zero when the other term is less a month. */
  paymentDifference: Cents;
  /** Above zero when the other term costs more in total. */
  totalDifference: Cents;
}

/**
 * "72 months would be $75.90 less a month and $1,413.72 more in total."
 *
 *     payment difference = other payment − this payment
 *     total difference   = other total of payments − this total of payments
 *
 * Both terms are full recomputations, each at its own rate; nothing rounds here.
 * Worked by hand: 497.31 − 573.21 and 35,806.32 − 34,392.60.
 */
export function neighbourTerm(inputs: WorksheetInputs, other: GridTerm): NeighbourTerm | ColumnRefusal {
  const refused = inputsRefusal(inputs);
  if (refused) return refused;
  const figures = dealFigures(inputs);
  const here = financeColumn(inputs, figures);
  if (!here.ok) return here;
  const onOther = onTerm(inputs, other);
  const there = financeColumn(onOther, dealFigures(onOther));
  if (!there.ok) return there;
  return {
    ok: true,
    termMonths: other.termMonths,
    payment: there.payment,
    totalOfPayments: there.totalOfPayments,
    aprDisclosed: there.aprDisclosed,
    paymentDifference: minus(there.payment, here.payment),
    totalDifference: minus(there.totalOfPayments, here.totalOfPayments),
  };
}
