import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface NextStepProps {
  /** One line above: why this is next. */
  reason?: ReactNode;
  /** The one primary button, `size="large" wide`. */
  children: ReactNode;
  /** Below, 12 px: what it will not do. */
  reassurance?: ReactNode;
  className?: string;
}

export function NextStep({ reason, children, reassurance, className }: NextStepProps) {
  return (
    <div className={cx("flex flex-col gap-2.5", className)}>
      {reason ? <p className="text-ink-2">{reason}</p> : null}
      {children}
      {reassurance ? <p className="text-center text-12 text-balance text-ink-3">{reassurance}</p> : null}
    </div>
  );
}
