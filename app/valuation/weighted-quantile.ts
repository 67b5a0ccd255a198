export interface Weighted {
  value: number;
  weight: number;
}

/** The value below which this share of the weight lies; of the values themselves, never between two. */
export function weightedQuantile(values: readonly Weighted[], share: number): number {
  const ordered = values.toSorted((one, other) => one.value - other.value);
  const target = ordered.reduce((total, { weight }) => total + weight, 0) * share;
  let below = 0;
  for (const { value, weight } of ordered) {
    below += weight;
    if (below >= target) return value;
  }
  return ordered.at(-1)?.value ?? 0;
}
