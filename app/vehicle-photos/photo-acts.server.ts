import { randomUUID } from "node:crypto";
import { z } from "zod";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import type { GateVerdict } from "./editing/mask-gate";
import { keptMask, photoBytes } from "./draw-photo.server";
import { changePhoto, type KeptVehiclePhoto, type PhotoOwner, photoOfCar, wishFor } from "./kept-vehicle-photos.server";
import { boxSchema, type PhotoMarks, photoMarksSchema, strokeSchema } from "./photo-marks";
import { workOnPhoto } from "./photo-process.server";
import { photoPreset } from "./photo-preset.server";
import { damageKinds, showsWholeCar } from "./photo-shots";
import { photosChanged } from "./shown-photos.server";

const MILLION = 1_000_000;
const MOST_SPOTS = 20;
const photo = { photoId: z.string().max(80) };
const share = z.number().min(0).max(1);

export const photoActSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("remove"), ...photo }),
  z.strictObject({ act: z.literal("again"), ...photo }),
  z.strictObject({ act: z.literal("seek"), ...photo }),
  z.strictObject({ act: z.literal("background"), ...photo, background: z.enum(["none", "soft", "studio"]) }),
  z.strictObject({ act: z.literal("stroke"), ...photo, strokes: z.array(strokeSchema).min(1).max(8) }),
  z.strictObject({ act: z.literal("plates"), ...photo, plates: z.array(boxSchema).max(6) }),
  z.strictObject({
    act: z.literal("spot"),
    ...photo,
    x: share,
    y: share,
    kind: z.enum(damageKinds),
    sizeMm: z.int().min(1).max(3_000).nullable(),
  }),
  z.strictObject({ act: z.literal("removeSpot"), ...photo, spotId: z.string().max(80) }),
  z.strictObject({ act: z.literal("show") }),
  z.strictObject({ act: z.literal("hide"), ...photo }),
]);
export type PhotoAct = z.infer<typeof photoActSchema>;

export type PhotoActAnswer =
  | { ok: true; masked?: { preview: string; verdict: GateVerdict; ms: number } }
  | { ok: false; reason: "gone" | "noMask" | "notWhole" | "hidesDamage" | "tooMany" | "nothingReady" };

const done: PhotoActAnswer = { ok: true };
const no = (reason: Extract<PhotoActAnswer, { ok: false }>["reason"]): PhotoActAnswer => ({ ok: false, reason });

const wholeCar = (row: KeptVehiclePhoto) => showsWholeCar(row.role as Parameters<typeof showsWholeCar>[0]);

/** A mask is good enough when the gate says so or a person has drawn at it. */
const hasGoodMask = ({ maskKey, maskBy, verdict }: KeptVehiclePhoto) =>
  maskKey !== null && (maskBy !== "machine" || (verdict as GateVerdict | null)?.passed === true);

async function chooseBackground(
  row: KeptVehiclePhoto,
  background: "none" | "soft" | "studio",
): Promise<PhotoActAnswer> {
  if (background !== "none" && !wholeCar(row)) return no("notWhole");
  if (background !== "none" && !hasGoodMask(row)) return no("noMask");
  await wishFor(row.id, { background });
  return done;
}

/** Some strokes more: the mask and its preview are there when the finger is lifted; the photo is drawn when accepted. */
async function stroke(row: KeptVehiclePhoto, strokes: PhotoMarks["strokes"], staffId: string): Promise<PhotoActAnswer> {
  if (!wholeCar(row)) return no("notWhole");
  const marks = photoMarksSchema.parse(row.marks);
  const all = [...marks.strokes, ...strokes];
  if (!photoMarksSchema.safeParse({ ...marks, strokes: all }).success) return no("tooMany");
  const startedAt = performance.now();
  const { background } = await photoPreset(row.rooftopId);
  const found = await workOnPhoto("refine", {
    photo: await photoBytes(row.uneditedKey),
    mask: row.maskKey ? await photoBytes(row.maskKey) : null,
    strokes: all,
    background,
  });
  const kept = await keptMask(found, staffId);
  await changePhoto(row.id, { ...kept, seek: false, marks: { ...marks, strokes: all } });
  const ms = Math.round(performance.now() - startedAt);
  return { ok: true, masked: { preview: kept.previewKey, verdict: found.verdict, ms } };
}

async function addSpot(row: KeptVehiclePhoto, act: Extract<PhotoAct, { act: "spot" }>, staffId: string) {
  if (row.spots.length >= MOST_SPOTS) return no("tooMany");
  const { kind, sizeMm } = act;
  const [x, y] = [Math.round(act.x * MILLION), Math.round(act.y * MILLION)];
  await database().prisma.damageSpot.create({
    data: { id: `spot-${randomUUID()}`, photoId: row.id, x, y, kind, sizeMm, addedBy: staffId, createdAt: now() },
  });
  // Drawn anew: a background that hides the place gives way to it.
  if (row.background === "none") await changePhoto(row.id, {});
  else await wishFor(row.id, {});
  return done;
}

async function removeSpot(row: KeptVehiclePhoto, spotId: string): Promise<PhotoActAnswer> {
  await database().prisma.damageSpot.deleteMany({ where: { id: spotId, photoId: row.id } });
  if (row.background === "none") await changePhoto(row.id, {});
  else await wishFor(row.id, {});
  return done;
}

/** Puts every finished photo of a car on its page; answers how many those are. Tell `photosChanged` when it is done. */
export async function showPhotos(tx: SqlExecutor, { rooftopId, stockNumber }: PhotoOwner): Promise<number> {
  const { rows } = await tx.query(
    `update "VehiclePhoto" set "shownAt" = $3, "changedAt" = $3
      where "rooftopId" = $1 and "stockNumber" = $2 and "removedAt" is null and "state" = 'ready' and "shownAt" is null
      returning "id"`,
    [rooftopId, stockNumber, now().toISOString()],
  );
  return rows.length;
}

async function showNow(owner: PhotoOwner): Promise<PhotoActAnswer> {
  const count = await showPhotos(database(), owner);
  photosChanged();
  return count > 0 ? done : no("nothingReady");
}

async function actOn(row: KeptVehiclePhoto, act: Exclude<PhotoAct, { act: "show" }>, staffId: string) {
  switch (act.act) {
    case "remove":
      await changePhoto(row.id, { removedAt: now() });
      return done;
    case "hide":
      await changePhoto(row.id, { shownAt: null });
      return done;
    case "again":
      await wishFor(row.id, {});
      return done;
    case "seek":
      if (!wholeCar(row)) return no("notWhole");
      await wishFor(row.id, { seek: true, marks: { ...photoMarksSchema.parse(row.marks), strokes: [] } });
      return done;
    case "background":
      return chooseBackground(row, act.background);
    case "stroke":
      return stroke(row, act.strokes, staffId);
    case "plates":
      await wishFor(row.id, { marks: { ...photoMarksSchema.parse(row.marks), plates: act.plates } });
      return done;
    case "spot":
      return addSpot(row, act, staffId);
    case "removeSpot":
      return removeSpot(row, act.spotId);
  }
}

/** What somebody does to a car's photos. */
export async function actOnPhotos(owner: PhotoOwner, act: PhotoAct, staffId: string): Promise<PhotoActAnswer> {
  if (act.act === "show") return showNow(owner);
  const row = await photoOfCar(owner, act.photoId);
  return row ? actOn(row, act, staffId) : no("gone");
}
