import { useFormat } from "#app/ui/use-format";

interface RangeBarProps {
  low: number;
  high: number;
  /** Where the offer or the likely value lies, and the word under it. */
  mark: number;
  markLabel: string;
}

/** The share of the bar at which the word may stand without leaving it. */
const EDGE = 0.08;
/** Nearer to an end than this the word would lie on the end's own figure on a phone; the mark says it then. */
const LABEL_ROOM = 0.22;

/** From low to high with one mark: what cars like it bring, and where this one stands. */
export function RangeBar({ low, high, mark, markLabel }: RangeBarProps) {
  const format = useFormat();
  const span = Math.max(high - low, 1);
  const share = Math.min(1, Math.max(0, (mark - low) / span));
  const left = `${share * 100}%`;
  const labelLeft = `${Math.min(1 - EDGE, Math.max(EDGE, share)) * 100}%`;
  const money = (amount: number) => format.money(amount, { cents: "never" });
  return (
    <div className="pt-2">
      <p className="sr-only">
        {money(low)} – {money(high)}, {markLabel} {money(mark)}
      </p>
      <div aria-hidden className="relative h-1.5 rounded-full bg-linear-to-r from-accent-100 to-accent-300">
        <span
          className="absolute top-1/2 size-4.5 -translate-1/2 rounded-full border-[5px] border-surface bg-accent-600 ring-2 ring-accent-600"
          style={{ left }}
        />
      </div>
      <div aria-hidden className="figures relative mt-3 flex justify-between text-13 text-ink-3">
        <span>{money(low)}</span>
        <span className="absolute -translate-x-1/2 font-medium text-ink" style={{ left: labelLeft }}>
          {share > LABEL_ROOM && share < 1 - LABEL_ROOM ? markLabel : ""}
        </span>
        <span>{money(high)}</span>
      </div>
    </div>
  );
}
