import type { Actor } from "#machines/store/actor";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import {
  dropPartialFile,
  openFiles,
  type PartialFile,
  readPartialFile,
  receivedBytes,
  receivePiece,
} from "#app/platform/partial-file.server";
import { forgetPhoto, keepPhoto, type PhotoPlace, photoOfUpload } from "./kept-photos.server";
import { oneAtATime } from "./one-at-a-time.server";
import { LARGEST_PHOTO_BYTES, MOST_OPEN_UPLOADS, UPLOAD_PIECE_BYTES } from "./photo-limits";
import { redrawPhoto } from "./redraw-photo.server";
import type { UploadAnswer } from "./upload-answer";

/** Nobody goes on with an upload after a day. */
const LEFT_AFTER_MS = 24 * 60 * 60 * 1000;

export interface PhotoPiece extends PhotoPlace {
  actor: Actor;
  offset: number;
  /** Of the whole file, as the sender states it. */
  total: number;
  piece: Uint8Array;
}

/**
 * One piece of a photo. The last one makes it a photo: drawn anew, kept, and told to the deal. Every step may be repeated:
 * an upload that has become a photo answers with it again.
 */
export async function receivePhoto(sent: PhotoPiece): Promise<UploadAnswer> {
  const { dealId, uploadId, total } = sent;
  return oneAtATime(`${dealId}/${uploadId}`, async () => {
    const known = await photoOfUpload(sent);
    if (known) return tellDeal(sent, known);
    if (total > LARGEST_PHOTO_BYTES || sent.piece.byteLength > UPLOAD_PIECE_BYTES) return refusedFile("tooBig");
    const file: PartialFile = { owner: dealId, name: uploadId };
    if ((await receivedBytes(file)) === 0 && (await hasTooMany(dealId))) return refusedFile("tooManyUploads");
    const received = await receivePiece(file, sent.offset, sent.piece);
    if (received < total) return { status: "receiving", received };
    return becomePhoto(sent, file, received);
  });
}

/** Where to go on after a broken line. */
export const resumeAt = (dealId: string, uploadId: string): Promise<number> =>
  receivedBytes({ owner: dealId, name: uploadId });

const refusedFile = (reason: Extract<UploadAnswer, { status: "refusedFile" }>["reason"]): UploadAnswer => ({
  status: "refusedFile",
  reason,
});

const hasTooMany = async (dealId: string) =>
  (await openFiles(dealId, new Date(now().getTime() - LEFT_AFTER_MS))) >= MOST_OPEN_UPLOADS;

async function becomePhoto(sent: PhotoPiece, file: PartialFile, received: number): Promise<UploadAnswer> {
  const bytes = await readPartialFile(file);
  if (!bytes) return { status: "receiving", received: 0 };
  if (received > sent.total) {
    await dropPartialFile(file);
    return refusedFile("damaged");
  }
  // Drawing is the dear part: one photo at a time, whoever sends them.
  const drawn = await oneAtATime("redraw", () => redrawPhoto(bytes));
  if ("refused" in drawn) {
    await dropPartialFile(file);
    return refusedFile(drawn.refused);
  }
  const photoId = await keepPhoto(sent, drawn);
  await dropPartialFile(file);
  return tellDeal(sent, photoId);
}

/** Under the upload's own name, so that the deal takes it once. What the deal refuses is not kept. */
async function tellDeal(
  { dealId, uploadId, car, role, actor }: PhotoPlace & { actor: Actor },
  photoId: string,
): Promise<UploadAnswer> {
  const answer = await submitDealEvent({
    dealId,
    editId: `photo-${uploadId}`,
    actor,
    event: { type: "trade.photoAdded", photoId, role, ...(car === 1 ? {} : { car }) },
  });
  if (answer.status === "again") return { status: "again" };
  if (answer.status !== "refused") return { status: "kept", photoId };
  await forgetPhoto(dealId, photoId);
  return { status: "refused", refusal: answer.refusal };
}
