import type { CashColumn } from "./cash-column";
import type { ColumnRefusal } from "./column-refusal";
import type { DealFigures } from "./deal-figures";
import { balanceLines, cashDownLine, prepaidChargeLines } from "./deal-lines";
import type { FinanceColumn } from "./finance-column";
import type { LeaseColumn } from "./lease-column";
import { lineOf, type MoneyLine } from "./money-line";
import type { WorksheetInputs } from "./worksheet-inputs";

type AnyColumn = CashColumn | FinanceColumn | LeaseColumn | ColumnRefusal;

/**
 * The rows of the deal summary. Every row before the result (balance due, amount financed, adjusted
 * cap cost) adds up to it to the cent; what is due at signing stands after it and is its own sum.
 */
export function summaryLines(inputs: WorksheetInputs, figures: DealFigures, chosen: AnyColumn): MoneyLine[] {
  if (!chosen.ok) return [...balanceLines(inputs, figures), cashDownLine(inputs.cashDown)];
  switch (chosen.method) {
    case "cash":
      return [...chosen.lines, { code: "dueAtDelivery", label: "Due at delivery", amount: chosen.dueAtDelivery }];
    case "finance":
      return [
        ...balanceLines(inputs, figures),
        cashDownLine(inputs.cashDown),
        ...prepaidChargeLines(inputs),
        { code: "amountFinanced", label: "Amount financed", amount: chosen.amountFinanced, lines: chosen.lines },
        lineOf("cashDueAtSigning", "Cash due at signing", chosen.signingLines),
      ];
    case "lease":
      return [
        ...chosen.lines,
        { code: "adjustedCapCost", label: "Adjusted cap cost", amount: chosen.adjustedCapCost },
        lineOf("cashDueAtSigning", "Cash due at signing", chosen.signingLines),
      ];
  }
}
