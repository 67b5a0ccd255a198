import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useDeal } from "#app/deal-card/use-deal";

interface StaffSight {
  /** Whether plum may be drawn now. */
  seesPlum: boolean;
  turned: boolean;
  turnScreen(turned: boolean): void;
}

const StaffSightContext = createContext<StaffSight>({ seesPlum: false, turned: false, turnScreen: () => {} });

const TURNED_KEY = "deal-card:turned";

/**
 * "Turn the screen" drops everything plum at once. Nothing plum is in the server's own page: it appears once this
 * browser has said that its screen is not turned, so that reloading a turned screen never flashes a cost.
 */
export function StaffSightProvider({ children }: { children: ReactNode }) {
  const { isStaff } = useDeal();
  const [turned, setTurned] = useState<boolean | null>(null);
  useEffect(() => setTurned(window.sessionStorage.getItem(TURNED_KEY) === "yes"), []);
  const turnScreen = useCallback((next: boolean) => {
    window.sessionStorage.setItem(TURNED_KEY, next ? "yes" : "no");
    setTurned(next);
  }, []);
  const sight = useMemo(
    () => ({ seesPlum: isStaff && turned === false, turned: isStaff && turned === true, turnScreen }),
    [isStaff, turned, turnScreen],
  );
  return <StaffSightContext.Provider value={sight}>{children}</StaffSightContext.Provider>;
}

export const useStaffSight = () => useContext(StaffSightContext);
