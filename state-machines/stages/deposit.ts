import type { Cents } from "../money/cents";
import type { ActorRef } from "../store/actor";
import type { TenderMethod } from "./tender";

export type DepositStatus =
  "none" | "checkingOut" | "held" | "failed" | "refunding" | "refunded" | "released" | "forfeited";

/** Set aside on the payer's card, or taken: until it is taken it is let go, not paid back. */
export const depositFunds = ["authorized", "captured"] as const;
export type DepositFunds = (typeof depositFunds)[number];

/** Why the store let a deposit go without being asked to. */
export const releaseReasons = ["holdExpired", "vehicleTaken", "dealClosed"] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** Why a deposit, or a part of it, goes back before the deal is done. */
export const refundReasons = [
  "customerChangedMind",
  "lenderDeclined",
  "vehicleUnavailable",
  "vehicleNotAsDescribed",
  "storeError",
  "goodwill",
] as const;
/** Why the store keeps a deposit, or a part of it. */
export const forfeitReasons = ["noShow", "termsBroken", "specialOrderCosts"] as const;
export const returnReasons = [...refundReasons, ...forfeitReasons] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** How long a store lets one hold be prolonged, all in all. */
export const MOST_EXTENSION_HOURS = 72;
export const MOST_EXTENSIONS = 2;

/** What somebody of the store wants done with a deposit; a second person says yes. */
export interface AskedReturn {
  refund: Cents;
  forfeit: Cents;
  reason: ReturnReason;
  note: string;
  by: ActorRef;
  at: string;
  approvedBy: ActorRef | null;
}

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
  /** How it was paid at the store's own desk; null where it came through the provider. */
  takenBy: TenderMethod | null;
  /** Given back of it, and kept by the store for good, while the rest is held. */
  returned: Cents;
  forfeited: Cents;
  extensions: number;
  returnAsked: AskedReturn | null;
}

export const depositIsComplete = (slice: Pick<DepositSlice, "status">) => slice.status === "held";
