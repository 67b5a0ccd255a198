import type { Feet } from "./compose-photo";
import type { Picture } from "./picture";
import { laidOn, ofPixels, ownGround, pixelsOf, scaled } from "./pixels.server";

export const renditionNames = [
  "large.avif",
  "large.webp",
  "medium.avif",
  "medium.webp",
  "wide.jpg",
  "square.jpg",
  "thumb.webp",
] as const;
export type RenditionName = (typeof renditionNames)[number];

export interface Rendition {
  name: RenditionName;
  contentType: "image/avif" | "image/webp" | "image/jpeg";
  width: number;
  height: number;
  bytes: Buffer;
}

const MEDIUM = { width: 800, height: 600 };
const THUMB = { width: 320, height: 240 };
/** What a link in a conversation shows. */
const WIDE = { width: 1200, height: 630 };
const SQUARE = 1080;
const MOST_OF_STRIP = 0.96;

const avif = { quality: 55, effort: 1, chromaSubsampling: "4:2:0" } as const;
const webp = { quality: 80, effort: 2 } as const;
const jpeg = { quality: 82 } as const;

interface Shown {
  /** Where the car stands in the frame, as far as it is known. */
  car: Feet | null;
  /** An even ground goes on beyond the frame; any other is continued by itself, blurred. */
  isStudio: boolean;
}

/** The whole frame within a size of another shape: a part of it would lose the ends of the car. */
async function inside(frame: Picture, width: number, height: number, isStudio: boolean): Promise<Picture> {
  const scale = Math.min(width / frame.width, height / frame.height);
  const small = await scaled(frame, Math.round(frame.width * scale), Math.round(frame.height * scale));
  const [left, top] = [Math.floor((width - small.width) / 2), Math.floor((height - small.height) / 2)];
  if (!isStudio) return laidOn(await ownGround(frame, width, height), small, left, top);
  const beyond = { left, top, right: width - small.width - left, bottom: height - small.height - top };
  return pixelsOf(ofPixels(small).extend({ ...beyond, extendWith: "copy" }));
}

/** A strip across the frame with the car in its middle; the whole frame where a strip would cut the car. */
async function wide(frame: Picture, { car, isStudio }: Shown): Promise<Picture> {
  const height = Math.min(frame.height, Math.round((frame.width * WIDE.height) / WIDE.width));
  if (car && car.bottom - car.top > height * MOST_OF_STRIP) return inside(frame, WIDE.width, WIDE.height, isStudio);
  const centre = car ? (car.top + car.bottom) / 2 : 0.52 * frame.height;
  const top = Math.round(Math.min(frame.height - height, Math.max(0, centre - height / 2)));
  const data = frame.data.subarray(top * frame.width * 3, (top + height) * frame.width * 3);
  return scaled({ ...frame, height, data }, WIDE.width, WIDE.height);
}

/** Every size and format that a page, a feed or a letter shows a finished photo in. */
export async function drawRenditions(frame: Picture, shown: Shown): Promise<Rendition[]> {
  const isSmall = frame.width <= MEDIUM.width;
  const medium = isSmall ? frame : await scaled(frame, MEDIUM.width, MEDIUM.height);
  const thumb = await scaled(medium, THUMB.width, THUMB.height);
  const [strip, whole] = [await wide(frame, shown), await inside(frame, SQUARE, SQUARE, shown.isStudio)];
  const sizeOf = ({ width, height }: Picture) => ({ width, height });
  return [
    {
      name: "large.avif",
      contentType: "image/avif",
      ...sizeOf(frame),
      bytes: await ofPixels(frame).avif(avif).toBuffer(),
    },
    {
      name: "large.webp",
      contentType: "image/webp",
      ...sizeOf(frame),
      bytes: await ofPixels(frame).webp(webp).toBuffer(),
    },
    {
      name: "medium.avif",
      contentType: "image/avif",
      ...sizeOf(medium),
      bytes: await ofPixels(medium).avif(avif).toBuffer(),
    },
    {
      name: "medium.webp",
      contentType: "image/webp",
      ...sizeOf(medium),
      bytes: await ofPixels(medium).webp(webp).toBuffer(),
    },
    {
      name: "wide.jpg",
      contentType: "image/jpeg",
      ...sizeOf(strip),
      bytes: await ofPixels(strip).jpeg(jpeg).toBuffer(),
    },
    {
      name: "square.jpg",
      contentType: "image/jpeg",
      ...sizeOf(whole),
      bytes: await ofPixels(whole).jpeg(jpeg).toBuffer(),
    },
    {
      name: "thumb.webp",
      contentType: "image/webp",
      ...sizeOf(thumb),
      bytes: await ofPixels(thumb).webp(webp).toBuffer(),
    },
  ];
}
