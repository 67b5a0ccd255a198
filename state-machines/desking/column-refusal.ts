/**
 * Why a column cannot be worked out. A value, not an error: the card shows the sentence beside the
 * field and keeps what was typed. `field` is a path into the worksheet inputs; `limit` is in that
 * field's own unit (cents, months, parts per million, days).
 */
export interface ColumnRefusal {
  ok: false;
  code: ColumnRefusalCode;
  field: string;
  limit?: number;
  sentence: string;
  nextStep: string;
}

export type ColumnRefusalCode =
  | "amountBelowZero"
  | "amountAboveLimit"
  | "notWholeCents"
  | "tooManyLines"
  | "dateDoesNotExist"
  | "sellingPriceMissing"
  | "termOutOfRange"
  | "rateOutOfRange"
  | "firstPaymentDateOutOfRange"
  | "cashDownAboveBalance"
  | "nothingToFinance"
  | "paymentBelowFirstInterest"
  | "prepaidChargeAboveBalance"
  | "balloonAboveBalance"
  | "notLeasable"
  | "leaseTaxNotEstablished"
  | "milesOutOfRange"
  | "residualRateOutOfRange"
  | "moneyFactorOutOfRange"
  | "residualAboveCapCost"
  | "depositCountOutOfRange"
  | "targetOutOfReach"
  | "aprOutOfRange";

export function refusal(
  code: ColumnRefusalCode,
  field: string,
  sentence: string,
  nextStep: string,
  limit?: number,
): ColumnRefusal {
  return { ok: false, code, field, ...(limit === undefined ? {} : { limit }), sentence, nextStep };
}
