import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readSignature } from "#app/delivery/kept-signatures.server";
import { signaturePicture } from "#app/delivery/signature-picture";

/** A drawn name for the people of its deal, as a picture of nothing but lines. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const strokes = await readSignature(dealId, params.signatureId ?? "");
  if (strokes === null) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(signaturePicture(strokes), {
    headers: {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
