import { useEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from "react";
import { useWholeSelection } from "./use-whole-selection";

/** Long enough to finish a word, short enough that the other party sees it while the phone is still in the hand. */
const QUIET_MS = 400;

interface DraftOptions<T> {
  value: T;
  format: (value: T) => string;
  /** null: not a value; the field says so and keeps what was typed. */
  parse: (text: string) => T | null;
  onCommit?: (value: T) => void;
  /** Each keystroke, for forms that keep their own state. */
  onType?: (value: T) => void;
}

function useLeaving(last: () => void) {
  const newest = useRef(last);
  useEffect(() => {
    newest.current = last;
  });
  useEffect(() => () => newest.current(), []);
}

/**
 * A field that saves itself on blur, on Enter, or after 400 ms of quiet. While it has focus, somebody else's edit does
 * not touch the text; a person who only looked in and left sends nothing, so a newer value is never overwritten.
 */
export function useDraft<T>({ value, format, parse, onCommit, onType }: DraftOptions<T>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  // What was sent since the last keystroke: Enter may come before the page has drawn what the quiet already sent.
  const sent = useRef<{ value: T } | null>(null);
  const stopTimer = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
  };

  const commit = (text: string, isFinal: boolean) => {
    stopTimer();
    const parsed = parse(text);
    if (parsed === null) {
      if (isFinal) setInvalid(true);
      return false;
    }
    setInvalid(false);
    if (parsed !== value && sent.current?.value !== parsed) {
      sent.current = { value: parsed };
      onCommit?.(parsed);
    }
    return true;
  };

  // A field that leaves the page within the quiet has still been typed into.
  useLeaving(() => {
    if (timer.current && draft !== null) commit(draft, false);
  });

  const shown = draft ?? format(value);
  const { forget, ...selection } = useWholeSelection(shown);
  return {
    invalid,
    typing: draft !== null,
    input: {
      value: shown,
      ...selection,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        forget();
        const text = event.currentTarget.value;
        sent.current = null;
        setDraft(text);
        setInvalid(false);
        stopTimer();
        const parsed = parse(text);
        if (parsed !== null) onType?.(parsed);
        if (onCommit) timer.current = setTimeout(() => commit(text, false), QUIET_MS);
      },
      onBlur: () => {
        forget();
        if (draft !== null && commit(draft, true)) setDraft(null);
      },
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === "Enter" && draft !== null && onCommit) {
          event.preventDefault();
          if (commit(draft, true)) setDraft(null);
        }
        if (event.key === "Escape" && draft !== null) {
          stopTimer();
          setDraft(null);
          setInvalid(false);
        }
      },
    },
  };
}
