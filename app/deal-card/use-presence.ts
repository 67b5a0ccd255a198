import { startTransition, useEffect, useState } from "react";
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
  const [hidden, setHidden] = useHidden();

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
    connection.current?.presence({
      stage,
      field: idle ? null : field,
      device: deviceOf(),
      idle,
      ...(hidden && { hidden }),
    });
  }, [connection, stage, field, idle, hidden]);

  return { focusField: setField, focused: field, hidden, setHidden };
}

const HIDDEN_KEY = "deal-card:hidden";

/** Being seen is a person's own choice and stays with their device. */
function useHidden() {
  const [hidden, setState] = useState(false);
  useEffect(() => startTransition(() => setState(window.localStorage.getItem(HIDDEN_KEY) === "yes")), []);
  const setHidden = (next: boolean) => {
    window.localStorage.setItem(HIDDEN_KEY, next ? "yes" : "no");
    setState(next);
  };
  return [hidden, setHidden] as const;
}
