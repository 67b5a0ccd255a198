import { createContext, useContext } from "react";
import type { DealChange } from "#machines/deal/deal-changes";
import type { DealEdit } from "#machines/deal/deal-events";
import type { DealView } from "#machines/deal/deal-view";
import type { Worksheet } from "#machines/desking/worksheet";
import type { StageName } from "#machines/stages/stage";
import type { Audience } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import type { PresentPerson } from "#app/realtime/protocol";

/** How the line to the server stands, in the reader's terms. */
export type LineState = "connecting" | "live" | "offline" | "reload" | "ended";

/** A field or line somebody just changed; kept for a minute, then only in the history. */
export interface RecentChange {
  by: { firstName: string | null; role: string; you: boolean };
  at: number;
}

/** Everything the card's screens need, and the one way they change anything. */
export interface DealCardState {
  dealId: string;
  view: DealView;
  audience: Audience;
  isStaff: boolean;
  /** The staff member looking, or null for a customer. */
  me: { staffId: string; firstName: string; role: string } | null;
  /** Computed once per revision by the core; null while no vehicle is chosen. */
  worksheet: Worksheet | null;
  people: (PresentPerson & { you: boolean })[];
  line: LineState;
  /** Edits sent and not yet answered. */
  waiting: number;
  changes: DealChange[];
  /** By field key (see changed-fields.ts). */
  recent: Record<string, RecentChange>;
  stage: StageName;
  openStage(stage: StageName): void;
  /** Sends one edit; a commitment sends the revision on this screen with it. Never throws. */
  send(edit: DealEdit): Promise<EditAnswer>;
  /** The newest refusal not yet put away, for the banner. */
  refused: EditAnswer | null;
  putAwayRefusal(): void;
  focusField(field: string | null): void;
}

export const DealCardContext = createContext<DealCardState | null>(null);

export function useDeal(): DealCardState {
  const state = useContext(DealCardContext);
  if (!state) throw new Error("useDeal is for screens inside the deal card");
  return state;
}
