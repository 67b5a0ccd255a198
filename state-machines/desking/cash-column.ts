import { type Cents, larger, minus, negate, noCents } from "../money/cents";
import { type ColumnRefusal, refusal } from "./column-refusal";
import type { DealFigures } from "./deal-figures";
import { type MoneyLine, withoutEmptyLines } from "./money-line";
import { balanceLines, cashDownLine } from "./deal-lines";
import type { WorksheetInputs } from "./worksheet-inputs";

export interface CashColumn {
  ok: true;
  method: "cash";
  /** Everything the customer pays in cash, cash down and deposit included. */
  balanceDue: Cents;
  cashDown: Cents;
  /** Balance due less the cash already down. */
  dueAtDelivery: Cents;
  /** When trade equity and rebates exceed the out-the-door total: the store's cheque to the customer. */
  paidToCustomer: Cents;
  /** Adds up to the amount due at delivery. */
  lines: MoneyLine[];
}

/**
 * "Paying cash: this much, once."
 *
 *     balance due = out the door + negative equity − rebates − positive trade equity
 *     due at delivery = balance due − cash down
 *
 * Only sums. A trade worth more than the deal leaves a cheque to the customer, never a negative due.
 * Worked by hand: 39,336.25 − 1,000.00 − 5,320.00 = 33,016.25, with 3,000.00 down 30,016.25.
 */
export function cashColumn(inputs: WorksheetInputs, figures: DealFigures): CashColumn | ColumnRefusal {
  const balanceDue = larger(noCents, figures.balanceBeforeCash);
  if (inputs.cashDown > balanceDue) {
    return refusal(
      "cashDownAboveBalance",
      "cashDown",
      "The cash down is more than the deal costs.",
      "Lower the cash down to the balance.",
      balanceDue,
    );
  }
  const paidToCustomer = larger(noCents, negate(figures.balanceBeforeCash));
  return {
    ok: true,
    method: "cash",
    balanceDue,
    cashDown: inputs.cashDown,
    dueAtDelivery: minus(balanceDue, inputs.cashDown),
    paidToCustomer,
    lines: [
      ...balanceLines(inputs, figures),
      cashDownLine(inputs.cashDown),
      ...withoutEmptyLines([{ code: "paidToCustomer", label: "Paid to the customer", amount: paidToCustomer }]),
    ],
  };
}
