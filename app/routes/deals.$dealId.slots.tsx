import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { freeSlots } from "#app/delivery/free-slots.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  return Response.json({ days: await freeSlots(dealId) });
}
