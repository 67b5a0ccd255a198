import { type ComponentType, createContext, useContext, useMemo, useState, type ReactNode } from "react";
import { useLooksOn } from "#app/deal-card/use-looks-on";
import { lazyPart } from "#app/ui/lazy-part";

export type CardPanel = "chat" | "details" | "swap" | "share" | "taxes" | "summary" | "promise" | "people";

interface OpenPanel {
  panel: CardPanel | null;
  /** Those opened at least once: what stays mounted, so that it can close as it opened. */
  opened: ReadonlySet<CardPanel>;
  openPanel(panel: CardPanel | null): void;
}

/** Drawers that are all controls: there is nothing in them for who only looks on. */
const workPanels: ReadonlySet<CardPanel> = new Set<CardPanel>(["details", "swap", "taxes", "promise"]);

const CardPanelContext = createContext<OpenPanel>({ panel: null, opened: new Set(), openPanel: () => {} });

/** Which drawer is over the right column: one at a time, opened from anywhere on the card. */
export function CardPanelProvider({ children }: { children: ReactNode }) {
  const [{ panel, opened }, setState] = useState<Pick<OpenPanel, "panel" | "opened">>({
    panel: null,
    opened: new Set(),
  });
  const looksOn = useLooksOn();
  const value = useMemo(
    () => ({
      panel,
      opened,
      openPanel: (next: CardPanel | null) => {
        if (next !== null && looksOn && workPanels.has(next)) return;
        setState((was) => ({ panel: next, opened: next ? new Set([...was.opened, next]) : was.opened }));
      },
    }),
    [panel, opened, looksOn],
  );
  return <CardPanelContext.Provider value={value}>{children}</CardPanelContext.Provider>;
}

export const useCardPanel = () => useContext(CardPanelContext);

const drawers: Record<CardPanel, ComponentType> = {
  details: lazyPart("drawer-details", async () => (await import("#app/deal-card/customer-details")).CustomerDetails),
  swap: lazyPart("drawer-swap", async () => (await import("#app/deal-card/vehicle/swap-vehicle")).SwapVehicle),
  chat: lazyPart("drawer-chat", async () => (await import("#app/chat/chat-drawer")).ChatDrawer),
  share: lazyPart("drawer-share", async () => (await import("#app/deal-card/share-link")).SharePanel),
  people: lazyPart("drawer-people", async () => (await import("#app/deal-card/people/people-panel")).PeoplePanel),
  promise: lazyPart("drawer-promise", async () => (await import("#app/deal-card/promise/promise-panel")).PromisePanel),
  taxes: lazyPart("drawer-taxes", async () => (await import("#app/deal-card/taxes/taxes-panel")).TaxesPanel),
  summary: lazyPart("drawer-summary", async () => (await import("#app/deal-card/summary/summary-panel")).SummaryPanel),
};

/** The drawers, each loaded when it is first opened. */
export function CardDrawers() {
  const { opened } = useCardPanel();
  return [...opened].map((name) => {
    const DrawerOf = drawers[name];
    return <DrawerOf key={name} />;
  });
}
