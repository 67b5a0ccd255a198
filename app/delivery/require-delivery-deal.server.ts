import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskRoles } from "#app/desk/desk-roles";
import type { DeliveryDeal } from "./delivery-deal";
import { readDeliveryDeal } from "./delivery-deal.server";

/** The hand-over of one deal for who works on it; for everybody else there is none. */
export async function requireDeliveryDeal(request: Request, onDeal: string | undefined): Promise<DeliveryDeal> {
  await requireStaff(request, deskRoles);
  const { actor, dealId } = await requireDealActor(request, onDeal);
  const page = actor.kind === "staff" ? await readDeliveryDeal(dealId, actor) : null;
  if (!page) throw new Response(null, { status: 404, statusText: "Not Found" });
  return page;
}
