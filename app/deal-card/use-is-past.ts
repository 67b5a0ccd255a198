import { useEffect, useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";

const LOOK_EVERY_MS = 15_000;

/** Has that time passed? By this screen's clock, or on a replayed card by the moment it shows. False in the server's page. */
export function useIsPast(instant: string | null): boolean {
  const { asOf } = useDeal();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (instant === null || asOf !== null) return;
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [instant, asOf]);
  const at = asOf === null ? now : Date.parse(asOf);
  return instant !== null && at !== null && at > Date.parse(instant);
}
