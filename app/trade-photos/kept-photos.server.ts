import { randomUUID } from "node:crypto";
import type { PhotoRole } from "#machines/stages/trade-photos";
import { type Blob, getBlob, putBlob, removeBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { oneAtATime } from "./one-at-a-time.server";
import type { RedrawnPhoto } from "./redraw-photo.server";

export interface PhotoPlace {
  dealId: string;
  uploadId: string;
  car: number;
  role: PhotoRole;
}

/** The photo that this upload became, if it has become one. */
export async function photoOfUpload({
  dealId,
  uploadId,
}: Pick<PhotoPlace, "dealId" | "uploadId">): Promise<string | null> {
  const row = await database().prisma.tradePhoto.findUnique({ where: { dealId_uploadId: { dealId, uploadId } } });
  return row?.id ?? null;
}

/** Keeps both sizes and answers the name that the deal knows the photo by: random, and found by nobody who is not told. */
export function keepPhoto({ dealId, uploadId, car, role }: PhotoPlace, photo: RedrawnPhoto): Promise<string> {
  // In turn with forgetting: bytes are named by their content, and two photos may share them.
  return oneAtATime("keptPhotos", async () => {
    const { full, thumb, width, height } = photo;
    const [blobKey, thumbKey] = [await putBlob(full, "image/jpeg"), await putBlob(thumb, "image/webp")];
    const data = { id: `photo-${randomUUID()}`, dealId, uploadId, car, role, blobKey, thumbKey, width, height };
    const { prisma } = database();
    await prisma.tradePhoto.createMany({ data: [{ ...data, createdAt: now() }], skipDuplicates: true });
    return (await prisma.tradePhoto.findUniqueOrThrow({ where: { dealId_uploadId: { dealId, uploadId } } })).id;
  });
}

export type PhotoSize = "full" | "thumb";

/** The bytes of a photo of this deal; null for any other name, another deal's photo included. */
export async function readPhoto(dealId: string, photoId: string, size: PhotoSize): Promise<Blob | null> {
  const row = await database().prisma.tradePhoto.findFirst({ where: { id: photoId, dealId } });
  return row && getBlob(size === "thumb" ? row.thumbKey : row.blobKey);
}

/** Bytes first, then the row that leads to them: done twice or broken off in between, nothing is left behind. */
export function forgetPhoto(dealId: string, photoId: string): Promise<void> {
  return oneAtATime("keptPhotos", async () => {
    const { prisma } = database();
    const row = await prisma.tradePhoto.findFirst({ where: { id: photoId, dealId } });
    if (!row) return;
    for (const key of [row.blobKey, row.thumbKey]) {
      const others = await prisma.tradePhoto.count({
        where: { id: { not: photoId }, OR: [{ blobKey: key }, { thumbKey: key }] },
      });
      if (others === 0) await removeBlob(key);
    }
    await prisma.tradePhoto.deleteMany({ where: { id: photoId } });
  });
}
