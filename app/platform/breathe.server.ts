import { performance } from "node:perf_hooks";

/** Others wait no longer than this for their turn; a tenth of a second is what people notice. */
const LONGEST_TURN_MS = 3;
/** Looking at the clock costs as much as a small piece of work. */
const LOOK_EVERY = 32;

/**
 * Does something for each of many, and lets everybody else have a turn in between: a walk over thousands may take a
 * while but never stops the process. The clock is looked at every so often; more often where one of them is more work.
 */
export async function forEachBreathing<T>(
  all: ArrayLike<T>,
  work: (one: T, index: number) => void,
  lookEvery = LOOK_EVERY,
): Promise<void> {
  // What led up to it had its turn; the first stretch of this gets one of its own.
  await nextTurn();
  let since = performance.now();
  for (let index = 0; index < all.length; index++) {
    work(all[index] as T, index);
    if (index % lookEvery === lookEvery - 1 && performance.now() - since > LONGEST_TURN_MS) {
      await nextTurn();
      since = performance.now();
    }
  }
}

/** After whatever else is due. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
