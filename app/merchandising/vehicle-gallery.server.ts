import {
  carArtAlt,
  carArtUrl,
  carColourNames,
  carGallery,
  type CarPicture as Drawing,
} from "#prisma/seed/car-art/car-art-catalog";
import { env } from "#app/platform/env.server";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { photoWords } from "#app/vehicle-photos/photo-messages";
import { LEAST_SPIN_FRAMES, showsWholeCar } from "#app/vehicle-photos/photo-shots";
import { photoUrl, type ShownPaper, type ShownPhoto } from "#app/vehicle-photos/shown-photos.server";
import { pictureSet } from "./car-picture";
import type { Gallery, GalleryPicture } from "./gallery-picture";
import type { StockBoard } from "./stock-board.server";
import { stockCard } from "./stock-card.server";
import { vehicleName, type StockVehicle } from "./stock-vehicle.server";
import type { PagePaper } from "./vehicle-page";
import type { Writer } from "./writer.server";

const words = { en: translator(photoWords, "en"), fr: translator(photoWords, "fr") };

/** A drawing on the lot beside the one in the studio: the pair that every edited photo is. */
function drawn(picture: Drawing, locale: Locale): GalleryPicture {
  return {
    id: `photo-${picture.angle}`,
    alt: carArtAlt(picture, locale),
    width: 1600,
    height: 1000,
    avif: pictureSet(picture, "avif"),
    webp: pictureSet(picture, "webp"),
    small: carArtUrl(picture, 640, "webp"),
    full: carArtUrl(picture, 1600, "webp"),
    unedited: picture.angle === "side" ? carArtUrl({ ...picture, angle: "lot" }, 1600, "webp") : null,
    edit: null,
    spots: [],
  };
}

/** What a photo shows, said from the car's own facts; damage that is marked on it is named. */
function altOf(vehicle: StockVehicle, photo: ShownPhoto, spots: readonly string[], locale: Locale): string {
  const t = words[locale];
  const shot = t(`shot.${photo.shot}`);
  const colour =
    carColourNames[vehicle.colour as keyof typeof carColourNames]?.[locale].toLowerCase() ?? vehicle.colour;
  const name = vehicleName(vehicle);
  const alt = showsWholeCar(photo.shot) ? t("alt", { shot, name, colour }) : t("altInside", { shot, name });
  return spots.length === 0 ? alt : t("shows", { alt, damage: spots.join(", ").toLowerCase() });
}

function photographed(vehicle: StockVehicle, photo: ShownPhoto, locale: Locale): GalleryPicture[] {
  const t = words[locale];
  const [large, medium] = [photo.files.get("large.webp"), photo.files.get("medium.webp")];
  const [largeAvif, mediumAvif] = [photo.files.get("large.avif"), photo.files.get("medium.avif")];
  if (!large || !medium || !largeAvif || !mediumAvif) return [];
  const set = (one: typeof large, other: typeof large) =>
    `${photoUrl(other.key)} ${other.width}w, ${photoUrl(one.key)} ${one.width}w`;
  const spots = photo.spots.map(({ kind, sizeMm, x, y }) => {
    const name = t(`damage.${kind}`);
    return { x, y, text: sizeMm === null ? name : t("spot", { kind: name, size: sizeMm }) };
  });
  const replaced = photo.manifest.steps.find(({ step }) => step === "backgroundReplaced")?.background;
  const { car } = photo.manifest;
  return [
    {
      id: photo.id,
      alt: altOf(
        vehicle,
        photo,
        spots.map(({ text }) => text),
        locale,
      ),
      width: large.width,
      height: large.height,
      avif: set(largeAvif, mediumAvif),
      webp: set(large, medium),
      small: photoUrl(photo.files.get("thumb.webp")?.key ?? medium.key),
      full: photoUrl(large.key),
      unedited: photoUrl(photo.uneditedKey),
      edit: {
        what: t(`background.${replaced === "studio" || replaced === "soft" ? replaced : "none"}`),
        proof: car && t("carPixels", { count: car.pixels }),
        to: `/inventory/${vehicle.stockNumber}/edits/${photo.id}`,
      },
      spots,
    },
  ];
}

/** The pictures of a vehicle: its photos where it has any, drawings otherwise. */
export function vehicleGallery(
  board: StockBoard,
  vehicle: StockVehicle,
  photos: readonly ShownPhoto[],
  { locale }: Writer,
): Gallery {
  const still = photos.filter(({ shot }) => shot !== "spin").flatMap((photo) => photographed(vehicle, photo, locale));
  const frames = photos.flatMap(({ shot, files }) => (shot === "spin" ? (files.get("medium.webp")?.key ?? []) : []));
  const spin = frames.length >= LEAST_SPIN_FRAMES ? frames.map(photoUrl) : [];
  if (still.length > 0) return { pictures: still, isIllustrated: false, spin };
  const { body, colour, interior } = stockCard(board, vehicle);
  const drawings = carGallery(body, colour, interior).map((picture) => drawn(picture, locale));
  return { pictures: drawings, isIllustrated: true, spin };
}

/** For those who read pages without looking at them; the strip is what a conversation shows. */
export const publicPictures = (gallery: Gallery) => gallery.pictures.map(({ full }) => env.PUBLIC_URL + full);

export function wideUrl(photos: readonly ShownPhoto[]): string | null {
  const wide = photos.find(({ shot }) => shot !== "spin")?.files.get("wide.jpg");
  return wide ? env.PUBLIC_URL + photoUrl(wide.key) : null;
}

/** The papers of a vehicle; the Buyers Guide, which hangs in its window, first. */
export function pagePapers(
  { stockNumber }: StockVehicle,
  papers: readonly ShownPaper[],
  { locale, date }: Writer,
): PagePaper[] {
  const t = words[locale];
  const rank = { buyersGuide: 0, inspection: 1, history: 2 };
  return papers
    .toSorted((one, other) => rank[one.kind] - rank[other.kind])
    .map(({ id, kind, version, source, addedAt }) => ({
      name: t(`paper.${kind}`),
      note:
        kind === "buyersGuide"
          ? t("buyersGuideNote", { version, date: date(addedAt) })
          : t("paperNote", { source, version, date: date(addedAt) }),
      to: `/inventory/${stockNumber}/papers/${id}`,
    }));
}
