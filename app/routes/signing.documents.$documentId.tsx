import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { readSignedOrShown } from "#app/signing/read-signing-document.server";
import { originOf } from "#app/signing/signing-log.server";
import { readSigningPerson } from "#app/signing/signing-session.server";

/** A document of the ceremony for a signer who has a place in it; opening it is noted. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await readSigningPerson(request);
  if (!person) throw notFound();
  const copy = new URL(request.url).searchParams.get("copy") === "signed";
  const found = await readSignedOrShown(
    person,
    params.documentId ?? "",
    copy,
    originOf(request, context.clientAddress),
  );
  if (!found) throw notFound();
  return pdfResponse(found.bytes, found.fileName);
}
