import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useLatest } from "./use-latest";

/**
 * Asks the server for the page anew every so often while somebody looks at it, and when they come back to it: for what
 * others do and what runs behind an answer. Null asks never.
 */
export function useAskAgain(everyMs: number | null): void {
  const { revalidate, state } = useRevalidator();
  const isIdle = useLatest(state === "idle");
  useEffect(() => {
    if (everyMs === null) return;
    const ask = () => {
      if (isIdle.current && document.visibilityState === "visible") revalidate();
    };
    const timer = setInterval(ask, everyMs);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [everyMs, revalidate, isIdle]);
}
