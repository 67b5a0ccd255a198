import {
  carArtUrl,
  carColours,
  carGallery,
  type CarBody,
  type CarInterior,
} from "#prisma/seed/car-art/car-art-catalog";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { remember } from "#app/platform/remember.server";

/** How merchandising asks for pictures; who keeps them answers. */
export interface PhotoPort {
  /** Public addresses of a car's pictures, the first one first. */
  pictures(stockNumber: string): Promise<readonly string[]>;
}

/** The drawn pictures of a demo car: what there is while no photograph was taken. */
const drawn: PhotoPort = {
  async pictures(stockNumber) {
    const { rows } = await database().query<{ body: CarBody; colour: string; interior: CarInterior | null }>(
      `select "body", "colour", "facts"->>'interior' as interior from "Vehicle" where "stockNumber" = $1`,
      [stockNumber],
    );
    const [car] = rows;
    const colour = carColours.find((known) => known === car?.colour);
    if (!car || !colour) return [];
    return carGallery(car.body, colour, car.interior ?? "dark").map(
      (picture) => env.PUBLIC_URL + carArtUrl(picture, 1600, "webp"),
    );
  },
};

const port = remember<{ photos: PhotoPort }>("merchandisingPhotos", () => ({ photos: drawn }));

export function usePhotoPort(photos: PhotoPort): void {
  port.photos = photos;
}

export const picturesOf = (stockNumber: string): Promise<readonly string[]> => port.photos.pictures(stockNumber);

/** Are there as many pictures as the store asks for? */
export async function photosReady(stockNumber: string, least: number): Promise<{ ready: boolean; count: number }> {
  const count = (await picturesOf(stockNumber)).length;
  return { ready: count >= least, count };
}
