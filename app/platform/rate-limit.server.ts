import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { remember } from "./remember.server";

export type RateAnswer = { ok: true } | { ok: false; retryAfterSeconds: number };

export interface RateLimit {
  take(key: string): Promise<RateAnswer>;
}

/**
 * A bucket per key: `points` per `perSeconds`, then a "not now" that says when to come back.
 * Counted in this process's memory: with N servers a caller gets at most N times as much, which the limits allow for.
 */
export function rateLimit(name: string, limit: { points: number; perSeconds: number }): RateLimit {
  const limiter = remember(
    `rateLimit.${name}`,
    () => new RateLimiterMemory({ keyPrefix: name, points: limit.points, duration: limit.perSeconds }),
  );
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
  };
}
