import type { z } from "zod";
import type { Role } from "#machines/store/actor";
import type {
  followAnswerSchema,
  followInviteSchema,
  followLeaveSchema,
  followShowSchema,
  leasedFields,
  leaseSchema,
} from "./together-schemas";

export type LeasedField = (typeof leasedFields)[number];
export type LeaseMessage = z.infer<typeof leaseSchema>;
export type FollowInviteMessage = z.infer<typeof followInviteSchema>;
export type FollowAnswerMessage = z.infer<typeof followAnswerSchema>;
export type FollowShowMessage = z.infer<typeof followShowSchema>;
export type FollowLeaveMessage = z.infer<typeof followLeaveSchema>;

/** A money field somebody is typing in. A courtesy: the door never asks about it. */
export interface FieldLease {
  field: LeasedField;
  /** The holder's key in the list of people. */
  key: string;
}

export type LeaseAnswer =
  | { status: "held" }
  | { status: "theirs"; key: string }
  | { status: "again"; reason: "rate" | "unavailable" }
  | { status: "malformed" };

export interface FollowInvitation {
  dealId: string;
  /** Who asks, as a key in the list of people. */
  person: string;
  firstName: string | null;
  role: Role;
  lead: boolean;
}

/** An invitation on its way between two servers. */
export type FollowInvitationNote = Pick<FollowInvitation, "firstName" | "role" | "lead"> & { type: "invited" };

export type FollowAnswer =
  | { status: "asked" }
  /** Nobody there to ask, asked a moment ago, or one of the two is hidden. */
  | { status: "notNow" }
  | { status: "again"; reason: "rate" | "unavailable" }
  | { status: "malformed" };

export interface FollowState {
  dealId: string;
  /** Whom the reader follows, and who follows the reader; keys in the list of people. */
  leader: string | null;
  followers: string[];
}

export type ShownPlace = Omit<FollowShowMessage, "dealId">;

export interface TogetherToServer {
  "deal:lease": (message: LeaseMessage, answer: (answer: LeaseAnswer) => void) => void;
  "follow:invite": (message: FollowInviteMessage, answer: (answer: FollowAnswer) => void) => void;
  "follow:answer": (message: FollowAnswerMessage) => void;
  "follow:show": (message: FollowShowMessage) => void;
  "follow:leave": (message: FollowLeaveMessage) => void;
}

export interface TogetherToClient {
  "deal:leases": (message: { dealId: string; leases: FieldLease[] }) => void;
  "follow:invited": (message: FollowInvitation) => void;
  "follow:declined": (message: { dealId: string; person: string }) => void;
  "follow:state": (message: FollowState) => void;
  "follow:shown": (message: ShownPlace & { dealId: string; leader: string }) => void;
}
