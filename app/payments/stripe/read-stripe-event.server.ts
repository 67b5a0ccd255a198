import { Stripe } from "stripe";
import { z } from "zod";
import { type ProviderNews, secretName } from "../provider-news.server";

/** A signature is good for this long; the same the other way for clocks that differ. */
const TOLERANCE_SECONDS = 300;

const object = z.looseObject({
  id: z.string(),
  object: z.string(),
  client_reference_id: z.string().nullish(),
  payment_intent: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  status: z.string().nullish(),
});

const eventSchema = z.looseObject({
  id: z.string().max(255),
  type: z.string().max(100),
  created: z.int(),
  livemode: z.boolean(),
  account: z.string().optional(),
  data: z.looseObject({ object }),
});

/**
 * A posted event, if it is Stripe's word: signed over these exact bytes with one of the store's secrets, and not long
 * ago. The package checks age only, so a time ahead is refused here. Null means: not to be listened to.
 */
export function readStripeEvent(
  body: string,
  signature: string | null,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): ProviderNews | null {
  const at = Number(/(?:^|,)\s*t=(\d+)/.exec(signature ?? "")?.[1] ?? Number.NaN);
  if (!signature || !(at <= now.getTime() / 1000 + TOLERANCE_SECONDS)) return null;
  const secret = secrets.find((one) => isSigned(body, signature, one, now));
  if (secret === undefined) return null;
  const parsed = eventSchema.safeParse(parseJson(body));
  if (!parsed.success) return null;
  const { id, type, created, livemode } = parsed.data;
  const about = parsed.data.data.object;
  const intent = about.object === "payment_intent" ? about.id : idOf(about.payment_intent);
  return {
    id,
    provider: "stripe",
    type,
    livemode,
    at: new Date(created * 1000).toISOString(),
    session: about.object === "checkout.session" ? about.id : null,
    intent,
    attemptId: about.client_reference_id ?? about.metadata?.attempt ?? null,
    objectId: about.id,
    objectStatus: about.status ?? null,
    signedWith: secretName(secret),
  };
}

function isSigned(body: string, signature: string, secret: string, now: Date): boolean {
  try {
    Stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE_SECONDS, undefined, now.getTime());
    return true;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === "string" ? value : (value?.id ?? null);
