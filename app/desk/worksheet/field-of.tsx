import { type ReactNode, useEffect, useRef, useState } from "react";
import { usePresenceAt } from "#app/deal-card/card-people";
import { useDeal } from "#app/deal-card/use-deal";
import { useDeskDraft } from "#app/desk/worksheet/desk-draft";
import type { FieldLook } from "#app/ui/field-frame";

/** How long a tick stays after the store has the value. */
const TICK_MS = 2_000;

interface FieldOfProps<T> {
  field: string;
  value: T;
  /** False when it was refused: the reason stands in the banner, the value goes back. */
  onSend: (value: T) => Promise<boolean>;
  children: (
    frame: Pick<FieldLook, "save" | "presence"> & { onFocus?: () => void; onBlur?: () => void },
    value: T,
    commit: (value: T) => void,
  ) => ReactNode;
}

/**
 * One figure of the structure. Live it is sent, ticked and shared with who else is at it; in a what-if it stays here,
 * and nobody is told that anybody is at it.
 */
export function FieldOf<T>({ field, value, onSend, children }: FieldOfProps<T>) {
  const { focusField } = useDeal();
  const { mode } = useDeskDraft();
  const presence = usePresenceAt(field);
  const [sent, setSent] = useState<{ value: T; over: T } | null>(null);
  const [save, setSave] = useState<"saved" | "unsent" | null>(null);
  const newest = useRef(0);
  useEffect(() => {
    if (save !== "saved") return;
    const timer = setTimeout(() => setSave(null), TICK_MS);
    return () => clearTimeout(timer);
  }, [save]);
  if (mode === "whatIf") return children({}, value, (next) => void onSend(next));

  const commit = async (next: T) => {
    const mine = ++newest.current;
    setSent({ value: next, over: value });
    setSave("unsent");
    const taken = await onSend(next);
    if (mine !== newest.current) return;
    setSave(taken ? "saved" : null);
    if (!taken) setSent(null);
  };
  const shown = sent && Object.is(sent.over, value) ? sent.value : value;
  const frame = { save, presence, onFocus: () => focusField(field), onBlur: () => focusField(null) };
  // The newest press is counted in handlers only; drawing hands them on and calls none.
  // oxlint-disable-next-line react/refs
  return children(frame, shown, (next) => void commit(next));
}
