import { createHash } from "node:crypto";
import type { StandInStore } from "./stand-in-store.server";
import { StripeError, stripeErrors } from "./stripe-error";

export interface StripeAnswer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** Keys whose first request is still at work. */
const atWork = new WeakMap<StandInStore, Set<string>>();

const worksOn = (store: StandInStore): Set<string> => {
  const keys = atWork.get(store) ?? new Set<string>();
  atWork.set(store, keys);
  return keys;
};

/**
 * Stripe's promise about a key: the first answer, errors of the work included, is every later answer; other parameters
 * under it are refused. What was refused before any work (409, 429, wrong parameters) is not remembered.
 */
export async function answerOnce(
  store: StandInStore,
  key: string | undefined,
  request: string,
  work: () => Promise<StripeAnswer>,
): Promise<StripeAnswer> {
  if (key === undefined) return work();
  const hash = createHash("sha256").update(request).digest("hex");
  const first = store.data.answers[key];
  if (first && first.request !== hash) throw stripeErrors.keyReused();
  if (first) return { status: first.status, body: first.body, headers: { "idempotent-replayed": "true" } };
  const keys = worksOn(store);
  if (keys.has(key)) throw stripeErrors.keyInUse();
  keys.add(key);
  try {
    const answer = await work().catch((error: unknown) => {
      if (!(error instanceof StripeError) || isBeforeWork(error)) throw error;
      return { status: error.status, body: { error: error.body }, headers: error.headers };
    });
    store.data.answers[key] = { request: hash, status: answer.status, body: answer.body };
    store.save();
    return answer;
  } finally {
    keys.delete(key);
  }
}

const isBeforeWork = ({ status, body }: StripeError) =>
  status === 401 || status === 409 || status === 429 || (body.code?.startsWith("parameter_") ?? false);
