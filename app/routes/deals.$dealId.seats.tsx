import type { ActionFunctionArgs } from "@remix-run/node";
import { contextOf } from "#machines/deal/apply-deal-event";
import { openSeat } from "#machines/deal/seat";
import { isBuyer } from "#app/accounts/deal-actor.server";
import { drawQrCode } from "#app/accounts/qr-code.server";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { makeSeatLink } from "#app/seats/seat-invitation.server";

/** Each link ends the one before it; a person needs a few, a script wants many. */
const linking = rateLimit("seat.link", { points: 20, perSeconds: 600 });
const notFound = () => new Response(null, { status: 404, statusText: "Not Found" });

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

/** A link, its code and its QR picture for one seat that nobody has taken: for the buyer and the store. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  if (actor.kind !== "staff" && !isBuyer(actor)) throw notFound();
  const seatId = String((await request.formData()).get("seatId") ?? "");
  const state = await readDealState(dealId);
  const seat = state && openSeat(contextOf(state).seats, seatId);
  if (!seat || seat.takenAt !== null) throw notFound();
  const turn = await linking.take(dealId);
  if (!turn.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  const { url, code, expiresAt } = await makeSeatLink(dealId, seatId);
  return Response.json({ url, code, expiresAt: expiresAt.toISOString(), qr: drawQrCode(url) });
}
