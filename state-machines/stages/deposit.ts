import type { Cents } from "../money/cents";

export type DepositStatus = "none" | "checkingOut" | "held" | "failed" | "refunding" | "refunded" | "released";

/** Set aside on the payer's card, or taken: until it is taken it is let go, not paid back. */
export const depositFunds = ["authorized", "captured"] as const;
export type DepositFunds = (typeof depositFunds)[number];

/** Why the store let a deposit go without being asked to. */
export const releaseReasons = ["holdExpired", "vehicleTaken", "dealClosed"] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

export const disputeStates = ["opened", "won", "lost"] as const;
export type DisputeState = (typeof disputeStates)[number];

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
  funds: DepositFunds | null;
  /** The payer's bank wants to hear from them first. */
  bankAsked: boolean;
  releaseReason: ReleaseReason | null;
  /** The cardholder went to their bank about it; the store's own affair. */
  dispute: DisputeState | null;
}

export const depositIsComplete = (slice: Pick<DepositSlice, "status">) => slice.status === "held";
