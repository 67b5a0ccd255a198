import { useEffect, useState } from "react";
import type { StageName } from "#machines/stages/stage";
import type { DealConnection } from "#app/realtime/deal-connection";
import type { PresentPerson } from "#app/realtime/protocol";

/** A person who touches nothing for this long is shown as away. */
const IDLE_MS = 30_000;

const deviceOf = (): PresentPerson["device"] =>
  window.innerWidth < 640 ? "phone" : window.innerWidth < 1024 ? "tablet" : "desktop";

/** Tells the others where this person is: the stage, the field in use, and whether they are still there. */
export function usePresence(connection: { current: DealConnection | null }, stage: StageName) {
  const [field, setField] = useState<string | null>(null);
  const [idle, setIdle] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const awake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    const signs = ["pointerdown", "keydown", "scroll", "visibilitychange"] as const;
    for (const sign of signs) document.addEventListener(sign, awake, { passive: true });
    awake();
    return () => {
      clearTimeout(timer);
      for (const sign of signs) document.removeEventListener(sign, awake);
    };
  }, []);

  useEffect(() => {
    connection.current?.presence({ stage, field: idle ? null : field, device: deviceOf(), idle });
  }, [connection, stage, field, idle]);

  return { focusField: setField };
}
