import { cx } from "#app/ui/class-names";

interface ProgressBarProps {
  /** Parts of the whole, each from 0 to 1, drawn one after the other in falling strength. */
  parts: readonly number[];
  /** A tick on the track: the threshold to reach. */
  threshold?: number;
  /** What it says: "58 minutes saved of 2 h 20 min". */
  label: string;
  tone?: "accent" | "positive";
  className?: string;
}

const partColours = {
  accent: ["bg-accent-500", "bg-accent-300", "bg-accent-200"],
  positive: ["bg-pos-mark", "bg-pos-mark", "bg-pos-mark"],
};

/** Minutes saved of the usual total; points of a gate with its mark. */
export function ProgressBar({ parts, threshold, label, tone = "accent", className }: ProgressBarProps) {
  return (
    <div role="img" aria-label={label} className={cx("relative h-1.5 rounded-full bg-sunken", className)}>
      <div className="flex h-full gap-px overflow-clip rounded-full">
        {parts.map((part, index) => (
          <span
            key={index}
            className={cx("h-full transition-[width] duration-200", partColours[tone][index % 3])}
            style={{ width: `${Math.min(1, Math.max(0, part)) * 100}%` }}
          />
        ))}
      </div>
      {threshold === undefined ? null : (
        <span className="absolute -inset-y-1 w-0.5 rounded-full bg-ink" style={{ left: `${threshold * 100}%` }} />
      )}
    </div>
  );
}
