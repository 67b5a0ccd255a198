/** Tokens that refill with time; asked on the path of every edit, so it is three additions and no promise. */
export interface EditBucket {
  take(atMs: number): boolean;
}

export function editBucket(perSecond: number, burst: number): EditBucket {
  let tokens = burst;
  let last = 0;
  return {
    take(atMs) {
      if (last > 0) tokens = Math.min(burst, tokens + (Math.max(0, atMs - last) * perSecond) / 1_000);
      last = atMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
