import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

export type GlyphStatus = "notStarted" | "inProgress" | "complete" | "skipped" | "deferred" | "recheck" | "locked";

interface StageGlyphProps {
  status: GlyphStatus;
  /** 20 on the rail, 12 in a queue's stage map. */
  size?: 20 | 12;
  /** What a screen reader says; without it the status in words. `null` when the words stand beside it. */
  label?: string | null;
  className?: string;
}

const glyphColour: Record<GlyphStatus, string> = {
  notStarted: "text-control",
  inProgress: "text-accent-600",
  complete: "text-accent-600",
  skipped: "text-control",
  deferred: "text-control",
  recheck: "text-warn-mark",
  locked: "text-ink-3",
};

const ring = <circle cx="10" cy="10" r="8" />;

/** Told apart by shape, so that colour is never the only sign. */
const glyphShape: Record<GlyphStatus, ReactNode> = {
  notStarted: ring,
  inProgress: (
    <>
      {ring}
      <path d="M10 5.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" stroke="none" />
    </>
  ),
  complete: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" stroke="none" />
      <path d="m6.2 10.3 2.6 2.6 5-5.4" stroke="var(--surface)" />
    </>
  ),
  skipped: (
    <>
      {ring}
      <path d="M6.6 10h6.8" />
    </>
  ),
  deferred: (
    <>
      {ring}
      <path d="M10 5.6V10l2.8 1.8" />
    </>
  ),
  recheck: (
    <>
      {ring}
      <path d="M10 5.8v5" />
      <circle cx="10" cy="13.7" r=".6" fill="currentColor" strokeWidth="1" />
    </>
  ),
  locked: (
    <>
      <rect x="3.8" y="8.8" width="12.4" height="8.6" rx="2" />
      <path d="M6.4 8.8V6.2a3.6 3.6 0 0 1 7.2 0v2.6" />
    </>
  ),
};

export function StageGlyph({ status, size = 20, label, className }: StageGlyphProps) {
  const t = useMessages(uiMessages);
  const spoken = label === undefined ? t(`stage.${status}`) : label;
  return (
    <svg
      viewBox="0 0 20 20"
      className={cx(size === 20 ? "size-5" : "size-3", "shrink-0", glyphColour[status], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 20 ? 1.75 : 2.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={spoken === null ? undefined : "img"}
      aria-label={spoken ?? undefined}
      aria-hidden={spoken === null || undefined}
    >
      {glyphShape[status]}
    </svg>
  );
}
