import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { tenDayPayoff } from "#app/valuation/payoff-source.server";
import { audienceOf } from "#machines/store/actor";
import { plainDate } from "#machines/money/plain-date";

/** A lender's service counts its questions. */
const questions = rateLimit("tenDayPayoff", { points: 30, perSeconds: 600 });

/** What closes the loan on a trade ten days from now, from no more of it than the reader is shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId, actor } = await requireDealActor(request, params.dealId);
  const taken = await questions.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const view = await readDealView(dealId, audienceOf(actor));
  if (!view) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { trade, furtherTrades, store } = view.card;
  const car = Number(new URL(request.url).searchParams.get("car") ?? "1");
  const lien = [trade, ...furtherTrades][car - 1]?.lien ?? null;
  const today = plainDate(storeDate(now(), store.timeZone));
  return Response.json(await tenDayPayoff(lien, today), { headers: { "Cache-Control": "no-store" } });
}
