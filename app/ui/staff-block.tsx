import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

/**
 * What a customer must never see, in three places only: the strip under the top bar, the footer of a square or rail
 * item, and the tray under the centre. Plum, a lock, a hatched edge; a payload without staff figures renders none.
 */
export function StaffTray({ className, children }: { className?: string; children: ReactNode }) {
  const t = useMessages(uiMessages);
  return (
    <div
      role="group"
      aria-label={t("staffOnly")}
      data-print="hide"
      className={cx("overflow-clip border-t border-staff-200 bg-staff-50 text-staff-ink", className)}
    >
      <div aria-hidden className="hatched" />
      <div className="grid gap-px bg-staff-200 md:auto-cols-fr md:grid-flow-col">{children}</div>
    </div>
  );
}

interface StaffBlockProps {
  title: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One column of the tray, or alone on a desk. */
export function StaffBlock({ title, aside, className, children }: StaffBlockProps) {
  return (
    <div className={cx("min-w-0 bg-staff-50 px-4 pt-3 pb-4 text-staff-ink", className)}>
      <div className="mb-2 flex items-center justify-between gap-3 text-12 font-semibold text-staff-600">
        <h3 className="flex items-center gap-2 tracking-normal">
          <StaffLock />
          {title}
        </h3>
        {aside ? <span className="font-medium">{aside}</span> : null}
      </div>
      {children}
    </div>
  );
}

/** A line inside a staff block: name left, figure right; the sum has a plum rule above it. */
export function StaffLine({ label, children, sum = false }: { label: ReactNode; children: ReactNode; sum?: boolean }) {
  return (
    <div
      className={cx(
        "flex items-baseline justify-between gap-3 py-0.5 text-body",
        sum && "mt-1 border-t border-staff-200 pt-1.5! font-semibold",
      )}
    >
      <span>{label}</span>
      <span className={cx("figures [&_*]:text-inherit", sum ? "font-semibold" : "font-medium")}>{children}</span>
    </div>
  );
}

/** The footer of a square, or under a rail item. */
export function StaffFooter({
  aside,
  className,
  children,
}: {
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const t = useMessages(uiMessages);
  return (
    <div
      data-print="hide"
      className={cx(
        "flex min-h-7.5 items-center gap-2 border-t border-staff-200 bg-staff-50 px-3 text-12 text-staff-ink",
        className,
      )}
    >
      <StaffLock />
      <span className="sr-only">{t("staffOnly")}</span>
      <span className="min-w-0 flex-1 py-1 tabular-nums">{children}</span>
      {aside ? <span className="figures">{aside}</span> : null}
    </div>
  );
}

export const StaffLock = () => <Lock aria-hidden className="size-3.5 shrink-0 text-staff-600" strokeWidth={1.75} />;

/** Under the top bar, 44 px: who is online, how warm, what waits. It scrolls sideways rather than wrap. */
export function StaffStrip({
  title,
  actions,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = useMessages(uiMessages);
  return (
    <div
      role="group"
      aria-label={t("staffOnly")}
      data-print="hide"
      className="relative bg-staff-900 text-staff-on [--pos-mark:#34d186]"
    >
      <div className="flex h-(--staff-strip) items-center gap-6 px-5 text-body max-sm:px-4">
        <h2 className="flex shrink-0 items-center gap-2.5 text-body font-semibold">
          <Lock aria-hidden className="size-4" strokeWidth={1.75} />
          <span className="max-sm:sr-only">{title}</span>
        </h2>
        <div
          tabIndex={0}
          className="scrollbar-none flex min-w-0 flex-1 items-center gap-6 overflow-x-auto whitespace-nowrap"
        >
          {children}
        </div>
        {actions ? <div className="flex shrink-0 items-center gap-4">{actions}</div> : null}
      </div>
      <div aria-hidden className="hatched absolute inset-x-0 bottom-0 h-0.75! [--hatch:#6e4fa8]" />
    </div>
  );
}

/** One fact on the strip: an icon or dot, the fact, then its detail. */
export function StaffStripItem({ icon, fact, children }: { icon?: ReactNode; fact: ReactNode; children?: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 [&_svg]:size-4">
      {icon}
      <strong className="font-semibold text-[#fff]">{fact}</strong>
      {children ? <span className="figures">{children}</span> : null}
    </span>
  );
}
