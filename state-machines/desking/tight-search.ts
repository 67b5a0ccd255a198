/**
 * The greatest whole number whose value stays within the target, for a value that rises with it.
 *
 * Bisection on the exact engine, never an inverted formula: a closed form misses by a cent where
 * taxes step and payments round. `lookPast` tries that many steps beyond the point found, for a value
 * that can fall back by a cent as it rises. Null when even the lowest is above the target.
 */
export function greatestWithin(
  valueAt: (candidate: number) => number,
  target: number,
  lowest: number,
  highest: number,
  lookPast = 0,
): number | null {
  if (valueAt(lowest) > target) return null;
  let within = lowest;
  let above = highest + 1;
  while (above - within > 1) {
    const middle = Math.floor((within + above) / 2);
    if (valueAt(middle) <= target) within = middle;
    else above = middle;
  }
  const found = within;
  for (let step = 1; step <= lookPast && found + step <= highest; step++) {
    if (valueAt(found + step) <= target) within = found + step;
  }
  return within;
}

/** The least whole number whose value is within the target, for a value that falls as it rises. */
export function leastWithin(
  valueAt: (candidate: number) => number,
  target: number,
  lowest: number,
  highest: number,
): number | null {
  const mirrored = greatestWithin((candidate) => valueAt(-candidate), target, -highest, -lowest);
  return mirrored === null ? null : 0 - mirrored;
}
