import { rateLimit } from "#app/platform/rate-limit.server";
import { isCheckCode, readPromiseNumber } from "./promise-code.server";
import { type PromiseAnswer, readPromise } from "./read-promise.server";

/** A person types a code wrong a few times; 40 bits at this pace take longer than the paper keeps. */
const checks = rateLimit("promiseCheck", { points: 30, perSeconds: 300 });

export type CheckedPromise = PromiseAnswer | { state: "slowDown"; retryAfterSeconds: number };

/** A promise for whoever has its number and its code. A wrong code and a number that never was answer alike. */
export async function checkPromise(check: {
  number: string | undefined;
  code: string | null;
  clientAddress: string;
}): Promise<CheckedPromise> {
  const taken = await checks.take(check.clientAddress);
  if (!taken.ok) return { state: "slowDown", retryAfterSeconds: taken.retryAfterSeconds };
  const number = readPromiseNumber(check.number ?? "");
  if (number === null || check.code === null || !isCheckCode(number, check.code)) return { state: "unknown" };
  return readPromise(number);
}
