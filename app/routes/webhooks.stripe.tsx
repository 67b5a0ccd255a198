import type { ActionFunctionArgs } from "@remix-run/node";
import { allPayments } from "#app/payments/payment-connection.server";
import { receiveProviderNews } from "#app/payments/receive-provider-news.server";
import { readStripeEvent } from "#app/payments/stripe/read-stripe-event.server";
import { now } from "#app/platform/clock.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** A forger must not fill the log: one line now and then says it all. */
const forgeries = rateLimit("forged-webhook", { points: 5, perSeconds: 60 });

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** Stripe's events: verified over the raw body, stored, then answered. Nothing is said about why one is refused. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const body = await request.text();
  const news = readStripeEvent(body, request.headers.get("stripe-signature"), {
    secrets: allPayments().flatMap(({ secrets }) => secrets),
    now: now(),
  });
  if (!news) {
    if ((await forgeries.take("all")).ok)
      log.warn({ security: true }, "a webhook without a valid signature was refused");
    return new Response(null, { status: 400 });
  }
  await receiveProviderNews(news);
  return new Response(null, { status: 200 });
}
