import type { ReactNode } from "react";
import { useMessages } from "#app/ui/messages";
import { figuresMessages } from "./figures-messages";

/** The table behind a chart, one press away. */
export function BehindChart({ children }: { children: ReactNode }) {
  const t = useMessages(figuresMessages);
  return (
    <details className="mt-3">
      <summary className="touch-target text-13 text-ink-2">{t("table")}</summary>
      {children}
    </details>
  );
}

/** How a figure comes about, for whoever doubts it. */
export function HowCounted({ children }: { children: ReactNode }) {
  const t = useMessages(figuresMessages);
  return (
    <details className="mt-3">
      <summary className="touch-target text-13 text-ink-2">{t("how")}</summary>
      <p className="mt-1 max-w-160 text-13 text-ink-2">{children}</p>
    </details>
  );
}
