import { useCallback, useEffect, useRef, useState } from "react";

interface JsonState<T> {
  data: T | null;
  failed: boolean;
  busy: boolean;
}

/**
 * Reads one of the deal's own addresses. A line that drops leaves the last answer on the screen and says so; it never
 * takes the card down, as a loader's error would.
 */
export function useJson<T>() {
  const [state, setState] = useState<JsonState<T>>({ data: null, failed: false, busy: false });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const load = useCallback(async (url: string, method: "GET" | "POST" = "GET") => {
    running.current?.abort();
    const mine = (running.current = new AbortController());
    setState((was) => ({ ...was, busy: true, failed: false }));
    try {
      const answer = await fetch(url, { method, signal: mine.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const data = (await answer.json()) as T;
      setState({ data, failed: false, busy: false });
    } catch {
      if (!mine.signal.aborted) setState((was) => ({ ...was, failed: true, busy: false }));
    }
  }, []);
  return { ...state, load };
}
