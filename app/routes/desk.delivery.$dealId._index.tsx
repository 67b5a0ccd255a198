import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { DeliveryDealPage } from "#app/delivery/delivery-deal-page";
import { deliveryMeta } from "#app/delivery/delivery-meta";
import { requireDeliveryDeal } from "#app/delivery/require-delivery-deal.server";
import { submitDeliveryAct } from "#app/delivery/submit-delivery-act.server";
import { deskRoles } from "#app/desk/desk-roles";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deliveryMeta;

export const loader = ({ request, params }: LoaderFunctionArgs) => requireDeliveryDeal(request, params.dealId);

export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request, deskRoles);
  return submitDeliveryAct(request, params.dealId);
}

export default function DeliveryDealRoute() {
  return <DeliveryDealPage {...useLoaderData<typeof loader>()} />;
}
