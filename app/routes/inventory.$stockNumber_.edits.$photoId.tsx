import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "#app/platform/database.server";
import { isOurManifest } from "#app/vehicle-photos/photo-manifest.server";
import { photoUrl } from "#app/vehicle-photos/shown-photos.server";

/** What was done to a photo, for anybody to read: our signed manifest, and whether it is still as we signed it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const row = await database().prisma.vehiclePhoto.findFirst({
    where: { id: params.photoId ?? "", stockNumber: params.stockNumber ?? "", removedAt: null, shownAt: { not: null } },
  });
  if (!row?.manifest || !row.signature) throw new Response(null, { status: 404, statusText: "Not Found" });
  const { manifest, signature } = row;
  return Response.json(
    {
      manifest: JSON.parse(manifest) as unknown,
      signed: manifest,
      signature,
      isOurs: isOurManifest(manifest, signature),
      unedited: photoUrl(row.uneditedKey),
    },
    { headers: { "Cache-Control": "no-cache" } },
  );
}
