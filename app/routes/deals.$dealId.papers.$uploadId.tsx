import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { readDealState } from "#app/deals/read-deal.server";
import { requiredOf } from "#app/documents/draw-document.server";
import { notFound } from "#app/documents/pdf-response.server";
import { readUpload } from "#app/documents/receive-upload.server";
import { mayReadDocument } from "#app/signing/who-reads.server";

/** A paper that was brought, for who may read the document it is for; as an attachment where it is a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const upload = await readUpload(dealId, params.uploadId ?? "");
  const state = upload && (await readDealState(dealId));
  const required =
    upload && state ? (await requiredOf(dealId, state)).find((one) => one.key === upload.row.kind) : undefined;
  // What the deal no longer asks for is the finance desk's alone to look at.
  const may = required ? mayReadDocument(actor, required) : actor.kind === "staff" && actor.role !== "salesperson";
  if (!upload || !may) throw notFound();
  const isImage = upload.contentType.startsWith("image/");
  return new Response(Buffer.from(upload.bytes), {
    headers: {
      "Content-Type": upload.contentType,
      "Content-Disposition": `${isImage ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(upload.fileName)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
