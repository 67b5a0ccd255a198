import { type ApprovalKind, openApprovals } from "#machines/deal/approval";
import type { DealContext } from "#machines/deal/deal-context";
import type { RateReason } from "#machines/stages/finance";

/** A request beyond somebody's limit as the desk's list shows it: enough to answer with one tap. */
export interface OpenRequest {
  number: number;
  kind: ApprovalKind;
  /** In the unit of its kind; null for numbers wanted from the desk. */
  asked: number | null;
  /** What stood on the deal when it was asked. */
  stood: number | null;
  note: string;
  /** Why a rate is not to be the table's. */
  reason?: RateReason;
  by: string | null;
  at: string;
}

export const openRequests = ({ approvals }: Pick<DealContext, "approvals">): OpenRequest[] =>
  openApprovals(approvals).map(({ number, kind, asked, stood, note, reason, by, at }) => ({
    number,
    kind,
    asked,
    stood,
    note,
    ...(reason && { reason }),
    by: by.firstName,
    at,
  }));
