import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { KeysPage } from "#app/delivery/keys-page";
import { deliveryMeta } from "#app/delivery/delivery-meta";
import { requireDeliveryDeal } from "#app/delivery/require-delivery-deal.server";
import { submitDeliveryAct } from "#app/delivery/submit-delivery-act.server";
import { deskRoles } from "#app/desk/desk-roles";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deliveryMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await requireDeliveryDeal(request, params.dealId);
  if (page.life !== "contracted") throw redirect(`/desk/delivery/${page.dealId}`);
  return page;
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request, deskRoles);
  const answer = await submitDeliveryAct(request, params.dealId);
  const given = answer.act === "deliver" && !answer.refusal && !answer.again;
  return given ? redirect(`/desk/delivery/${params.dealId}`) : answer;
}

export default function KeysRoute() {
  return <KeysPage {...useLoaderData<typeof loader>()} />;
}
