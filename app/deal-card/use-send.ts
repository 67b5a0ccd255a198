import { useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import type { DealEdit } from "#machines/deal/deal-events";

/** An act behind a button: sends one edit, is busy meanwhile, and says whether it was taken. A refusal shows in the banner. */
export function useSend(): { busy: boolean; act(edit: DealEdit): Promise<boolean> } {
  const { send } = useDeal();
  const [busy, setBusy] = useState(false);
  const act = async (edit: DealEdit) => {
    setBusy(true);
    const answer = await send(edit);
    setBusy(false);
    return answer.status === "applied" || answer.status === "repeated";
  };
  return { busy, act };
}
