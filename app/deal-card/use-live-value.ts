import { useEffect, useRef, useState } from "react";
import { usePresenceAt } from "#app/deal-card/card-people";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { useDeal } from "#app/deal-card/use-deal";
import type { DealEdit } from "#machines/deal/deal-events";
import type { Person } from "#app/ui/person-colour";

/** How long a tick stays after the store has the value. */
const TICK_MS = 2000;

export interface LiveValue<T> {
  /** What was chosen here until the store has answered, else what the deal says. */
  value: T;
  set(value: T): void;
  frame: {
    save: "saved" | "unsent" | null;
    error: string | undefined;
    presence: Person | null;
    onFocus(): void;
    onBlur(): void;
  };
}

/**
 * One value of the deal under somebody's hand. Shows the choice at once, says whether the store has it, and gives it
 * back with the reason when it is refused; `keepsRefused`, for what was typed, leaves the text standing beside the reason,
 * to be mended instead of typed again. Somebody else's later edit wins as soon as it arrives.
 */
export function useLiveValue<T>(
  field: string,
  inDeal: T,
  editFor: (value: T) => DealEdit,
  { keepsRefused = false }: { keepsRefused?: boolean } = {},
): LiveValue<T> {
  const { send, focusField } = useDeal();
  const presence = usePresenceAt(field);
  const sentenceOf = useRefusalSentence();
  const [chosen, setChosen] = useState<{ value: T; over: T } | null>(null);
  const [save, setSave] = useState<"saved" | "unsent" | null>(null);
  const [error, setError] = useState<string>();
  const [refused, setRefused] = useState<{ value: T; over: T } | null>(null);
  const newest = useRef(0);
  const over = useRef(inDeal);
  useEffect(() => {
    if (save !== "saved") return;
    const timer = setTimeout(() => setSave(null), TICK_MS);
    return () => clearTimeout(timer);
  }, [save]);

  const set = async (value: T) => {
    const mine = ++newest.current;
    if (save !== "unsent") over.current = inDeal;
    setChosen({ value, over: inDeal });
    setRefused(null);
    setSave("unsent");
    setError(undefined);
    const answer = await send(editFor(value));
    if (mine !== newest.current) return; // A later choice of the same person is on its way.
    if (answer.status === "applied" || answer.status === "repeated") return setSave("saved");
    if (answer.status === "again") return; // Kept and sent again: the dot stays.
    setSave(null);
    setChosen(null);
    setError(sentenceOf(answer.refusal));
    // The deal says again what it said before this choice was shown on it.
    if (keepsRefused) setRefused({ value, over: over.current });
  };

  const standing = refused && Object.is(refused.over, inDeal) ? refused : chosen;
  return {
    // The choice stands only over the value it was made over: as soon as the deal moves, the deal is shown.
    value: standing && Object.is(standing.over, inDeal) ? standing.value : inDeal,
    set: (value) => void set(value),
    frame: { save, error, presence, onFocus: () => focusField(field), onBlur: () => focusField(null) },
  };
}
