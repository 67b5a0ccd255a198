import { type Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { ColumnRefusal } from "./column-refusal";
import type { Worksheet } from "./worksheet";
import type { WorksheetInputs } from "./worksheet-inputs";

/** The four boxes that a deal has always been talked through in. */
export interface FourSquare {
  sellingPrice: { amount: Cents; msrp: Cents };
  trade: { equity: Cents; allowance: Cents; payoff: Cents } | null;
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
    trade: inputs.trade && { equity: sheet.tradeEquity, ...inputs.trade },
    cashDown: { amount: inputs.cashDown },
    payment: paymentBox(sheet),
  };
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
