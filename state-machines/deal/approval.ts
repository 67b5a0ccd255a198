import type { Cents } from "../money/cents";
import type { RateReason } from "../stages/finance";
import type { ActorRef } from "../store/actor";
import type { DealTerms } from "./deal-terms";

/** What a role's limits bound, and `pencil`: numbers that somebody wants from the desk. */
export const approvalKinds = ["sellingPrice", "contractRate", "termMonths", "docFeeWaiver", "pencil"] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
/** A change that a grant makes by itself; a pencil is granted by proposing one. */
export type LimitedKind = Exclude<ApprovalKind, "pencil">;

export type ApprovalStatus = "open" | "granted" | "refused" | "superseded";

/** A change beyond its asker's limit, waiting for somebody with a farther one. Between staff: a customer never hears of it. */
export interface Approval {
  number: number;
  status: ApprovalStatus;
  kind: ApprovalKind;
  /** In the unit of its kind: cents, millionths, months. Null for a pencil. */
  asked: number | null;
  /** What stood when it was asked. */
  stood: number | null;
  /** The structure that a pencil was asked for; null leaves it to the desk. */
  terms: DealTerms | null;
  /** What it was asked about: with another vehicle or term it is another question. */
  stockNumber: string;
  termMonths: number;
  note: string;
  /** Why the rate is not to be the table's; of a rate alone. */
  reason?: RateReason;
  by: ActorRef;
  at: string;
  answer: ApprovalAnswer | null;
}

export interface ApprovalAnswer {
  by: ActorRef;
  at: string;
  note: string;
  /** What was granted: as asked, or the granter's counter. */
  granted: number | null;
}

export interface ApprovalsSlice {
  /** Oldest first; a request's number is its place. */
  list: Approval[];
}

export const openApprovals = <A extends Pick<Approval, "status">>({ list }: { list: readonly A[] }): A[] =>
  list.filter(({ status }) => status === "open");

interface StandingFigures {
  vehicle: { sellingPrice: Cents };
  finance: { termMonths: number; docFeeWaived: Cents };
}

/** The figure on the deal that a request of this kind would move; the rate is told by the caller, who knows the table. */
export function standingFigure(kind: ApprovalKind, deal: StandingFigures, contractRate: number | null): number | null {
  switch (kind) {
    case "sellingPrice":
      return deal.vehicle.sellingPrice;
    case "termMonths":
      return deal.finance.termMonths;
    case "docFeeWaiver":
      return deal.finance.docFeeWaived;
    case "contractRate":
      return contractRate;
    case "pencil":
      return null;
  }
}
