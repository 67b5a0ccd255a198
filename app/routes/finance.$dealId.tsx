import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { FinanceDeal } from "#app/desk/finance-deal";
import { readFinanceDeal } from "#app/desk/finance-deal.server";
import { submitDeskAct } from "#app/desk/submit-desk-act.server";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? [page.deal.dealNumber, page.deal.customer.lastName].filter(Boolean).join(" ") : "" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, financeDeskRoles);
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const deal = actor.kind === "staff" ? await readFinanceDeal(dealId, actor) : null;
  if (!deal) throw new Response(null, { status: 404, statusText: "Not Found" });
  return { deal };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request, financeDeskRoles);
  return submitDeskAct(request, params.dealId);
}

export default function FinanceDealPage() {
  return <FinanceDeal deal={useLoaderData<typeof loader>().deal} />;
}
