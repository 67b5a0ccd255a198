import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { readCertificate } from "#app/signing/read-signing-document.server";
import { readSigningPerson } from "#app/signing/signing-session.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await readSigningPerson(request);
  const found = person && (await readCertificate(person.envelope.dealId, person.envelope.id));
  if (!found) throw notFound();
  return pdfResponse(found.bytes, found.fileName);
}
