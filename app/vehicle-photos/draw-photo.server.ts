import { assert } from "#machines/assert";
import type { Prisma } from "#app/generated/prisma/client";
import { getBlob, putBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { backgrounds } from "./editing/compose-photo";
import type { EditedPhoto, Recipe } from "./editing/edit-photo.server";
import type { GateVerdict } from "./editing/mask-gate";
import { sealedManifest } from "./photo-manifest.server";
import { photoMarksSchema } from "./photo-marks";
import { workOnPhoto } from "./photo-process.server";
import type { FoundMask } from "./photo-tasks.server";
import { providerCutOut } from "./provider-cut-out.server";
import { photosChanged } from "./shown-photos.server";

const MILLION = 1_000_000;

const readRow = (id: string) => database().prisma.vehiclePhoto.findUnique({ where: { id }, include: { spots: true } });
type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

export async function photoBytes(key: string): Promise<Buffer> {
  const blob = await getBlob(key);
  assert(blob, "a photo's bytes are kept as long as its row");
  return blob.bytes;
}

async function recipeOf(row: Row): Promise<Recipe> {
  const verdict = row.verdict as GateVerdict | null;
  const isTrusted = verdict !== null && (verdict.passed || row.maskBy !== "machine");
  return {
    background: backgrounds.find((known) => known === row.background) ?? "none",
    mask: row.maskKey && isTrusted ? await photoBytes(row.maskKey) : null,
    car: isTrusted ? verdict.box : null,
    plates: photoMarksSchema.parse(row.marks).plates,
    spots: row.spots.map(({ x, y }) => ({ x: x / MILLION, y: y / MILLION })),
  };
}

/** A mask as it is written into the row, its bytes kept first. */
export const keptMask = async ({ mask, preview, verdict }: FoundMask, maskBy: string) => ({
  maskKey: await putBlob(mask, "image/png"),
  previewKey: await putBlob(preview, "image/webp"),
  verdict: { ...verdict } as unknown as Prisma.InputJsonObject,
  maskBy,
});

/** Says where the work is; a wish that came meanwhile makes this one pointless. */
async function say(photoId: string, wish: number, data: Prisma.VehiclePhotoUpdateManyMutationInput): Promise<boolean> {
  const { count } = await database().prisma.vehiclePhoto.updateMany({ where: { id: photoId, wish }, data });
  return count === 1;
}

/** Looks for the car, here or at the store's provider. What is found is a proposal until somebody accepts it. */
async function seekMask(row: Row): Promise<boolean> {
  if (!(await say(row.id, row.wish, { step: "cutting" }))) return false;
  const photo = await photoBytes(row.uneditedKey);
  const cutOut = await providerCutOut(row, photo);
  const found = await workOnPhoto("propose", { photo, cutOut });
  return say(row.id, row.wish, { ...(await keptMask(found, "machine")), seek: false });
}

async function keepDrawn(row: Row, { facts, renditions }: EditedPhoto): Promise<void> {
  const files: Prisma.VehiclePhotoFileCreateManyInput[] = [];
  for (const { bytes, ...file } of renditions)
    files.push({ ...file, photoId: row.id, blobKey: await putBlob(bytes, file.contentType) });
  const sealed = sealedManifest({ row, facts, files, at: now() });
  await database().prisma.$transaction(async (tx) => {
    const { count } = await tx.vehiclePhoto.updateMany({
      where: { id: row.id, wish: row.wish },
      data: { state: "ready", step: null, changedAt: now(), ...sealed },
    });
    if (count === 0) return;
    await tx.vehiclePhotoFile.deleteMany({ where: { photoId: row.id } });
    await tx.vehiclePhotoFile.createMany({ data: files });
  });
  photosChanged();
}

/** Draws a photo anew from its original by the wishes in its row. Done twice it makes the same pixels. */
export async function drawPhoto(photoId: string, wish: number): Promise<void> {
  const first = await readRow(photoId);
  if (!first || first.wish !== wish) return;
  if (first.seek && !(await seekMask(first))) return;
  const row = await readRow(photoId);
  if (!row || row.wish !== wish) return;
  const asked = { original: await photoBytes(row.originalKey), recipe: await recipeOf(row) };
  const edited = await workOnPhoto("edit", asked, (step) => void say(photoId, wish, { step }));
  await keepDrawn(row, edited);
}
