import { useCallback, useSyncExternalStore } from "react";

const KEY = "saved-vehicles";
/** As many as a search by stock numbers takes. */
const MOST_SAVED = 40;
const nothing: readonly string[] = [];

const listeners = new Set<() => void>();
let known: { text: string | null; saved: readonly string[] } = { text: null, saved: nothing };

/** What the shopper marked, kept on this device alone: the store learns it when they open the list, not before. */
function read(): readonly string[] {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // Storage is switched off in this browser: saving then lasts as long as the page.
    return known.saved;
  }
  if (text !== known.text)
    known = { text, saved: (text ?? "").split(".").filter((part) => /^[\w-]{1,40}$/.test(part)) };
  return known.saved;
}

function write(saved: readonly string[]): void {
  const text = saved.join(".");
  known = { text, saved };
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function useSavedVehicles() {
  const saved = useSyncExternalStore(subscribe, read, () => nothing);
  const toggle = useCallback((stockNumber: string) => {
    const before = read();
    write(
      before.includes(stockNumber)
        ? before.filter((other) => other !== stockNumber)
        : [...before, stockNumber].slice(-MOST_SAVED),
    );
  }, []);
  return { saved, toggle };
}
