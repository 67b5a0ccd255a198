import { cva } from "class-variance-authority";
import { BadgeCheck, Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

const chipClass = cva(
  "inline-flex h-5.5 shrink-0 items-center gap-1.5 rounded-full px-2.25 text-12 font-medium whitespace-nowrap",
  {
    variants: {
      kind: {
        estimate: "border border-dashed border-ink-3 text-ink-2",
        offer: "border border-accent-200 bg-accent-50 pl-1.75 text-accent-700",
        approval: "bg-pos-ground pl-1.75 text-pos",
        demo: "border border-line-2 bg-surface text-ink-2",
        neutral: "bg-sunken text-ink-2",
        accent: "border border-accent-200 bg-accent-50 text-accent-700",
        positive: "bg-pos-ground text-pos",
        warning: "bg-warn-ground text-warn",
        negative: "bg-neg-ground text-neg",
      },
    },
  },
);

type PlainKind = "demo" | "neutral" | "accent" | "positive" | "warning" | "negative";

interface ChipProps {
  kind: PlainKind;
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
}

/** A word about a thing. Words tell them apart; the colour only helps. */
export function Chip({ kind, icon: Icon, className, children }: ChipProps) {
  return (
    <span className={cx(chipClass({ kind }), Icon && "pl-1.75!", className)}>
      {Icon ? <Icon aria-hidden className="size-3.5" strokeWidth={2} /> : null}
      {children}
    </span>
  );
}

/** Nobody has promised this figure yet: dashed, no fill. */
export function EstimateChip({ className }: { className?: string }) {
  const t = useMessages(uiMessages);
  return <span className={cx(chipClass({ kind: "estimate" }), className)}>{t("estimate")}</span>;
}

/** The store stands behind this figure until it expires. */
export function OfferChip({ className, children }: { className?: string; children?: ReactNode }) {
  const t = useMessages(uiMessages);
  return (
    <span className={cx(chipClass({ kind: "offer" }), className)}>
      <BadgeCheck aria-hidden className="size-3.5" strokeWidth={2} />
      {children ?? t("offer")}
    </span>
  );
}

/** A lender has said yes, and which one. */
export function ApprovalChip({ lender, className }: { lender: string; className?: string }) {
  const t = useMessages(uiMessages);
  return (
    <span className={cx(chipClass({ kind: "approval" }), className)}>
      <Check aria-hidden className="size-3.5" strokeWidth={2.25} />
      {t("approvedBy", { lender })}
    </span>
  );
}

export function DemoChip({ className }: { className?: string }) {
  const t = useMessages(uiMessages);
  return (
    <span className={cx(chipClass({ kind: "demo" }), className)} title={t("demoNote")}>
      {t("demo")}
    </span>
  );
}

/** How many wait: a filled disc beside a word, or on the corner of an icon. */
export function CountBadge({ count, className }: { count: number; className?: string }) {
  if (count < 1) return null;
  return (
    <span
      className={cx(
        "figures inline-grid h-5 min-w-5 place-items-center rounded-full bg-accent-600 px-1.25 text-12 font-semibold text-on-accent",
        className,
      )}
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
