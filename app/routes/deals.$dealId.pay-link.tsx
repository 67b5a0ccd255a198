import type { ActionFunctionArgs } from "@remix-run/node";
import { drawQrCode } from "#app/accounts/qr-code.server";
import { requireDealStaff } from "#app/accounts/require-deal-staff.server";
import { createPayLink } from "#app/payments/pay-link.server";
import { mailPayLink } from "#app/payments/pay-page.server";
import { rateLimit } from "#app/platform/rate-limit.server";

/** A salesperson shows a few codes and sends a mail or two. */
const links = rateLimit("pay-links", { points: 20, perSeconds: 600 });

/** A link, its QR picture and, when asked for, its mail. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { dealId } = await requireDealStaff(request, params.dealId);
  const taken = await links.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const link = createPayLink(dealId);
  const wantsMail = new URL(request.url).searchParams.get("send") === "1";
  const mailed = wantsMail && (await mailPayLink(dealId, link));
  return Response.json(
    { url: link.url, qr: drawQrCode(link.url), mailed },
    { headers: { "Cache-Control": "no-store" } },
  );
}
