import { carArtUrl, carGallery } from "#prisma/seed/car-art/car-art-catalog";
import { env } from "#app/platform/env.server";
import { photosVersion, photoUrl, shownNow } from "#app/vehicle-photos/shown-photos.server";
import { derived, type StockBoard } from "./stock-board.server";
import { stockCard } from "./stock-card.server";
import type { StockVehicle } from "./stock-vehicle.server";

/** What one file may list, by the sitemap protocol. */
const MOST_ADDRESSES = 50_000;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const xml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
const address = (path: string) => xml(env.PUBLIC_URL + path);

/** A car's photos as they were last looked at, or its drawings while it has none. */
function imagesOf(board: StockBoard, vehicle: StockVehicle): string[] {
  const photos = shownNow(vehicle.stockNumber).flatMap(({ shot, files }) => {
    const file = shot === "spin" ? undefined : files.get("large.webp");
    return file ? [photoUrl(file.key)] : [];
  });
  if (photos.length > 0) return photos;
  const { body, colour, interior } = stockCard(board, vehicle);
  return carGallery(body, colour, interior).map((picture) => carArtUrl(picture, 1600, "webp"));
}

/** The store's public pages with their pictures, each with the day its price last moved. */
export const sitemap = (board: StockBoard): string =>
  derived(board, `sitemap:${photosVersion()}`, () => {
    const vehicles = board.vehicles.slice(0, MOST_ADDRESSES - 2).map((vehicle) => {
      const changed = board.prices.get(vehicle.stockNumber)?.at(-1)?.at ?? vehicle.liveSince;
      const images = imagesOf(board, vehicle)
        .map((path) => `<image:image><image:loc>${address(path)}</image:loc></image:image>`)
        .join("");
      return `<url><loc>${address(`/inventory/${vehicle.stockNumber}`)}</loc><lastmod>${changed.toISOString().slice(0, 10)}</lastmod>${images}</url>`;
    });
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
      `<url><loc>${address("/")}</loc></url>`,
      `<url><loc>${address("/inventory")}</loc></url>`,
      ...vehicles,
      "</urlset>",
      "",
    ].join("\n");
  });
