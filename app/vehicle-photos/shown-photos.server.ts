import { z } from "zod";
import { database } from "#app/platform/database.server";
import { remember } from "#app/platform/remember.server";
import { hasChanged, neverSeen, seeAgain, type Sight } from "#app/platform/sight.server";
import type { PhotoManifest } from "./photo-manifest.server";
import { damageKinds, paperKinds, shots } from "./photo-shots";

/** How long a page may lag behind another server's change; a change made here is seen at once. */
const LOOK_AGAIN_MS = 1_000;
const MILLION = 1_000_000;

const fileSchema = z.object({ name: z.string(), key: z.string(), width: z.int(), height: z.int() });
const spotSchema = z.object({ x: z.int(), y: z.int(), kind: z.enum(damageKinds), sizeMm: z.int().nullable() });
const rowSchema = z.object({
  id: z.string(),
  stockNumber: z.string(),
  shot: z.enum(shots),
  uneditedKey: z.string(),
  width: z.int(),
  height: z.int(),
  manifest: z.string(),
  files: z.array(fileSchema),
  spots: z.array(spotSchema),
});
type Row = z.infer<typeof rowSchema>;

/** A damage as it stands in the finished photo, in shares of it. */
export interface ShownSpot {
  x: number;
  y: number;
  kind: (typeof damageKinds)[number];
  sizeMm: number | null;
}

/** A photo that the public may see. */
export interface ShownPhoto extends Pick<Row, "id" | "stockNumber" | "shot" | "uneditedKey"> {
  files: ReadonlyMap<string, { key: string; width: number; height: number }>;
  spots: ShownSpot[];
  manifest: PhotoManifest;
}

export interface ShownPaper {
  id: string;
  stockNumber: string;
  kind: (typeof paperKinds)[number];
  version: number;
  source: string;
  addedAt: Date;
}

interface Shown {
  version: string;
  photos: ReadonlyMap<string, ShownPhoto[]>;
  papers: ReadonlyMap<string, ShownPaper[]>;
  keys: ReadonlySet<string>;
}

interface Shelf {
  shown: Shown;
  sight: Sight;
}

const nothing: Shown = { version: "", photos: new Map(), papers: new Map(), keys: new Set() };
const shelf = remember<Shelf>("shownPhotos", () => ({ shown: nothing, sight: neverSeen() }));

/** From the upright original to the finished photo; null for what its crop left out. */
export function inFrame(
  { x, y }: { x: number; y: number },
  row: Pick<Row, "width" | "height">,
  manifest: PhotoManifest,
) {
  const step = manifest.steps.find((one) => one.step === "framed");
  const frame = z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), padded: z.boolean() })
    .parse(step);
  if (!frame.padded) {
    const place = { x: (x - frame.x) / frame.width, y: (y - frame.y) / frame.height };
    return place.x < 0 || place.x > 1 || place.y < 0 || place.y > 1 ? null : place;
  }
  const aspect = row.width / row.height;
  const [wide, high] = aspect > 4 / 3 ? [1, 4 / 3 / aspect] : [(aspect * 3) / 4, 1];
  return { x: 0.5 + (x - 0.5) * wide, y: 0.5 + (y - 0.5) * high };
}

function shownPhoto(stored: unknown): ShownPhoto {
  const row = rowSchema.parse(stored);
  const manifest = JSON.parse(row.manifest) as PhotoManifest;
  const { id, stockNumber, shot, uneditedKey } = row;
  return {
    id,
    stockNumber,
    shot,
    uneditedKey,
    manifest,
    files: new Map(row.files.map(({ name, ...file }) => [name, file])),
    spots: row.spots.flatMap(({ kind, sizeMm, ...at }) => {
      const place = inFrame({ x: at.x / MILLION, y: at.y / MILLION }, row, manifest);
      return place ? [{ ...place, kind, sizeMm }] : [];
    }),
  };
}

const order = new Map(shots.map((shot, index) => [shot as string, index]));

async function readPhotos(): Promise<ShownPhoto[]> {
  const { rows } = await database().query(
    `select p."id", p."stockNumber", p."role" as "shot", p."uneditedKey", p."width", p."height", p."manifest",
            (select coalesce(json_agg(json_build_object('name', f."name", 'key', f."blobKey", 'width', f."width",
                      'height', f."height")), '[]') from "VehiclePhotoFile" f where f."photoId" = p."id") as "files",
            (select coalesce(json_agg(json_build_object('x', s."x", 'y', s."y", 'kind', s."kind", 'sizeMm', s."sizeMm")
                      order by s."createdAt"), '[]') from "DamageSpot" s where s."photoId" = p."id") as "spots"
       from "VehiclePhoto" p
      where p."shownAt" is not null and p."removedAt" is null and p."manifest" is not null
      order by p."stockNumber", p."position", p."createdAt", p."id"`,
  );
  const photos = rows.map(shownPhoto);
  return photos.sort((one, other) => (order.get(one.shot) ?? 0) - (order.get(other.shot) ?? 0));
}

async function readPapers(): Promise<ShownPaper[]> {
  const { rows } = await database().query<ShownPaper>(
    `select distinct on ("stockNumber", "kind") "id", "stockNumber", "kind", "version", "source", "addedAt"
       from "VehiclePaper" order by "stockNumber", "kind", "version" desc`,
  );
  return rows;
}

function byCar<T extends { stockNumber: string }>(list: readonly T[]): Map<string, T[]> {
  const cars = new Map<string, T[]>();
  for (const one of list) {
    const known = cars.get(one.stockNumber);
    if (known) known.push(one);
    else cars.set(one.stockNumber, [one]);
  }
  return cars;
}

async function look(): Promise<void> {
  const { rows } = await database().query<{ version: string }>(
    `select concat((select count(*) from "VehiclePhoto"), '/', (select max("changedAt") from "VehiclePhoto"), '/',
                   (select count(*) from "DamageSpot"), '/', (select count(*) from "VehiclePaper")) as version`,
  );
  const version = rows[0]?.version ?? "";
  if (version === shelf.shown.version) return;
  const [photos, papers] = [await readPhotos(), await readPapers()];
  const keys = new Set(
    photos.flatMap(({ files, uneditedKey }) => [uneditedKey, ...[...files.values()].map(({ key }) => key)]),
  );
  shelf.shown = { version, photos: byCar(photos), papers: byCar(papers), keys };
}

/** What the public sees of every car's photos and papers, now or a second ago. */
export async function shownPhotos(): Promise<Shown> {
  await seeAgain(shelf.sight, LOOK_AGAIN_MS, look);
  return shelf.shown;
}

/** The photos of a car as they were last looked at, for lists that are made without waiting. */
export const shownNow = (stockNumber: string): readonly ShownPhoto[] => shelf.shown.photos.get(stockNumber) ?? [];

/** Changes with any photo, mark or paper of the store. */
export const photosVersion = (): string => shelf.shown.version;

/** Someone here changed a photo, a mark or a paper: the next page looks again. */
export function photosChanged(): void {
  hasChanged(shelf.sight);
}

export const photoUrl = (key: string): string => `/car-photos/${key}`;
