import type { z } from "zod";
import type { DealSummary } from "#app/deals/deal-summary";
import type { EditAnswer } from "#app/deals/edit-answer";
import type { DealEdit, DealEventType } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { CustomerCard } from "#machines/deal/project-deal";
import type { SliceName } from "#machines/deal/deal-context";
import type { DealLife, StageName, StageStatuses } from "#machines/stages/stage";
import type { ActorRef, Audience, CustomerSeat, Role } from "#machines/store/actor";
import type { ChatToClient, ChatToServer } from "./chat-protocol";
import type { joinSchema, presenceSchema } from "./message-schemas";
import type { TogetherToClient, TogetherToServer } from "./together-protocol";

/** Both sides name the protocol they speak; a page from before an upgrade is told to reload. */
export const PROTOCOL_VERSION = 1;

/** Socket.IO's own limit is the frame; this one is the shape inside it. */
export const MAX_FOCUS_FIELD = 60;

export type JoinMessage = z.infer<typeof joinSchema>;
export type PresenceMessage = z.infer<typeof presenceSchema>;
export interface EditMessage {
  dealId: string;
  editId: string;
  seenRevision?: number;
  edit: DealEdit;
}

/** Somebody on the card, as the reader may know them. `key` is a connection's own random name, not a person's id. */
export interface PresentPerson {
  key: string;
  role: Role;
  firstName: string | null;
  /** On the customer's side: an invited seat, or a screen of the store's. */
  seat?: CustomerSeat["kind"];
  device: "phone" | "tablet" | "desktop";
  stage: StageName | null;
  field: string | null;
  idle: boolean;
}

/** One accepted event as its reader may know it: slices replaced, never fields merged. */
export interface DealPatch {
  dealId: string;
  revision: number;
  numbersRevision: number;
  at: string;
  /** Null for an event that is not told to this reader: the revision moves, nothing visible does. */
  event: { type: DealEventType; by: Omit<ActorRef, "id"> } | null;
  life: DealLife;
  statuses: StageStatuses;
  kept: StageStatuses;
  slices: Partial<Pick<CustomerCard, Extract<SliceName, keyof CustomerCard>>>;
}

export type JoinAnswer =
  | {
      status: "joined";
      audience: Audience;
      protocol: number;
      caughtUp: { kind: "snapshot"; view: DealView } | { kind: "patches"; patches: DealPatch[] };
      people: PresentPerson[];
      /** Which of the people the reader is. */
      yourKey: string;
    }
  | { status: "notFound" }
  | { status: "again"; reason: "busy" | "rate" | "unavailable" }
  | { status: "malformed" };

/** A summary with who is on the card now. */
export interface DeskRow extends DealSummary {
  online: { role: Role; firstName: string | null; device: PresentPerson["device"] }[];
}

export type DeskAnswer =
  { rows: DeskRow[] } | { status: "notFound" } | { status: "again"; reason: "rate" | "unavailable" };

export interface ClientToServer extends TogetherToServer, ChatToServer {
  "deal:join": (message: JoinMessage, answer: (answer: JoinAnswer) => void) => void;
  "deal:edit": (message: EditMessage, answer: (answer: EditAnswer) => void) => void;
  "deal:leave": (message: { dealId: string }) => void;
  "deal:presence": (message: PresenceMessage) => void;
  "desk:join": (message: Record<string, never>, answer: (answer: DeskAnswer) => void) => void;
}

export interface ServerToClient extends TogetherToClient, ChatToClient {
  "deal:patch": (patch: DealPatch) => void;
  "deal:people": (message: { dealId: string; people: PresentPerson[] }) => void;
  /** The head revision, now and then: a reader that is behind asks for what it missed. */
  "deal:head": (message: { dealId: string; revision: number }) => void;
  "desk:rows": (message: { rows: DeskRow[] }) => void;
  "session:ended": () => void;
  "server:draining": () => void;
}
