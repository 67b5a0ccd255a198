import { createContext, useContext } from "react";
import type { ChangeDigest } from "#machines/deal/change-digest";
import type { DealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import type { Refusal } from "#machines/deal/deal-refusals";
import type { DealView } from "#machines/deal/deal-view";
import type { Worksheet } from "#machines/desking/worksheet";
import type { StageName } from "#machines/stages/stage";
import type { Audience } from "#machines/store/actor";
import type { CardPlace } from "#app/deal-card/card-place";
import type { EditAnswer } from "#app/deals/edit-answer";
import type { DealLine } from "#app/realtime/deal-connection";
import type { PresentPerson } from "#app/realtime/protocol";

/** How the line to the server stands, in the reader's terms. */
export type LineState = "connecting" | "live" | "stalled" | "offline" | "reload" | "ended";

/** A field or line somebody just changed; kept for a minute, then only in the history. */
export interface RecentChange {
  by: { firstName: string | null; role: string; you: boolean };
  at: number;
}

/** A change that waited for the line longer than its page, and was then refused. */
export interface LateRefusal {
  edit: DealEdit;
  refusal: Refusal;
}

/** Everything the card's screens need, and the one way they change anything. */
export interface DealCardState {
  dealId: string;
  view: DealView;
  audience: Audience;
  isStaff: boolean;
  /** The staff member looking, or null for a customer. */
  me: { staffId: string; firstName: string; role: string } | null;
  /** Where the reader sits: for the store, in the buyer's place, in a seat, at a screen that was handed over. */
  place: CardPlace;
  /** The moment a replayed card shows; null on a live one. */
  asOf: string | null;
  /** Computed once per revision by the core; null while no vehicle is chosen. */
  worksheet: Worksheet | null;
  people: (PresentPerson & { you: boolean })[];
  line: LineState;
  /** Edits sent and not yet answered. */
  waiting: number;
  changes: DealChange[];
  /** What moved since this reader last left the card, for one look. */
  sinceLastHere: ChangeDigest | null;
  /** By field key (see changed-fields.ts). */
  recent: Record<string, RecentChange>;
  stage: StageName;
  openStage(stage: StageName): void;
  /** Sends one edit; a commitment sends the revision on this screen with it. Never throws. */
  send(edit: DealEdit): Promise<EditAnswer>;
  /** The newest refusal not yet put away, for the banner. */
  refused: EditAnswer | null;
  /** What was wanted when it was refused: beyond a limit it can be asked of a manager. */
  refusedEdit?: DealEdit | null;
  /** Changes of an earlier visit that were sent now and refused: what was wanted, and why not. */
  refusedLate: readonly LateRefusal[];
  putAwayRefusal(): void;
  focusField(field: string | null): void;
  /** The place this person is at, as they told the others. */
  focused: string | null;
  /** Nobody is told that this person is on the card. */
  hidden: boolean;
  setHidden(hidden: boolean): void;
  /** The line itself, for what people do together beside editing; null until there is one. */
  socket: DealLine | null;
}

export const DealCardContext = createContext<DealCardState | null>(null);

export function useDeal(): DealCardState {
  const state = useContext(DealCardContext);
  if (!state) throw new Error("useDeal is for screens inside the deal card");
  return state;
}
