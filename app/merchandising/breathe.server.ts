import { performance } from "node:perf_hooks";

/** Others wait no longer than this for their turn; a tenth of a second is what people notice. */
const LONGEST_TURN_MS = 3;
/** Looking at the clock costs as much as the work on one vehicle. */
const LOOK_EVERY = 32;

/**
 * Does something for each of many, and lets everybody else have a turn in between: a search over a whole stock may take a
 * while but never stops the process.
 */
export async function forEachBreathing<T>(all: ArrayLike<T>, work: (one: T, index: number) => void): Promise<void> {
  // What led up to it had its turn; the first stretch of this gets one of its own.
  await nextTurn();
  let since = performance.now();
  for (let index = 0; index < all.length; index++) {
    work(all[index] as T, index);
    if (index % LOOK_EVERY === LOOK_EVERY - 1 && performance.now() - since > LONGEST_TURN_MS) {
      await nextTurn();
      since = performance.now();
    }
  }
}

/** After whatever else is due. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
