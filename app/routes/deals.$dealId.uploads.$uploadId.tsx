import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { MAX_TRADES } from "#machines/stages/trade";
import { photoRoles } from "#machines/stages/trade-photos";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { Fault } from "#app/platform/fault";
import { rateLimit } from "#app/platform/rate-limit.server";
import { LARGEST_PHOTO_BYTES } from "#app/trade-photos/photo-limits";
import { receivePhoto, resumeAt } from "#app/trade-photos/receive-photo.server";
import type { UploadAnswer } from "#app/trade-photos/upload-answer";

/** Seven large photos with some pieces sent twice are a few hundred; a script sends without end. */
const pieces = rateLimit("photoPieces", { points: 1_500, perSeconds: 600 });

const uploadIdSchema = z.uuid();
const count = (most: number) => z.coerce.number().int().min(0).max(most);
const pieceSchema = z.object({
  car: count(MAX_TRADES).pipe(z.number().min(1)),
  role: z.enum(photoRoles),
  offset: count(LARGEST_PHOTO_BYTES * 2),
  total: count(Number.MAX_SAFE_INTEGER).pipe(z.number().min(1)),
  piece: z.instanceof(File),
});

const statusOf: Record<UploadAnswer["status"], number> = {
  receiving: 200,
  kept: 200,
  refusedFile: 422,
  refused: 409,
  again: 503,
};
const answer = (said: UploadAnswer) =>
  Response.json(said, { status: statusOf[said.status], headers: { "Cache-Control": "no-store" } });

/** How much of an upload is here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dealId } = await requireDealActor(request, params.dealId);
  const uploadId = uploadIdSchema.safeParse(params.uploadId);
  if (!uploadId.success) throw new Response(null, { status: 404, statusText: "Not Found" });
  return answer({ status: "receiving", received: await resumeAt(dealId, uploadId.data) });
}

/** One piece of a photo from somebody of the deal. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, dealId } = await requireDealActor(request, params.dealId);
  const taken = await pieces.take(dealId);
  if (!taken.ok) throw new Response(null, { status: 429, headers: { "Retry-After": String(taken.retryAfterSeconds) } });
  const uploadId = uploadIdSchema.safeParse(params.uploadId);
  const form = await request.formData().catch(() => null);
  const sent = pieceSchema.safeParse(form && Object.fromEntries(form));
  if (!uploadId.success || !sent.success) throw new Response(null, { status: 400, statusText: "Bad Request" });
  const { piece, ...place } = sent.data;
  try {
    const bytes = new Uint8Array(await piece.arrayBuffer());
    return answer(await receivePhoto({ ...place, dealId, uploadId: uploadId.data, actor, piece: bytes }));
  } catch (error) {
    // The disk or the database is away for a moment; nothing of this piece was taken.
    if (error instanceof Fault && error.retryable) return answer({ status: "again" });
    throw error;
  }
}
