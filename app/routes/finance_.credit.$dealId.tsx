import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { deskMeta } from "#app/desk/desk-meta";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { actOnFinanceCredit, type FinanceCreditAnswer } from "#app/lenders/finance-credit-act.server";
import { readFinanceCredit } from "#app/lenders/finance-credit.server";
import { FinanceCreditPage } from "#app/lenders/finance-credit-page";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = deskMeta((t) => t("finance"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, financeDeskRoles);
  const { dealId } = await requireDealActor(request, params.dealId);
  const data = await readFinanceCredit(dealId, person);
  if (!data) throw new Response(null, { status: 404, statusText: "Not Found" });
  return data;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireStaff(request, financeDeskRoles);
  const { dealId, actor } = await requireDealActor(request, params.dealId);
  return actOnFinanceCredit(dealId, person, actor, await request.formData());
}

export default function FinanceCredit() {
  return (
    <FinanceCreditPage
      data={useLoaderData<typeof loader>()}
      answer={useActionData() as FinanceCreditAnswer | undefined}
    />
  );
}
