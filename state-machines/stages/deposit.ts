import type { Cents } from "../money/cents";

export type DepositStatus = "none" | "checkingOut" | "held" | "failed" | "refunding" | "refunded";

export interface DepositSlice {
  status: DepositStatus;
  /** Terms the customer accepted, and the amount they accepted them for. */
  accepted: { amount: Cents; termsVersion: string; at: string } | null;
  /** Counts tries; one provider key each. */
  attempt: number;
  amount: Cents | null;
  heldAt: string | null;
  holdUntil: string | null;
  reference: string | null;
  failure: string | null;
  refundReason: string | null;
}

export const depositIsComplete = (slice: Pick<DepositSlice, "status">) => slice.status === "held";
