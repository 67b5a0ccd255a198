import { createContext, startTransition, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useDeal } from "#app/deal-card/use-deal";

interface StaffSight {
  /** Whether plum may be drawn now. */
  seesPlum: boolean;
  turned: boolean;
  turnScreen(turned: boolean): void;
}

const StaffSightContext = createContext<StaffSight>({ seesPlum: false, turned: false, turnScreen: () => {} });

const TURNED_KEY = "deal-card:turned";
const TURNED_EVENT = "deal-card:turned";

/** Of this tab alone: the salesperson's own phone is not turned with the screen on the desk. */
const isTurned = () => window.sessionStorage.getItem(TURNED_KEY) === "yes";

function onTurned(changed: () => void) {
  window.addEventListener(TURNED_EVENT, changed);
  return () => window.removeEventListener(TURNED_EVENT, changed);
}

function turnScreen(turned: boolean) {
  window.sessionStorage.setItem(TURNED_KEY, turned ? "yes" : "no");
  window.dispatchEvent(new Event(TURNED_EVENT));
}

/**
 * "Turn the screen" drops everything plum at once. Nothing plum is in the server's own page: it appears once this
 * browser has said that its screen is not turned, so that reloading a turned screen never flashes a cost.
 */
export function StaffSightProvider({ children }: { children: ReactNode }) {
  const { isStaff } = useDeal();
  const [turned, setTurned] = useState<boolean | null>(null);
  useEffect(() => {
    // A transition: a stage whose code is still on its way hydrates first.
    startTransition(() => setTurned(isTurned()));
    return onTurned(() => setTurned(isTurned()));
  }, []);
  const sight = useMemo(
    () => ({ seesPlum: isStaff && turned === false, turned: isStaff && turned === true, turnScreen }),
    [isStaff, turned],
  );
  return <StaffSightContext.Provider value={sight}>{children}</StaffSightContext.Provider>;
}

export const useStaffSight = () => useContext(StaffSightContext);
