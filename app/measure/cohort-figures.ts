/** Below this many cars in either group a difference is weather, not climate. */
export const LEAST_COHORT = 20;
const RESAMPLES = 1_000;

export interface Comparison {
  n: readonly [assisted: number, traditional: number];
  medians: readonly [assisted: number, traditional: number] | null;
  /** The middle 95 % of resampled differences of the medians, assisted less traditional; null where there is not enough. */
  interval: readonly [low: number, high: number] | null;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Mulberry32: the same numbers give the same interval, today and in a year. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const resample = (values: readonly number[], roll: () => number) =>
  values.map(() => values[Math.floor(roll() * values.length)] ?? 0);

/**
 * Two groups by their medians, with a bootstrap interval of the difference. The groups were not assigned at random unless the
 * store alternates them, and whoever shows this says so.
 */
export function compareCohorts(assisted: readonly number[], traditional: readonly number[]): Comparison {
  const n = [assisted.length, traditional.length] as const;
  if (n[0] < LEAST_COHORT || n[1] < LEAST_COHORT) return { n, medians: null, interval: null };
  const roll = dice(assisted.length * 7_919 + traditional.length);
  const differences = Array.from(
    { length: RESAMPLES },
    () => median(resample(assisted, roll)) - median(resample(traditional, roll)),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => differences[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  return { n, medians: [median(assisted), median(traditional)], interval: [at(0.025), at(0.975)] };
}
