import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { dealActor } from "#app/accounts/deal-actor.server";
import { requestPerson } from "#app/accounts/request-person.server";
import { readPayLink } from "#app/payments/pay-link.server";
import { PayPage } from "#app/payments/pay-page";
import { readCookie } from "#app/ui/cookie";

export const headers = () => ({ "Cache-Control": "no-store" });

/**
 * Where the provider's page sends everybody: who paid by a link goes back to it, who works on the deal to the card. For
 * anybody else there is nothing to see but a thank-you; that a payment came is the webhook's to say.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const dealId = params.dealId ?? "";
  const actor = await dealActor(await requestPerson(request), dealId);
  if (actor) return redirect(`/deals/${dealId}?stage=deposit`);
  const token = readCookie(request.headers.get("Cookie"), "pay");
  if (token && readPayLink(token)?.dealId === dealId) return redirect(`/pay/${token}`);
  return null;
}

export default function Paid() {
  return <PayPage page={{ state: "thanks" }} refused={null} />;
}
