import type { Sharp } from "sharp";
import { remember } from "./remember.server";

export interface CleanImage {
  bytes: Buffer;
  contentType: "image/webp";
  width: number;
  height: number;
}

export interface ImageLimits {
  /** Refused before a pixel is read: a small file can unpack to gigabytes. */
  maxPixels: number;
  /** The longer edge that is kept. */
  maxEdge: number;
}

const QUALITY = 82;

/** Libvips reads dozens of formats, SVG and PDF among them; every one but these three is switched off. */
const library = () =>
  remember("sharp", async () => {
    const { default: sharp } = await import("sharp");
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
    sharp.concurrency(1);
    return sharp;
  });

/** Pictures are cleaned one after the other: each may take a hundred megabytes for a moment. */
const queue = remember("cleanImageQueue", () => ({ last: Promise.resolve() as Promise<unknown> }));

/**
 * A photo as it may be kept: turned upright, no larger than needed, encoded afresh, without place, camera or anything
 * that hides in a file. Null when the bytes are no JPEG, PNG or WebP, are damaged, or unpack to more than is allowed.
 */
export function cleanImage(bytes: Uint8Array, limits: ImageLimits): Promise<CleanImage | null> {
  const work = queue.last.then(() => encodeAfresh(bytes, limits));
  queue.last = work.catch(() => undefined);
  return work;
}

async function encodeAfresh(bytes: Uint8Array, { maxPixels, maxEdge }: ImageLimits): Promise<CleanImage | null> {
  const sharp = await library();
  const picture: Sharp = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", pages: 1 });
  try {
    const { data, info } = await picture
      .rotate()
      .resize({ width: maxEdge, height: maxEdge, fit: "inside", withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, contentType: "image/webp", width: info.width, height: info.height };
  } catch {
    // Whatever is wrong with somebody's bytes is one answer: they are not a picture that can be kept.
    return null;
  }
}
