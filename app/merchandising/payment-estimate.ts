import type { PlainDate } from "#machines/money/plain-date";

/** What a payment on a public page must bring with it. Amounts in cents; low and high differ where credit is not stated. */
export type PaymentEstimate = FinanceEstimate | LeaseEstimate | CashEstimate | NoEstimate;

interface Range {
  low: number;
  high: number;
}

export interface FinanceEstimate {
  method: "finance";
  payment: Range;
  /** As the federal box shows it: "5.49". */
  apr: { low: string; high: string };
  amountFinanced: number;
  financeCharge: Range;
  totalOfPayments: Range;
  numberOfPayments: number;
  cashDown: number;
  cashDueAtSigning: number;
  goodThrough: PlainDate;
}

export interface LeaseEstimate {
  method: "lease";
  payment: Range;
  cashDueAtSigning: Range;
  totalOfPayments: Range;
  numberOfPayments: number;
  milesPerYear: number;
  securityDeposit: number;
  dispositionFee: number;
  goodThrough: PlainDate;
}

export interface CashEstimate {
  method: "cash";
  /** Everything, government charges included, less the maker's money. */
  due: number;
  taxes: number;
  governmentFees: number;
  goodThrough: PlainDate;
}

/** Nothing honest can be said: the car is not leased, or the cash covers it. */
export interface NoEstimate {
  method: "none";
  asked: "cash" | "finance" | "lease";
  reason: "notLeasable" | "nothingToFinance" | "notOffered";
  /** The core's own answer, where it gave one. */
  refusal: { code: string; limit?: number | undefined } | null;
}
