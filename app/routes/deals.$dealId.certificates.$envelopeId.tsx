import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { financeDeskRoles } from "#app/desk/desk-roles";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { readCertificate } from "#app/signing/read-signing-document.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  if (actor.kind !== "staff" || !financeDeskRoles.includes(actor.role)) throw notFound();
  const found = await readCertificate(dealId, params.envelopeId ?? "");
  if (!found) throw notFound();
  return pdfResponse(found.bytes, found.fileName);
}
