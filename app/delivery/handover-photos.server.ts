import { randomUUID } from "node:crypto";
import type { DealEdit } from "#machines/deal/deal-events";
import type { HandoverPhotoPlace } from "#machines/stages/handover";
import type { Actor } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { type Blob, getBlob, putBlob, removeBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { oneAtATime } from "#app/trade-photos/one-at-a-time.server";
import { LARGEST_PHOTO_BYTES, type PhotoRefusal } from "#app/trade-photos/photo-limits";
import { redrawPhoto } from "#app/trade-photos/redraw-photo.server";

interface TakenPhoto {
  dealId: string;
  actor: Actor;
  bytes: Uint8Array;
}

type PhotoAnswer = EditAnswer | { refusedFile: PhotoRefusal };

/** A photo of the car's condition: drawn anew without anything the camera wrote beside it, kept, and told to the deal. */
export const receiveHandoverPhoto = (
  taken: TakenPhoto,
  { place, note }: { place: HandoverPhotoPlace; note: string },
): Promise<PhotoAnswer> =>
  receivePhoto(taken, "seen", (photoId) => ({ type: "handover.photoAdded", photoId, place, note }));

/** A photo of something that the store still owes, kept the same way. */
export const receiveDuePhoto = (taken: TakenPhoto, itemId: string): Promise<PhotoAnswer> =>
  receivePhoto(taken, "owed", (photoId) => ({ type: "dueBill.photoKept", itemId, photoId }));

async function receivePhoto(
  { dealId, actor, bytes }: TakenPhoto,
  kind: "seen" | "owed",
  eventOf: (photoId: string) => DealEdit,
): Promise<PhotoAnswer> {
  if (bytes.byteLength > LARGEST_PHOTO_BYTES) return { refusedFile: "tooBig" };
  const drawn = await oneAtATime("redraw", () => redrawPhoto(bytes));
  if ("refused" in drawn) return { refusedFile: drawn.refused };
  const photoId = `${kind}-${randomUUID()}`;
  const [blobKey, thumbKey] = [await putBlob(drawn.full, "image/jpeg"), await putBlob(drawn.thumb, "image/webp")];
  await database().prisma.handoverPhoto.create({ data: { id: photoId, dealId, blobKey, thumbKey, createdAt: now() } });
  const answer = await submitDealEvent({ dealId, editId: photoId, actor, event: eventOf(photoId) });
  if (answer.status === "refused" || answer.status === "again") await forgetHandoverPhoto(dealId, photoId);
  return answer;
}

/** The bytes of a photo of this deal's car; null for any other name. */
export async function readHandoverPhoto(dealId: string, photoId: string, size: "full" | "thumb"): Promise<Blob | null> {
  const row = await database().prisma.handoverPhoto.findFirst({ where: { id: photoId, dealId } });
  return row && getBlob(size === "thumb" ? row.thumbKey : row.blobKey);
}

/** Bytes first, then the row that leads to them; bytes that another photo shares stay. */
export async function forgetHandoverPhoto(dealId: string, photoId: string): Promise<void> {
  const { prisma } = database();
  const row = await prisma.handoverPhoto.findFirst({ where: { id: photoId, dealId } });
  if (!row) return;
  for (const key of [row.blobKey, row.thumbKey]) {
    const named = { OR: [{ blobKey: key }, { thumbKey: key }] };
    const others = await prisma.handoverPhoto.count({ where: { id: { not: photoId }, ...named } });
    const trades = await prisma.tradePhoto.count({ where: named });
    if (others + trades === 0) await removeBlob(key);
  }
  await prisma.handoverPhoto.deleteMany({ where: { id: photoId } });
}
