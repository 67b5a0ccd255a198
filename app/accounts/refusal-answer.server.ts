import { data } from "@remix-run/node";

interface Refused {
  ok: false;
  reason: string;
  retryAfterSeconds?: number;
}

/** A refusal as the answer of an action: 429 with Retry-After when it was too fast, 400 otherwise. */
export function refusalAnswer<T extends Refused>(refused: T) {
  const wait = refused.reason === "slowDown" ? refused.retryAfterSeconds : undefined;
  return data(refused, wait === undefined ? { status: 400 } : { status: 429, headers: { "Retry-After": `${wait}` } });
}
