import { useCallback, useEffect, useRef, useState } from "react";

interface PostState<T> {
  answer: T | null;
  failed: boolean;
  /** The status of an answer that was no success; 0 without a line. */
  status: number;
  busy: boolean;
}

/** Sends a form to one of the deal's own addresses. A failure is said where it was pressed; it never takes the card down. */
export function usePost<T>(url: string) {
  const [state, setState] = useState<PostState<T>>({ answer: null, failed: false, status: 200, busy: false });
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);
  const post = useCallback(
    async (fields: Record<string, string>): Promise<T | null> => {
      setState((was) => ({ ...was, busy: true, failed: false }));
      let next: PostState<T>;
      try {
        const response = await fetch(url, {
          method: "POST",
          body: new URLSearchParams(fields),
          headers: { Accept: "application/json" },
        });
        const answer = response.ok ? ((await response.json()) as T) : null;
        next = { answer, failed: !response.ok, status: response.status, busy: false };
      } catch {
        next = { answer: null, failed: true, status: 0, busy: false };
      }
      if (mounted.current) setState(next);
      return next.answer;
    },
    [url],
  );
  return { ...state, post };
}
