import type { HTMLAttributes, ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface SheetProps extends HTMLAttributes<HTMLElement> {
  as?: "section" | "div" | "article" | "aside" | "form";
  padding?: "none" | 16 | 24;
  children: ReactNode;
}

const paddingClass = { none: "", 16: "p-4", 24: "p-6 max-sm:p-4" };

/** A sheet of paper on the ground: a hairline and a 14 px corner, no shadow. Never inside another sheet. */
export function Sheet({ as: Tag = "section", padding = 24, className, children, ...rest }: SheetProps) {
  return (
    <Tag
      {...rest}
      className={cx("min-w-0 rounded-sheet border border-line bg-surface", paddingClass[padding], className)}
    >
      {children}
    </Tag>
  );
}

interface SheetHeadProps {
  title: ReactNode;
  /** Chips beside the title. */
  aside?: ReactNode;
  /** Acts at the far end. */
  actions?: ReactNode;
  level?: 1 | 2 | 3;
  hint?: ReactNode;
  className?: string;
}

/** Title 20/28, its chip beside it, quiet acts at the end. */
export function SheetHead({ title, aside, actions, hint, level = 2, className }: SheetHeadProps) {
  const Heading = `h${level}` as const;
  return (
    <header className={cx("flex flex-wrap items-center justify-between gap-x-4 gap-y-2", className)}>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading className={level === 3 ? "text-16" : "text-20"}>{title}</Heading>
          {aside}
        </div>
        {hint ? <p className="text-13 text-ink-3">{hint}</p> : null}
      </div>
      {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
    </header>
  );
}

/** An inner block on the ground colour: why a number moved, what the neighbour would cost. */
export function Note({
  icon,
  action,
  className,
  children,
}: {
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cx("flex items-start gap-3 rounded-block bg-ground px-3.5 py-2.5 text-ink-2", className)}>
      {icon ? <span className="mt-0.5 shrink-0 text-ink-3 [&_svg]:size-4">{icon}</span> : null}
      <p className="min-w-0 flex-1 text-pretty [&_strong]:font-semibold [&_strong]:text-ink">{children}</p>
      {action ? <span className="shrink-0">{action}</span> : null}
    </div>
  );
}
