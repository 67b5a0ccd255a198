import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireDealStaff } from "#app/accounts/require-deal-staff.server";
import { CLEARS_DEVICE } from "#app/showroom/clears-device.server";
import { endScreen, screenOf, unlockScreen } from "#app/showroom/end-screen.server";
import { handOver } from "#app/showroom/hand-over.server";
import { screensOfDeal } from "#app/showroom/screens-of-deal.server";
import { startPairing } from "#app/showroom/start-pairing.server";

const noStore = { "Cache-Control": "no-store" };
const notFound = () => new Response(null, { status: 404, statusText: "Not Found" });

/** The store's screens that are on this deal. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealStaff(request, params.dealId);
  return Response.json({ screens: await screensOfDeal(dealId) }, { headers: noStore });
}

/** Pairs a tablet, hands this screen over, unlocks a screen or takes one back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { dealId, person } = await requireDealStaff(request, params.dealId);
  const form = await request.formData();
  switch (form.get("act")) {
    case "pair": {
      const started = await startPairing(person, dealId);
      if (started.ok) return Response.json(started.shown, { headers: noStore });
      const wait = started.reason === "slowDown" ? { "Retry-After": String(started.retryAfterSeconds) } : undefined;
      return Response.json(started, { status: wait ? 429 : 409, headers: wait });
    }
    case "handOver": {
      const { setCookie } = await handOver(request, person, dealId);
      return Response.json({ ok: true }, { headers: { "Set-Cookie": setCookie, ...CLEARS_DEVICE } });
    }
    case "unlock":
    case "end": {
      const pairing = await screenOf(dealId, String(form.get("pairingId") ?? ""));
      if (!pairing) throw notFound();
      await (form.get("act") === "end" ? endScreen(pairing) : unlockScreen(pairing));
      return Response.json({ screens: await screensOfDeal(dealId) });
    }
    default:
      return Response.json({ ok: false }, { status: 400 });
  }
}
