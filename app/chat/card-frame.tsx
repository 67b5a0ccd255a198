import type { ReactNode } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { goToPlace } from "#app/deal-card/go-to-place";
import { useDeal } from "#app/deal-card/use-deal";
import type { ChatCard } from "#app/realtime/chat-protocol";

export type CardOf<Type extends ChatCard["type"]> = Extract<ChatCard, { type: Type }>;

/** The sheet of a deal thing in the conversation. */
export function CardFrame({
  label,
  accent = false,
  children,
}: {
  label: string;
  accent?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={`w-77 max-w-full overflow-clip rounded-sheet border bg-surface ${accent ? "border-accent-200" : "border-line"}`}
    >
      {children}
    </section>
  );
}

/** A drawer of its own width hides the card on a phone: whoever goes to a place wants to see it. */
export function useGoThere() {
  const { openStage } = useDeal();
  const { openPanel } = useCardPanel();
  return (stage: Parameters<typeof openStage>[0], place?: string) => {
    if (window.innerWidth < 640) openPanel(null);
    openStage(stage);
    if (place) setTimeout(() => goToPlace(place), 60);
  };
}

/** In place of its buttons: what became of it. */
export const CardFoot = ({ children }: { children: ReactNode }) => (
  <p className="border-t border-line px-4 py-2.5 text-13 font-medium text-ink-2">{children}</p>
);
