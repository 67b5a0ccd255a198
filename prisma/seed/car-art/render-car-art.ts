import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import sharp from "sharp";

import { drawBrandMark } from "./brand-mark";
import { allCarPictures, carArtFiles, carArtHeight, carArtWidths, type CarPicture } from "./car-art-catalog";
import { drawCar } from "./draw-car";

/** Wide enough that the softest shadow has faded before the canvas ends. */
const bleed = 120;

/**
 * AVIF keeps the long, faint slopes of the studio wall whole at a low quality;
 * WebP needs more for the same slopes. A higher AVIF effort saves a seventh of
 * the bytes for five times the minutes.
 */
const qualities = { avif: { quality: 56, effort: 2 }, webp: { quality: 72, effort: 5, smartSubsample: true } };

/** One pixel picture without its bleed, at the largest width. */
async function pixelsOf(picture: CarPicture) {
  const width = carArtWidths[0];
  return await sharp(Buffer.from(drawCar(picture, bleed)))
    .extract({ left: bleed, top: bleed, width, height: carArtHeight(width) })
    .flatten({ background: "#ffffff" })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Writes every file of one picture and answers with their bytes. */
async function renderPicture(picture: CarPicture, publicFolder: string) {
  const pixels = await pixelsOf(picture);
  let bytes = 0;
  for (const { width, format, url } of carArtFiles(picture)) {
    const file = path.join(publicFolder, url);
    await mkdir(path.dirname(file), { recursive: true });
    const resized = sharp(pixels).resize(width, carArtHeight(width));
    await (format === "avif" ? resized.avif(qualities.avif) : resized.webp(qualities.webp)).toFile(file);
    bytes += (await stat(file)).size;
  }
  return bytes;
}

async function renderBrandMark(publicFolder: string) {
  const mark = drawBrandMark();
  await mkdir(path.join(publicFolder, "icons"), { recursive: true });
  await writeFile(path.join(publicFolder, "favicon.svg"), `${mark}\n`);
  for (const size of [192, 512]) {
    await sharp(Buffer.from(mark), { density: (72 * size) / 64 })
      .resize(size, size)
      .png()
      .toFile(path.join(publicFolder, "icons", `icon-${size}.png`));
  }
}

/**
 * Draws the whole demo stock and the store's mark into the public folder. Two
 * pictures at a time: each already keeps a core busy while the other encodes.
 */
export async function renderAllCarArt(publicFolder = path.resolve("public"), report?: (words: string) => void) {
  await renderBrandMark(publicFolder);
  const waiting = allCarPictures();
  const total = waiting.length;
  let bytes = 0;
  const work = async () => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      // Read the sum after the wait: the other worker adds to it meanwhile.
      const written = await renderPicture(picture, publicFolder);
      bytes += written;
      report?.(`${total - waiting.length}/${total} ${picture.body} ${picture.colour} ${picture.angle}`);
    }
  };
  await Promise.all([work(), work()]);
  return { pictures: total, bytes };
}
