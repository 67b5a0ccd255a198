import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/accounts/request-person.server";
import { Fault } from "#app/platform/fault";
import { rateLimit } from "#app/platform/rate-limit.server";
import { LARGEST_PHOTO_BYTES } from "#app/trade-photos/photo-limits";
import { photographedCar } from "#app/vehicle-photos/photographed-car.server";
import { photoRoles } from "#app/vehicle-photos/photo-roles";
import { shots } from "#app/vehicle-photos/photo-shots";
import { receiveVehiclePhoto, resumeVehiclePhoto } from "#app/vehicle-photos/receive-vehicle-photo.server";
import type { VehicleUploadAnswer } from "#app/vehicle-photos/vehicle-photo-answer";

/** Ten cars' photos with some pieces sent twice; a script sends without end. */
const pieces = rateLimit("vehiclePhotoPieces", { points: 4_000, perSeconds: 600 });

const count = (most: number) => z.coerce.number().int().min(0).max(most);
const pieceSchema = z.object({
  shot: z.enum(shots),
  position: count(200),
  offset: count(LARGEST_PHOTO_BYTES * 2),
  total: count(Number.MAX_SAFE_INTEGER).pipe(z.number().min(1)),
  piece: z.instanceof(File),
});

const statusOf: Record<VehicleUploadAnswer["status"], number> = {
  receiving: 200,
  kept: 200,
  refusedFile: 422,
  again: 503,
};
const answer = (said: VehicleUploadAnswer) =>
  Response.json(said, { status: statusOf[said.status], headers: { "Cache-Control": "no-store" } });

async function uploadPlace(request: Request, { stockNumber = "", uploadId }: Record<string, string | undefined>) {
  const person = await requireStaff(request, photoRoles);
  const id = z.uuid().safeParse(uploadId);
  const owner = { rooftopId: person.rooftopId, stockNumber };
  if (!id.success || !(await photographedCar(owner)))
    throw new Response(null, { status: 404, statusText: "Not Found" });
  return { ...owner, uploadId: id.data, addedBy: person.staffId };
}

/** How much of an upload is here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const place = await uploadPlace(request, params);
  return answer({
    status: "receiving",
    received: await resumeVehiclePhoto({ ...place, shot: "extra", position: 0 }),
  });
}

/** One piece of a photo of a car in stock. */
export async function action({ request, params }: ActionFunctionArgs) {
  const place = await uploadPlace(request, params);
  const taken = await pieces.take(place.addedBy);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const form = await request.formData().catch(() => null);
  const sent = pieceSchema.safeParse(form && Object.fromEntries(form));
  if (!sent.success) throw new Response(null, { status: 400, statusText: "Bad Request" });
  const { piece, ...rest } = sent.data;
  try {
    return answer(await receiveVehiclePhoto({ ...place, ...rest, piece: new Uint8Array(await piece.arrayBuffer()) }));
  } catch (error) {
    // The disk, the database or the photo process is away for a moment; nothing of this piece was taken.
    if (error instanceof Fault && error.retryable) return answer({ status: "again" });
    throw error;
  }
}
