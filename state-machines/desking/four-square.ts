import { type Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { ColumnRefusal } from "./column-refusal";
import { tradePosition } from "./trade-equity";
import type { Worksheet } from "./worksheet";
import type { WorksheetInputs } from "./worksheet-inputs";

/** The four boxes that a deal has always been talked through in. */
export interface FourSquare {
  sellingPrice: { amount: Cents; msrp: Cents };
  /** All cars together; null without one. */
  trade: { equity: Cents; allowance: Cents; payoff: Cents; cars: number } | null;
  cashDown: { amount: Cents };
  payment: FourSquarePayment | ColumnRefusal;
}

export interface FourSquarePayment {
  ok: true;
  amount: Cents;
  /** Once for cash, monthly otherwise. */
  every: "once" | "month";
  firstPaymentDate: PlainDate | null;
}

/**
 * The worksheet folded into four: price, trade, cash down, payment. Nothing is computed here, so the
 * boxes can never disagree with the summary beside them.
 */
export function fourSquare(inputs: WorksheetInputs, sheet: Worksheet): FourSquare {
  return {
    sellingPrice: { amount: inputs.price.sellingPrice, msrp: inputs.price.msrp },
    trade: tradeBox(inputs.trades),
    cashDown: { amount: inputs.cashDown },
    payment: paymentBox(sheet),
  };
}

function tradeBox(trades: WorksheetInputs["trades"]): FourSquare["trade"] {
  if (trades.length === 0) return null;
  const { equity, allowance, payoff } = tradePosition(trades);
  return { equity, allowance, payoff, cars: trades.length };
}

function paymentBox({ chosen }: Worksheet): FourSquarePayment | ColumnRefusal {
  if (!chosen.ok) return chosen;
  switch (chosen.method) {
    case "cash":
      return { ok: true, amount: chosen.balanceDue, every: "once", firstPaymentDate: null };
    case "finance":
      return { ok: true, amount: chosen.payment, every: "month", firstPaymentDate: chosen.firstPaymentDate };
    case "lease":
      return { ok: true, amount: chosen.payment, every: "month", firstPaymentDate: null };
  }
}
