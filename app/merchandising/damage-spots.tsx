import type { PictureSpot } from "./gallery-picture";

/** Damage that was marked on a photo, each in its place: a press says what it is, also where no script runs. */
export const DamageSpots = ({ spots }: { spots: readonly PictureSpot[] }) => (
  <ul>
    {spots.map(({ x, y, text }, index) => (
      <li key={`${x}/${y}`} className="absolute" style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
        <details name="damage">
          <summary
            aria-label={text}
            className="grid size-11 -translate-1/2 cursor-pointer list-none place-items-center rounded-full [&::-webkit-details-marker]:hidden"
          >
            <span className="grid size-6 place-items-center rounded-full bg-warn-ground text-12 font-semibold text-warn ring-2 ring-warn-mark">
              {index + 1}
            </span>
          </summary>
          <span
            className="absolute top-4 z-10 rounded-cell bg-surface px-3 py-1.5 text-13 font-medium whitespace-nowrap shadow-pop"
            style={x > 0.5 ? { right: 0 } : { left: 0 }}
          >
            {text}
          </span>
        </details>
      </li>
    ))}
  </ul>
);
