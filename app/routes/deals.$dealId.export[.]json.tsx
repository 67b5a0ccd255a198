import type { LoaderFunctionArgs } from "@remix-run/node";
import { audienceOf, isPublicAudience } from "#machines/store/actor";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { exportCustomerCopy, exportDeal } from "#app/deal-format/export-deal.server";
import { mayReplayAny } from "#app/replay/replay-rights";
import { rateLimit } from "#app/platform/rate-limit.server";

/** The whole deal is a lot of bytes; nobody needs it every second. */
const exporting = rateLimit("deal.export", { points: 20, perSeconds: 600 });
const notFound = () => new Response(null, { status: 404, statusText: "Not Found" });

/** For the desk and finance the whole deal in the open format; for everybody on the customer's side their own copy. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const audience = audienceOf(actor);
  // A screen of the store's is no place to leave a file on.
  if (actor.kind === "customer" && actor.seat?.kind === "storeScreen") throw notFound();
  if (!isPublicAudience(audience) && !mayReplayAny(actor)) throw notFound();
  const turn = await exporting.take(dealId);
  if (!turn.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  const file = isPublicAudience(audience) ? await exportCustomerCopy(dealId, audience) : await exportDeal(dealId);
  if (!file) throw notFound();
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="deal-${file.deal.number.replaceAll(/[^A-Za-z0-9-]/g, "")}.json"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
