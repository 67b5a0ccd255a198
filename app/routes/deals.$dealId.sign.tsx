import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { beginHere, signersHere } from "#app/signing/begin-here.server";
import { BeginPage } from "#app/signing/begin-page";
import { originOf } from "#app/signing/signing-log.server";
import { signingMeta } from "#app/signing/signing-meta";
import { endSigningSession } from "#app/signing/signing-session.server";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = signingMeta;

/** Who signs on this screen of the store's, or for the store at a desk. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  return { dealId, ...(await signersHere(dealId, actor)) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const form = await request.formData();
  if (form.get("act") === "handBack") {
    const { setCookie } = await endSigningSession(request);
    return redirect(`/deals/${dealId}/sign`, { headers: { "Set-Cookie": setCookie } });
  }
  const begun = await beginHere(dealId, actor, originOf(request, context.clientAddress));
  if (!begun) return redirect(`/deals/${dealId}/sign`);
  return redirect("/signing", { headers: { "Set-Cookie": begun.setCookie } });
}

export default function SignHere() {
  return <BeginPage {...useLoaderData<typeof loader>()} />;
}
