import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { type DealCreditAnswer, DealCreditPage } from "#app/credit/deal-credit-page";
import { actOnCredit, applicantOf, readDealCredit } from "#app/credit/deal-credit.server";
import { receivePaper } from "#app/lenders/stips.server";
import { showroomMeta } from "#app/showroom/showroom-meta";
import { requestLocale } from "#app/ui/locale.server";

export const meta = showroomMeta((t) => t("seat.title"));
export const headers = () => ({ "Cache-Control": "no-store" });

const notFound = () => new Response(null, { status: 404, statusText: "Not Found" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const data = await readDealCredit(dealId, actor, requestLocale(request));
  if (!data) throw notFound();
  return data;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const form = await request.formData();
  if (form.get("intent") === "paper") {
    const file = form.get("file");
    if (applicantOf(actor) !== "buyer" || !(file instanceof File)) throw notFound();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { did: "paper", ...(await receivePaper(dealId, String(form.get("requestId") ?? ""), bytes)) };
  }
  const answer = await actOnCredit(dealId, actor, form, requestLocale(request));
  if (!answer) throw notFound();
  return answer;
}

export default function DealCredit() {
  return (
    <DealCreditPage data={useLoaderData<typeof loader>()} answer={useActionData() as DealCreditAnswer | undefined} />
  );
}
