import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestPerson } from "#app/accounts/request-person.server";
import { getBlob } from "#app/platform/blobs.server";
import { mayStaffSee } from "#app/vehicle-photos/photo-keys.server";
import { shownPhotos } from "#app/vehicle-photos/shown-photos.server";

/** Named by their content: another picture has another name. */
const FOR_EVER = "public, max-age=31536000, immutable";

const notHere = () => new Response(null, { status: 404, statusText: "Not Found" });

/** A finished photo for everybody, one that is not on its page yet for the store's staff. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const key = params.key ?? "";
  const isPublic = (await shownPhotos()).keys.has(key);
  if (!isPublic) {
    const person = await requestPerson(request);
    if (person.kind !== "staff" || !(await mayStaffSee(person.rooftopId, key))) throw notHere();
  }
  const photo = await getBlob(key);
  if (!photo) throw notHere();
  return new Response(Buffer.from(photo.bytes), {
    headers: {
      "Content-Type": photo.contentType,
      "Cache-Control": isPublic ? FOR_EVER : "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      // Feeds, conversations and other sites show the public ones.
      "Cross-Origin-Resource-Policy": isPublic ? "cross-origin" : "same-origin",
    },
  });
}
