import { minus, negate, times } from "../money/cents";
import type { CashColumn } from "./cash-column";
import type { FinanceColumn } from "./finance-column";
import type { LeaseColumn } from "./lease-column";
import { type MoneyLine, withoutEmptyLines } from "./money-line";

/** The figures of a column that a screen may open. */
export type OpenedFigure =
  "payment" | "financeCharge" | "totalOfPayments" | "amountFinanced" | "cashDue" | "rentCharge" | "depreciation";

type AnyColumn = CashColumn | FinanceColumn | LeaseColumn;

/**
 * "Open it and add it up": the lines a figure is made of, which come to it to the cent. Empty where a figure is no sum
 * (an instalment is worked from amount, rate and term) or the column has none such. Only sums.
 */
export function figureLines(column: AnyColumn, figure: OpenedFigure): MoneyLine[] {
  switch (column.method) {
    case "cash":
      return figure === "cashDue" ? column.lines : [];
    case "finance":
      return financeLines(column)[figure] ?? [];
    case "lease":
      return leaseLines(column)[figure] ?? [];
  }
}

const line = (code: string, label: string, amount: MoneyLine["amount"]): MoneyLine => ({ code, label, amount });

function financeLines(column: FinanceColumn): Partial<Record<OpenedFigure, MoneyLine[]>> {
  const { payment, finalPayment, numberOfPayments, totalOfPayments, amountFinanced } = column;
  const alike = finalPayment === payment ? numberOfPayments : numberOfPayments - 1;
  return {
    amountFinanced: column.lines,
    cashDue: column.signingLines,
    financeCharge: [
      line("totalOfPayments", "Total of payments", totalOfPayments),
      line("amountFinanced", "Amount financed", negate(amountFinanced)),
    ],
    totalOfPayments: withoutEmptyLines([
      line("regularPayments", `${alike} payments`, times(payment, alike)),
      ...(alike === numberOfPayments ? [] : [line("lastPayment", "The last payment", finalPayment)]),
    ]),
  };
}

function leaseLines(column: LeaseColumn): Partial<Record<OpenedFigure, MoneyLine[]>> {
  const { payment, numberOfPayments, basePayment, depreciation, dueAtSigning, refundableDeposit } = column;
  const remaining = times(payment, numberOfPayments - 1);
  const atEnd = minus(column.totalOfPayments, minus(dueAtSigning, refundableDeposit), remaining);
  return {
    payment: column.paymentLines,
    cashDue: column.signingLines,
    depreciation: [
      line("adjustedCapCost", "Adjusted cap cost", column.adjustedCapCost),
      line("residual", "Residual", negate(column.residual)),
    ],
    rentCharge: [
      line("basePayments", "All base payments", times(basePayment, numberOfPayments)),
      line("depreciation", "Depreciation", negate(depreciation)),
    ],
    totalOfPayments: withoutEmptyLines([
      line("dueAtSigning", "Due at signing, credits included", dueAtSigning),
      line("refundableDeposit", "Refundable deposit", negate(refundableDeposit)),
      line("remainingPayments", "The payments after the first", remaining),
      line("dispositionFee", "Fee at the end", atEnd),
    ]),
  };
}
