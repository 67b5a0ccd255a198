import { Check, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface RedLineProps {
  /** What is wrong. */
  title: ReactNode;
  why: ReactNode;
  /** Its fix as a button; only the first red line's fix is primary. */
  fix?: ReactNode;
  /** `warns`: worth a look, does not stop the deal. */
  tone?: "stops" | "warns";
  className?: string;
}

/** Something that stops the deal, said with its fix. Stands in a list: `<ul>` of red lines. */
export function RedLine({ title, why, fix, tone = "stops", className }: RedLineProps) {
  const stops = tone === "stops";
  return (
    <li
      className={cx(
        "flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-l-3 border-b-line px-4 py-3",
        stops ? "border-l-neg-mark" : "border-l-warn-mark",
        className,
      )}
    >
      <CircleAlert
        aria-hidden
        strokeWidth={1.75}
        className={cx("size-5 shrink-0 self-start", stops ? "text-neg-mark" : "text-warn-mark")}
      />
      <div className="min-w-48 flex-1">
        <p className="font-semibold">{title}</p>
        <p className="text-13 text-ink-2">{why}</p>
      </div>
      {fix ? <div className="shrink-0 max-sm:ml-8">{fix}</div> : null}
    </li>
  );
}

/** Passed checks shrink to two quiet columns. */
export function PassedChecks({ checks, className }: { checks: readonly ReactNode[]; className?: string }) {
  return (
    <ul className={cx("grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-2", className)}>
      {checks.map((check, index) => (
        <li key={index} className="flex items-start gap-2.5 text-13 text-ink-2">
          <Check aria-hidden className="mt-px size-4 shrink-0 text-pos" strokeWidth={1.75} />
          <span>{check}</span>
        </li>
      ))}
    </ul>
  );
}
