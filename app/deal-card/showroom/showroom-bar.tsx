import { Lock } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useShowroomClock } from "#app/deal-card/showroom/use-showroom-clock";
import { useDeal } from "#app/deal-card/use-deal";
import { showroomMessages } from "#app/showroom/showroom-messages";
import { wipeDevice } from "#app/showroom/wipe-device";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

/** On top of a screen in the customer's hands: whose it is, the lock, and "still there?" before it locks itself. */
export function ShowroomBar({ idleSeconds }: { idleSeconds: number }) {
  const t = useMessages(showroomMessages);
  const { stage, line } = useDeal();
  const [locking, setLocking] = useState(false);
  const lock = useCallback(() => {
    setLocking(true);
    void putAway();
  }, []);
  const { warning, stay } = useShowroomClock(stage, idleSeconds, lock);
  useEffect(() => {
    // Taken back or locked from somewhere else: nothing of the customer's stays here.
    if (line === "ended") void leave();
  }, [line]);
  // What is on the screen is gone before anything is asked of the server or of the browser.
  if (locking || line === "ended") return <div className="fixed inset-0 z-60 bg-ground" />;
  return (
    <section
      aria-label={t("screen.label")}
      className="flex min-h-11 items-center gap-3 bg-accent-50 px-5 text-13 text-accent-800 max-sm:px-4"
    >
      <p className="min-w-0 flex-1 font-medium">{t("screen.yours")}</p>
      <Button kind="word" onClick={lock}>
        <Lock aria-hidden strokeWidth={1.75} />
        {t("screen.lock")}
      </Button>
      {warning === null ? null : <StillThere seconds={warning} stay={stay} />}
    </section>
  );
}

function StillThere({ seconds, stay }: { seconds: number; stay(): void }) {
  const t = useMessages(showroomMessages);
  return (
    <div
      role="alertdialog"
      aria-labelledby="still-there"
      aria-describedby="still-there-lead"
      className="fixed inset-0 z-60 grid place-items-center bg-scrim p-6"
      // A tap beside the button is somebody's, too.
      onClick={stay}
    >
      <div className="w-full max-w-96 rounded-sheet bg-surface p-6 text-center text-ink shadow-sheet">
        <h2 id="still-there" className="text-20">
          {t("screen.still")}
        </h2>
        {/* Spoken once; a countdown read aloud every second would be all that is heard. */}
        <p id="still-there-lead" className="mt-1 mb-5 text-ink-2">
          {t("screen.stillLead", { seconds })}
        </p>
        <Button kind="primary" size="large" wide autoFocus>
          {t("screen.stay")}
        </Button>
      </div>
    </div>
  );
}

/** A line that is gone, or a browser slow to clear what the answer tells it to, must not keep a screen from locking. */
const LOCK_ANSWER_MS = 3_000;

async function putAway(): Promise<void> {
  // Without a line the server locks it by itself a little later; what this browser holds goes now.
  const request = { method: "POST", keepalive: true, signal: AbortSignal.timeout(LOCK_ANSWER_MS) };
  await fetch("/showroom/lock", request).catch(() => undefined);
  await leave();
}

async function leave(): Promise<void> {
  await wipeDevice();
  window.location.replace("/showroom");
}
