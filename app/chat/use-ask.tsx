import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { useDeal } from "#app/deal-card/use-deal";
import { lazyPart } from "#app/ui/lazy-part";
import { useLatest } from "#app/ui/use-latest";
import { isSharedPlace } from "#app/realtime/shared-places";

interface Ask {
  /** Every line and figure waits for a tap. */
  pointing: boolean;
  setPointing(pointing: boolean): void;
  /** Opens what was asked about a place, and room for another question. */
  ask(place: string | null): void;
}

const AskContext = createContext<Ask>({ pointing: false, setPointing: () => {}, ask: () => {} });

export const useAsk = () => useContext(AskContext);

const AskPanel = lazyPart("ask-panel", async () => (await import("./ask-panel")).AskPanel);
const PointingBar = lazyPart("pointing-bar", async () => (await import("./pointing-bar")).PointingBar);

/** "Ask about this": a tap on any line or figure pins a question there. */
export function AskProvider({ children }: { children: ReactNode }) {
  const { audience } = useDeal();
  const { openPanel } = useCardPanel();
  const [pointing, setPointing] = useState(false);
  const [place, setPlace] = useState<string | null>(null);
  const mayAsk = audience !== "guest";
  const value = useMemo<Ask>(
    () => ({
      pointing,
      setPointing: (next) => setPointing(next && mayAsk),
      ask(next) {
        if (next !== null && !isSharedPlace(next)) return;
        // On a phone the sheet that holds the line makes room for the question.
        if (next !== null && window.innerWidth < 640) openPanel(null);
        setPointing(false);
        setPlace(next);
      },
    }),
    [pointing, mayAsk, openPanel],
  );
  usePointing(value);
  return (
    <AskContext.Provider value={value}>
      {children}
      {pointing ? <PointingBar /> : null}
      {place ? <AskPanel key={place} place={place} /> : null}
    </AskContext.Provider>
  );
}

/** While pointing, a tap asks instead of doing what the line does; Escape ends it. */
function usePointing({ pointing, setPointing, ask }: Ask) {
  const act = useLatest({ setPointing, ask });
  useEffect(() => {
    if (!pointing) return;
    document.body.setAttribute("data-asking", "");
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
      const place = target?.dataset.place;
      if (!place || !isSharedPlace(place)) return;
      event.preventDefault();
      event.stopPropagation();
      act.current.ask(place);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") act.current.setPointing(false);
    };
    document.addEventListener("click", onClick, { capture: true });
    document.addEventListener("keydown", onKey);
    return () => {
      document.body.removeAttribute("data-asking");
      document.removeEventListener("click", onClick, { capture: true });
      document.removeEventListener("keydown", onKey);
    };
  }, [pointing, act]);
}
