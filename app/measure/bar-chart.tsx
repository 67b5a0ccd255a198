interface Bar {
  /** Where two bars may have one name. */
  id?: string;
  name: string;
  value: number;
  /** The value in words, at the bar's end. */
  label: string;
}

const ROW = 34;
const NAME = 128;
const WIDTH = 560;
const END = 90;

/** Horizontal bars of one figure. For the eye alone: the same figures stand in the table below it. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const room = WIDTH - NAME - END;
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} className="h-auto w-full">
      {bars.map(({ id, name, value, label }, index) => (
        <g key={id ?? name} transform={`translate(0 ${index * ROW})`}>
          <text x={0} y={ROW / 2 + 4} className="fill-ink-2 text-12">
            {name}
          </text>
          <rect x={NAME} y={8} width={room} height={ROW - 16} rx={4} className="fill-sunken" />
          <rect
            x={NAME}
            y={8}
            width={Math.max(value > 0 ? 3 : 0, (value / most) * room)}
            height={ROW - 16}
            rx={4}
            className="fill-accent-600"
          />
          <text x={NAME + room + 8} y={ROW / 2 + 4} className="fill-ink text-12 font-semibold">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
