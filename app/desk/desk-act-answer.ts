import type { EditAnswer } from "#app/deals/edit-answer";
import type { DeskActName } from "./desk-act";

/** What came of an act; `dealId` is null for a walk-in that was not started. */
export interface DeskActAnswer {
  act: DeskActName;
  dealId: string | null;
  answer: EditAnswer;
}

export const wasDone = ({ answer }: DeskActAnswer) => answer.status === "applied" || answer.status === "repeated";
