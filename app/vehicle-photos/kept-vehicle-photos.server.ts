import { randomUUID } from "node:crypto";
import type { Prisma } from "#app/generated/prisma/client";
import { putBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { InspectedPhoto } from "./editing/inspect-photo.server";
import { drawSoon } from "./photo-drawing.server";
import { noMarks } from "./photo-marks";
import { photoPreset } from "./photo-preset.server";
import { manyOf, showsWholeCar, type Shot } from "./photo-shots";
import { photosChanged } from "./shown-photos.server";

export interface PhotoOwner {
  rooftopId: string;
  stockNumber: string;
}

export const photosOf = ({ rooftopId, stockNumber }: PhotoOwner) =>
  database().prisma.vehiclePhoto.findMany({
    where: { rooftopId, stockNumber, removedAt: null },
    include: { files: true, spots: { orderBy: { createdAt: "asc" } } },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
export type KeptVehiclePhoto = Awaited<ReturnType<typeof photosOf>>[number];

export async function photoOfCar(owner: PhotoOwner, photoId: string): Promise<KeptVehiclePhoto | null> {
  return (await photosOf(owner)).find(({ id }) => id === photoId) ?? null;
}

export interface NewPhoto extends PhotoOwner {
  uploadId: string;
  shot: Shot;
  position: number;
  addedBy: string;
  receivedSha256: string;
  photo: InspectedPhoto;
}

/** Keeps a photo for ever, lets go of the one in its place, and asks for it to be drawn. */
export async function keepVehiclePhoto(sent: NewPhoto): Promise<string> {
  const { rooftopId, stockNumber, uploadId, shot, photo } = sent;
  const originalKey = await putBlob(photo.original, photo.contentType);
  const uneditedKey = await putBlob(photo.unedited.bytes, "image/webp");
  const id = `vp-${randomUUID()}`;
  const at = now();
  const { propose } = await photoPreset(rooftopId);
  const { prisma } = database();
  const kept = await prisma.$transaction(async (tx) => {
    const { count } = await tx.vehiclePhoto.createMany({
      skipDuplicates: true,
      data: [
        {
          id,
          rooftopId,
          stockNumber,
          uploadId,
          role: shot,
          position: sent.position,
          originalKey,
          originalSha256: originalKey.slice(0, 64),
          receivedSha256: sent.receivedSha256,
          uneditedKey,
          width: photo.width,
          height: photo.height,
          fingerprint: photo.worth.fingerprint,
          marks: noMarks,
          seek: propose && showsWholeCar(shot),
          addedBy: sent.addedBy,
          createdAt: at,
          changedAt: at,
        },
      ],
    });
    if (count === 1 && manyOf[shot] === undefined)
      await tx.vehiclePhoto.updateMany({
        where: { stockNumber, role: shot, removedAt: null, id: { not: id } },
        data: { removedAt: at, changedAt: at },
      });
    return count === 1;
  });
  const row = await prisma.vehiclePhoto.findUniqueOrThrow({
    where: { stockNumber_uploadId: { stockNumber, uploadId } },
  });
  if (kept) drawSoon();
  photosChanged();
  return row.id;
}

export async function photoOfVehicleUpload(stockNumber: string, uploadId: string): Promise<string | null> {
  const row = await database().prisma.vehiclePhoto.findUnique({
    where: { stockNumber_uploadId: { stockNumber, uploadId } },
  });
  return row?.id ?? null;
}

/** A wish for a photo: written down, and drawn as soon as its turn comes. */
export async function wishFor(photoId: string, data: Prisma.VehiclePhotoUpdateInput): Promise<void> {
  const wish = { wish: { increment: 1 }, tries: 0, state: "waiting", step: null, changedAt: now() };
  await database().prisma.vehiclePhoto.update({ where: { id: photoId }, data: { ...data, ...wish } });
  drawSoon();
  photosChanged();
}

export async function changePhoto(photoId: string, data: Prisma.VehiclePhotoUpdateInput): Promise<void> {
  await database().prisma.vehiclePhoto.update({ where: { id: photoId }, data: { ...data, changedAt: now() } });
  photosChanged();
}
