import { storePolicySchema } from "#machines/store/store-policy";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { database } from "#app/platform/database.server";
import { backgrounds } from "./editing/compose-photo";
import type { GateVerdict } from "./editing/mask-gate";
import { type KeptVehiclePhoto, photosOf } from "./kept-vehicle-photos.server";
import type { PhotoManifest } from "./photo-manifest.server";
import { photoMarksSchema } from "./photo-marks";
import { photoPreset } from "./photo-preset.server";
import { photographedCar } from "./photographed-car.server";
import type { DrawingStep, PhotoScreen, PhotoState, PhotoView } from "./photo-screen";
import { damageKinds, manyOf, paperKinds, type Shot, shotList, shots, showsWholeCar } from "./photo-shots";
import { photoUrl } from "./shown-photos.server";

const MILLION = 1_000_000;

export function photoView(row: KeptVehiclePhoto): PhotoView {
  const key = (name: string) => row.files.find((file) => file.name === name)?.blobKey;
  const [thumb, edited] = [key("thumb.webp"), key("large.webp")];
  const manifest = row.manifest ? (JSON.parse(row.manifest) as PhotoManifest) : null;
  const verdict = row.verdict as GateVerdict | null;
  const shot = shots.find((known) => known === row.role) ?? "extra";
  const kept = manifest?.steps.find(({ step }) => step === "backgroundKept");
  return {
    id: row.id,
    shot,
    state: row.state as PhotoState,
    step: row.step as DrawingStep | null,
    isShown: row.shownAt !== null,
    thumb: photoUrl(thumb ?? row.uneditedKey),
    unedited: photoUrl(row.uneditedKey),
    edited: edited ? photoUrl(edited) : null,
    width: row.width,
    height: row.height,
    mayReplace: showsWholeCar(shot),
    background: backgrounds.find((known) => known === row.background) ?? "none",
    mask:
      verdict && row.previewKey
        ? {
            by: row.maskBy === "machine" ? "machine" : "person",
            preview: photoUrl(row.previewKey),
            passed: verdict.passed,
            faults: verdict.faults,
          }
        : null,
    plates: photoMarksSchema.parse(row.marks).plates,
    spots: row.spots.map(({ id, x, y, kind, sizeMm }) => ({
      id,
      x: x / MILLION,
      y: y / MILLION,
      kind: damageKinds.find((known) => known === kind) ?? "wear",
      sizeMm,
    })),
    carPixels: manifest?.car?.pixels ?? null,
    steps: manifest?.steps.map(({ step }) => step) ?? [],
    keptGround: typeof kept?.because === "string" ? kept.because : null,
  };
}

/** The photos of a car of this store; null where it has no such car. */
export async function photoScreen(person: StaffPerson, stockNumber: string): Promise<PhotoScreen | null> {
  const owner = { rooftopId: person.rooftopId, stockNumber };
  const found = await photographedCar(owner);
  if (!found) return null;
  const { body, fuel, seats, ...car } = found;
  const { prisma } = database();
  const rooftop = await prisma.rooftop.findUniqueOrThrow({ where: { id: person.rooftopId } });
  const photos = (await photosOf(owner)).map(photoView);
  const required = shotList({ body, fuel, seats });
  const more = (Object.keys(manyOf) as Shot[]).filter((shot) => !required.includes(shot));
  const papers = await prisma.vehiclePaper.findMany({
    where: owner,
    orderBy: [{ kind: "asc" }, { version: "desc" }],
    distinct: ["kind"],
  });
  return {
    storeName: storePolicySchema.parse(rooftop.policy).name,
    reader: { firstName: person.firstName, lastName: person.lastName },
    car: { stockNumber, ...car },
    slots: [...required, ...more].map((shot) => ({
      shot,
      required: required.includes(shot),
      photos: photos.filter((photo) => photo.shot === shot),
    })),
    papers: papers.map(({ id, kind, version, source, addedAt }) => ({
      id,
      kind: paperKinds.find((known) => known === kind) ?? "inspection",
      version,
      source,
      date: addedAt.toISOString(),
    })),
    preset: await photoPreset(person.rooftopId),
  };
}
