import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { TenderMethod } from "../stages/tender";
import type { ReturnRule } from "../store/return-policy";
import type { ActorRef } from "../store/actor";

/** What becomes of the customer's own old cars: none were traded, they go back, or they are paid out. */
export const returnedTrades = ["none", "goBack", "paidOut"] as const;
export type ReturnedTrades = (typeof returnedTrades)[number];

export const returnStatuses = ["requested", "withdrawn", "declined", "accepted", "unwound", "settled"] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

/** What a return comes to; lines add up to their total to the cent. */
export interface ReturnStatement {
  policyCode: string;
  policyName: string;
  /** What the store holds of the customer’s money: the deposit and every payment at the desk, less what a cash deal paid out. */
  paidIn: Cents;
  /** Signed: what their old cars were worth to them, when they are paid out; what was paid off for them, when not. */
  trades: Cents;
  restockingFee: Cents;
  mileageFee: Cents;
  /** paidIn + trades − restockingFee − mileageFee; below zero the customer owes it. */
  total: Cents;
  /** Of it, what goes back the way the deposit came. */
  byDeposit: Cents;
  /** total − byDeposit: settled at the desk, in either direction. */
  atDesk: Cents;
}

export interface ReturnRequest {
  status: ReturnStatus;
  requestedAt: string;
  requestedBy: ActorRef;
  reason: string;
  odometer: number;
  asDelivered: boolean;
  lastDay: PlainDate;
  answeredAt: string | null;
  answeredBy: ActorRef | null;
  rule: ReturnRule | null;
  declinedBecause: string;
  trades: ReturnedTrades | null;
  /** Products that end with the deal, by their code. */
  productsCancelled: string[];
  statement: ReturnStatement | null;
  unwoundAt: string | null;
  settledAt: string | null;
  /** Who moved the rest at the desk, and how; absent before, and on a return settled before the ledger had it. */
  settledBy?: ActorRef;
  settledMethod?: TenderMethod;
}

export interface ReturnsSlice {
  request: ReturnRequest | null;
}

export const noReturn: ReturnsSlice = { request: null };
