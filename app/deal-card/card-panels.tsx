import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

export type CardPanel = "details" | "swap" | "share" | "summary";

interface OpenPanel {
  panel: CardPanel | null;
  openPanel(panel: CardPanel | null): void;
}

const CardPanelContext = createContext<OpenPanel>({ panel: null, openPanel: () => {} });

/** Which drawer is over the right column: one at a time, opened from anywhere on the card. */
export function CardPanelProvider({ children }: { children: ReactNode }) {
  const [panel, openPanel] = useState<CardPanel | null>(null);
  const value = useMemo(() => ({ panel, openPanel }), [panel]);
  return <CardPanelContext.Provider value={value}>{children}</CardPanelContext.Provider>;
}

export const useCardPanel = () => useContext(CardPanelContext);
