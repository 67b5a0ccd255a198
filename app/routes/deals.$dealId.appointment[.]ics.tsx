import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextOf } from "#machines/deal/apply-deal-event";
import { handoverTime } from "#machines/stages/handover";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { appointmentFile } from "#app/delivery/appointment-file.server";
import { requestLocale } from "#app/ui/locale.server";

/** The hand-over for the customer's own calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const state = await readDealState(dealId);
  const slot = state && handoverTime(contextOf(state));
  if (!state || !slot) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(appointmentFile(dealId, contextOf(state), slot, requestLocale(request)), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="appointment.ics"',
      "Cache-Control": "no-store",
    },
  });
}
