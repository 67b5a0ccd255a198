import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

/** One sentence on what belongs here, one button, no drawing. */
export function EmptyState({
  action,
  className,
  children,
}: {
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cx("flex flex-col items-center gap-4 px-6 py-12 text-center", className)}>
      <p className="max-w-90 text-balance text-ink-2">{children}</p>
      {action}
    </div>
  );
}
