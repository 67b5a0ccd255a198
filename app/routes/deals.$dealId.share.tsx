import type { ActionFunctionArgs } from "@remix-run/node";
import { createCarryOnLink } from "#app/accounts/resume-link.server";
import { drawQrCode } from "#app/accounts/qr-code.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** Each link ends the one before it; a person needs a few, a script wants many. */
const sharing = rateLimit("share", { points: 10, perSeconds: 600 });

/** A link, its code and its QR picture, to carry the deal on with another device. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { person, dealId } = await requireDealActor(request, params.dealId);
  if (person.kind === "nobody") throw new Response(null, { status: 404 });
  const taken = await sharing.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const { url, code, expiresAt } = await createCarryOnLink({ dealId, sessionId: person.sessionId });
  return Response.json({ url, code, expiresAt: expiresAt.toISOString(), qr: drawQrCode(url) });
}
