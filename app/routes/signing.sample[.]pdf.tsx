import type { LoaderFunctionArgs } from "@remix-run/node";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { drawSample } from "#app/signing/consent.server";
import { readSigningPerson } from "#app/signing/signing-session.server";

/** The sample that shows a signer can open these documents: its code is this signer's. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await readSigningPerson(request);
  const state = person && (await readDealState(person.envelope.dealId));
  const bytes = person && state && (await drawSample(person, contextOf(state).store.name));
  if (!bytes) throw notFound();
  return pdfResponse(bytes, "sample.pdf");
}
