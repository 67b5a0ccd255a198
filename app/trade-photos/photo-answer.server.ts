import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import type { Blob } from "#app/platform/blobs.server";

type ReadPhoto = (dealId: string, photoId: string, size: "full" | "thumb") => Promise<Blob | null>;

/** A photo for the people of its deal; for everybody else the 404 of a photo that there is not. */
export async function photoAnswer({ request, params }: LoaderFunctionArgs, read: ReadPhoto): Promise<Response> {
  const { dealId } = await requireDealActor(request, params.dealId);
  const size = new URL(request.url).searchParams.get("size") === "thumb" ? "thumb" : "full";
  const photo = await read(dealId, params.photoId ?? "", size);
  if (!photo) throw new Response(null, { status: 404, statusText: "Not Found" });
  return new Response(Buffer.from(photo.bytes), {
    headers: {
      "Content-Type": photo.contentType,
      "Content-Disposition": "inline",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
