import type { LoaderFunctionArgs } from "@remix-run/node";
import { getBlob } from "#app/platform/blobs.server";
import { readVehiclePaper } from "#app/vehicle-photos/vehicle-papers.server";

/** A paper about a car, as it was added: a history report, an inspection, the Buyers Guide of its window. */
export async function loader({ params }: LoaderFunctionArgs) {
  const paper = await readVehiclePaper(params.stockNumber ?? "", params.paperId ?? "");
  const blob = paper && (await getBlob(paper.blobKey));
  if (!paper || !blob) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(Buffer.from(blob.bytes), {
    headers: {
      "Content-Type": blob.contentType,
      "Content-Disposition": `attachment; filename="${paper.stockNumber}-${paper.kind}-${paper.version}.pdf"`,
      "Cache-Control": "public, max-age=3600",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
