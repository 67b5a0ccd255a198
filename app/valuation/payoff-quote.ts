import type { Cents } from "#machines/money/cents";
import type { PlainDate } from "#machines/money/plain-date";

/** What closes the loan on any day up to the last one named: what a store sends a cheque by. */
export type PayoffQuote =
  | { status: "quoted"; amount: Cents; goodThrough: PlainDate; daysOver: number; source: "statement" | "lender" }
  /** The lender's letter runs out before that day, and nobody has asked what each day adds. */
  | { status: "perDiemMissing"; goodThrough: PlainDate }
  | { status: "noLien" };
