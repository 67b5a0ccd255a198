import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { readDeliveryDeal } from "#app/delivery/delivery-deal.server";
import { KeysPage } from "#app/delivery/keys-page";
import { submitDeliveryAct } from "#app/delivery/submit-delivery-act.server";
import { deskRoles } from "#app/desk/desk-roles";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.row.dealNumber} · ${page.storeName}` : "" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, deskRoles);
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const page = actor.kind === "staff" ? await readDeliveryDeal(dealId, actor) : null;
  if (!page) throw new Response(null, { status: 404, statusText: "Not Found" });
  if (page.life !== "contracted") throw redirect(`/desk/delivery/${dealId}`);
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
