import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface RangeTrackProps {
  low: number;
  high: number;
  /** Where this one stands between them. */
  mark: number;
  lowLabel: ReactNode;
  highLabel: ReactNode;
  /** Under the mark: "yours". */
  markLabel: ReactNode;
  /** The whole in a sentence, for those who cannot see it. */
  label: string;
  className?: string;
}

/** Two ends and where this one stands: an offer between the lowest and the highest of its like. */
export function RangeTrack({ low, high, mark, lowLabel, highLabel, markLabel, label, className }: RangeTrackProps) {
  const share = high > low ? Math.min(1, Math.max(0, (mark - low) / (high - low))) : 0.5;
  // Near an end the mark's word would run into the end's figure.
  const hidesLow = share < 0.25;
  const hidesHigh = share > 0.75;
  return (
    <div role="img" aria-label={label} className={className}>
      <div className="relative h-1.5 rounded-full bg-linear-to-r from-accent-100 to-accent-300">
        <span
          className="absolute top-1/2 size-4.5 -translate-1/2 rounded-full border-[3px] border-surface bg-accent-600 ring-1 ring-accent-600"
          style={{ left: `${share * 100}%` }}
        />
      </div>
      <div className="relative mt-2 flex justify-between text-12 text-ink-3">
        <span className={cx("figures", hidesLow && "invisible")}>{lowLabel}</span>
        <span className={cx("figures", hidesHigh && "invisible")}>{highLabel}</span>
        <span className="absolute -translate-x-1/2 font-medium text-ink" style={{ left: `${share * 100}%` }}>
          {markLabel}
        </span>
      </div>
    </div>
  );
}
