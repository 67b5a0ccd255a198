import { useEffect } from "react";
import type { WorkTask } from "#app/measure/work-tasks";

/** Somebody who has not moved for this long is not working on it. */
const IDLE_MS = 60_000;
const TICK_MS = 5_000;
/** Shorter looks are no work worth a row. */
const LEAST_SECONDS = 15;

/** Counts the time a page is really used and tells the store when it is left, so that nobody has to keep a stopwatch. */
export function useWorkTime(stockNumber: string, task: WorkTask): void {
  useEffect(() => {
    let seconds = 0;
    let lastSign = Date.now();
    const sign = () => {
      lastSign = Date.now();
    };
    const timer = setInterval(() => {
      if (!document.hidden && Date.now() - lastSign < IDLE_MS) seconds += TICK_MS / 1_000;
    }, TICK_MS);
    const tell = () => {
      if (seconds < LEAST_SECONDS) return;
      const form = new URLSearchParams({ act: "minutes", task, measured: "1", minutes: String(seconds / 60) });
      seconds = 0;
      navigator.sendBeacon(`/merchandising/${stockNumber}`, form);
    };
    const signs = ["pointerdown", "keydown", "scroll"] as const;
    for (const name of signs) addEventListener(name, sign, { passive: true });
    addEventListener("pagehide", tell);
    return () => {
      clearInterval(timer);
      for (const name of signs) removeEventListener(name, sign);
      removeEventListener("pagehide", tell);
      tell();
    };
  }, [stockNumber, task]);
}
