/** Time that passes when the test says so, in the order of its appointments. */
export interface VirtualTime {
  now(): number;
  after(ms: number, work: () => void): void;
  pause(ms: number): Promise<void>;
  /** Lets the next moment happen, everything that falls into it; false when nothing is left before `until`. */
  step(until: number): boolean;
}

export function virtualTime(): VirtualTime {
  let at = 0;
  let order = 0;
  let due: { at: number; order: number; work: () => void }[] = [];
  const after = (ms: number, work: () => void) =>
    void due.push({ at: at + Math.max(0, Math.round(ms)), order: order++, work });
  return {
    now: () => at,
    after,
    pause: (ms) => new Promise((resolve) => after(ms, resolve)),
    step(until) {
      const next = Math.min(...due.map((one) => one.at));
      if (due.length === 0 || next > until) return false;
      at = next;
      const moment = due.filter((one) => one.at === at).toSorted((one, other) => one.order - other.order);
      due = due.filter((one) => one.at > at);
      for (const { work } of moment) work();
      return true;
    },
  };
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
