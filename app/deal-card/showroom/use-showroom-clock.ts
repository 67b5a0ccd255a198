import { useCallback, useEffect, useRef, useState } from "react";
import { useLatest } from "#app/ui/use-latest";
import type { StageName } from "#machines/stages/stage";
import { SCREEN_BEAT_SECONDS, SCREEN_WARNING_SECONDS } from "#app/showroom/showroom-limits";

const TICK_MS = 1_000;
/** What only a hand does. A page scrolls by itself, too: when somebody is followed, or a line comes or goes above it. */
const hands = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "input"] as const;
/** A hand was here this recently: the second counts as used. */
const AWAKE_MS = 30_000;

interface ShowroomClock {
  /** Seconds until the screen locks itself, while "still there?" stands; null while somebody is. */
  warning: number | null;
  stay(): void;
}

/**
 * Watches whether somebody is at the screen. In use, it says so once a minute, with the seconds spent at each stage;
 * untouched, it warns and then locks.
 */
export function useShowroomClock(stage: StageName, idleSeconds: number, lock: () => void): ShowroomClock {
  const [warning, setWarning] = useState<number | null>(null);
  const touchedAt = useRef(0);
  const spent = useRef<Partial<Record<StageName, number>>>({});
  const at = useLatest(stage);
  const locked = useRef(false);

  const stay = useCallback(() => {
    touchedAt.current = Date.now();
    setWarning(null);
  }, []);

  useEffect(() => {
    touchedAt.current = Date.now();
    // The question goes when it is answered, not when a finger comes down: what lies under it would get the tap. And a
    // hand that wakes a screen which slept beyond its time is somebody else's.
    const touched = () => {
      const idleMs = Date.now() - touchedAt.current;
      if (idleMs < (idleSeconds - SCREEN_WARNING_SECONDS) * 1_000) touchedAt.current = Date.now();
    };
    for (const hand of hands) window.addEventListener(hand, touched, { passive: true, capture: true });
    return () => {
      for (const hand of hands) window.removeEventListener(hand, touched, { capture: true });
    };
  }, [idleSeconds]);

  useEffect(() => {
    const timer = setInterval(() => {
      const idle = Date.now() - touchedAt.current;
      if (idle < AWAKE_MS && document.visibilityState === "visible")
        spent.current[at.current] = (spent.current[at.current] ?? 0) + 1;
      const left = Math.ceil(idleSeconds - idle / 1_000);
      setWarning(left <= SCREEN_WARNING_SECONDS ? Math.max(left, 0) : null);
      if (left > 0 || locked.current) return;
      locked.current = true;
      lock();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [idleSeconds, lock, at]);

  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = spent.current;
      if (Object.keys(seconds).length === 0) return;
      spent.current = {};
      void beat(seconds);
    }, SCREEN_BEAT_SECONDS * 1_000);
    return () => clearInterval(timer);
  }, []);

  return { warning, stay };
}

/** A screen that was locked or taken back meanwhile learns it here, should its line not have said so. */
async function beat(seconds: Partial<Record<StageName, number>>): Promise<void> {
  try {
    const answer = await fetch("/showroom/beat", {
      method: "POST",
      body: JSON.stringify({ seconds }),
      headers: { "Content-Type": "application/json" },
    });
    if (answer.status === 409) window.location.replace("/showroom");
  } catch {
    // No line: what was spent in this minute is not counted, in the customer's favour.
  }
}
