interface Bar {
  /** Where two bars may have one name. */
  id?: string;
  name: string;
  value: number;
  /** The value in words, at the bar's end. */
  label: string;
}

/** Horizontal bars of one figure. For the eye alone: the same figures stand in the table below it. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  return (
    <div aria-hidden className="grid grid-cols-[minmax(5rem,8.5rem)_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2.5">
      {bars.map(({ id, name, value, label }) => (
        <div key={id ?? name} className="contents">
          <span className="truncate text-13 text-ink-2">{name}</span>
          <span className="h-4 overflow-hidden rounded-cell bg-sunken">
            <span
              className="block h-full rounded-cell bg-accent-600"
              style={{ width: `${value > 0 ? Math.max(1, (value / most) * 100) : 0}%` }}
            />
          </span>
          <span className="figures min-w-12 text-right text-13 font-semibold text-ink">{label}</span>
        </div>
      ))}
    </div>
  );
}
