import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import type { DeskRow } from "#app/realtime/protocol";
import { cx } from "#app/ui/class-names";
import { formatClock } from "#app/ui/format";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { deskMessages } from "./desk-messages";

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** What the store promises somebody who waits on it; a longer wait is drawn as late. */
const PROMISED_MS = 10 * 60_000;

const DeskNowContext = createContext(0);

/**
 * The server's time, going on from the moment the page was loaded: a laptop with a wrong clock shows no wrong waits.
 * Only clocks follow it; rows do not draw themselves again every second.
 */
export function DeskClock({ now, children }: { now: string; children: ReactNode }) {
  const [time, setTime] = useState(() => Date.parse(now));
  useEffect(() => {
    const [serverThen, hereThen] = [Date.parse(now), performance.now()];
    const tick = () => setTime(serverThen + performance.now() - hereThen);
    tick();
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [now]);
  return <DeskNowContext.Provider value={time}>{children}</DeskNowContext.Provider>;
}

export const useDeskNow = () => useContext(DeskNowContext);

/** `24:18`, `1 h 12`, and from a day on `3 d`: nobody reads seconds of a wait that long. */
function useWaitWords() {
  const t = useMessages(deskMessages);
  return (milliseconds: number) =>
    milliseconds >= DAY_MS ? t("days", { count: Math.floor(milliseconds / DAY_MS) }) : formatClock(milliseconds);
}

interface WaitClockProps {
  since: string;
  /** Somebody waits on the store: past its promise the clock is drawn as late. */
  onStore?: boolean;
  className?: string;
}

/** Whether a long wait here is the store's: a contract may take its time to be signed, a closed deal waits for nobody. */
export const waitsOnStore = ({ life, turn }: Pick<DeskRow, "life" | "turn">) => life === "open" && turn === "store";

export function WaitClock({ since, onStore = false, className }: WaitClockProps) {
  const words = useWaitWords();
  const format = useFormat();
  const waited = useDeskNow() - Date.parse(since);
  const late = onStore && waited > PROMISED_MS;
  return (
    <time
      dateTime={since}
      title={format.dateTime(since)}
      className={cx("figures", late ? "font-semibold text-neg" : "font-medium", className)}
    >
      {words(Math.max(0, waited))}
    </time>
  );
}
