import {
  carArtUrl,
  carColours,
  carGallery,
  type CarBody,
  type CarInterior,
} from "#prisma/seed/car-art/car-art-catalog";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { photoUrl, shownPhotos } from "#app/vehicle-photos/shown-photos.server";

/** The size and format that every channel takes. */
const CHANNEL_FILE = "square.jpg";
/** 1200 by 630: how social networks show a link. */
const WIDE_FILE = "wide.jpg";

/** What a demo car is drawn from. */
interface DrawnCar {
  body: CarBody;
  colour: string;
  interior: CarInterior | null;
}

async function readDrawnCar(stockNumber: string): Promise<DrawnCar | undefined> {
  const { rows } = await database().query<DrawnCar>(
    `select "body", "colour", "facts"->>'interior' as interior from "Vehicle" where "stockNumber" = $1`,
    [stockNumber],
  );
  return rows[0];
}

/** The drawn pictures of a demo car: what there is while no photograph was taken. */
function drawnPictures(car: DrawnCar | undefined): string[] {
  const colour = carColours.find((known) => known === car?.colour);
  if (!car || !colour) return [];
  return carGallery(car.body, colour, car.interior ?? "dark").map(
    (picture) => env.PUBLIC_URL + carArtUrl(picture, 1600, "webp"),
  );
}

/** The picture for social networks, where the car has a photo of its own; they draw none. */
export async function widePictureOf(stockNumber: string): Promise<string | null> {
  const photos = (await shownPhotos()).photos.get(stockNumber) ?? [];
  const [wide] = photos.flatMap(({ shot, files }) => (shot === "spin" ? [] : (files.get(WIDE_FILE) ?? [])));
  return wide ? env.PUBLIC_URL + photoUrl(wide.key) : null;
}

/** Public addresses of a car's pictures, the first one first: its photos, or drawings while it has none. */
export async function picturesOf(stockNumber: string, car?: DrawnCar): Promise<readonly string[]> {
  const photos = (await shownPhotos()).photos.get(stockNumber) ?? [];
  const taken = photos.flatMap(({ shot, files }) => {
    const file = shot === "spin" ? undefined : files.get(CHANNEL_FILE);
    return file ? [env.PUBLIC_URL + photoUrl(file.key)] : [];
  });
  return taken.length > 0 ? taken : drawnPictures(car ?? (await readDrawnCar(stockNumber)));
}
