import {
  type Background,
  compareCar,
  drawSoftened,
  drawStudio,
  feetOf,
  keepsSpots,
  putBefore,
  type Spot,
  type Untouched,
} from "./compose-photo";
import { type Frame, framePhoto } from "./frame-photo";
import { cutOut, type Stroke } from "./grab-cut.server";
import { type GateVerdict, judgeMask } from "./mask-gate";
import { type Box, CAR, type Picture } from "./picture";
import { laidOn, ofPixels, openPhoto, ownGround, pixelBox, pixelsOf, readPhoto, scaled } from "./pixels.server";
import { drawRenditions, type Rendition } from "./renditions.server";
import { applyTone, readTone, type Tone } from "./tone";

/** Read at this size: a crop to three quarters of it still fills a large screen. */
const READ_SIDE = 2_000;
const FRAME_WIDTH = 1_600;
/** A car's edge is found at these widths; the first is the one that is used. */
const CUT_WIDTH = 640;
const SECOND_CUT_WIDTH = 480;
/** The edge of a mask as it is enlarged. */
const EDGE_BLUR = 1.3;
const SOFT_EDGE_BLUR = 16;
const GROUND_BLUR = 14;
const PLATE_BLUR = 18;

/** What somebody wants of a photo. */
export interface Recipe {
  background: Background;
  /** PNG of the upright photo: accepted by a person before anything is put behind the car. */
  mask: Uint8Array | null;
  /** Where the car stands in the photo, when a mask says so that can be trusted. */
  car: Box | null;
  /** Number plates to blur, in shares of the upright photo. */
  plates: readonly Box[];
  /** Damage that was pointed out: it stays the car's. */
  spots: readonly Spot[];
}

/** What was done, with its figures: the part of an edit that can be checked. */
export interface EditFacts {
  tone: Tone;
  frame: Frame;
  background: Background;
  /** Why the wanted background was not put in. */
  keptGround: "mask" | "damage" | null;
  plates: readonly Box[];
  untouched: Untouched | null;
}

export interface EditedPhoto {
  facts: EditFacts;
  renditions: Rendition[];
}

export type EditStep = "reading" | "drawing" | "saving";

export const maskFile = (mask: Picture): Promise<Buffer> => ofPixels(mask).png({ compressionLevel: 6 }).toBuffer();
export const readMask = (file: Uint8Array): Promise<Picture> => pixelsOf(openPhoto(file), 1);

export const cutSample = (photo: Picture, width = CUT_WIDTH): Promise<Picture> =>
  scaled(photo, width, Math.max(1, Math.round((photo.height * width) / photo.width)));

/** A mask by machine alone, and what the gate says of it. */
export async function proposeMask(sample: Picture): Promise<{ mask: Picture; verdict: GateVerdict }> {
  const mask = await cutOut(sample);
  const second = await cutOut(await cutSample(sample, SECOND_CUT_WIDTH));
  return { mask, verdict: judgeMask({ photo: sample, mask, second }) };
}

/** A mask after somebody's strokes; a person's word stands where a second machine run would disagree. */
export async function refineMask(sample: Picture, from: Picture | null, strokes: readonly Stroke[]) {
  const mask = await cutOut(sample, from ? { from, strokes } : { strokes });
  return { mask, verdict: judgeMask({ photo: sample, mask, second: null }) };
}

/** The photo's part of a frame, or a mask's, at the frame's size. */
async function framed(picture: Picture, { crop, padded }: Frame, width: number, height: number): Promise<Picture> {
  if (!padded)
    return pixelsOf(
      ofPixels(picture).extract(pixelBox(crop, picture)).resize(width, height, { fit: "fill" }),
      picture.channels,
    );
  const scale = Math.min(width / picture.width, height / picture.height);
  const small = await scaled(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
  const ground = await ownGround(picture, width, height);
  return laidOn(ground, small, Math.floor((width - small.width) / 2), Math.floor((height - small.height) / 2));
}

function frameSize({ width, height }: Picture, { crop, padded }: Frame) {
  const wanted = padded ? Math.max(width, (height * 4) / 3) : crop.width * width;
  const frameWidth = Math.min(FRAME_WIDTH, Math.floor(wanted / 4) * 4);
  return { width: frameWidth, height: (frameWidth * 3) / 4 };
}

/** Whole numbers make a blurred white a shade less than white; inside, it is the car and nothing but. */
const ALMOST = 250;

async function blurredMask(mask: Picture, sigma: number): Promise<Picture> {
  const blurred = await pixelsOf(ofPixels(mask).blur(sigma), 1);
  return { ...blurred, data: blurred.data.map((value) => (value >= ALMOST ? CAR : value)) };
}

/** Wider than the car by its feathered edge, so that nothing of it is ever cut. */
async function softMask(mask: Picture): Promise<Picture> {
  const wide = await blurredMask(mask, SOFT_EDGE_BLUR);
  const data = wide.data.map((value, at) => (mask.data[at] === CAR ? CAR : Math.min(CAR, Math.round(value * 2.1))));
  return { ...wide, data };
}

/** The car before another ground, and the proof that nothing of it changed. */
export async function withBackground(photo: Picture, mask: Picture, background: "soft" | "studio") {
  const feet = feetOf(mask);
  if (!feet) return { picture: photo, untouched: null };
  const { width, height } = photo;
  const isSoft = background === "soft";
  const edge = isSoft ? await softMask(mask) : await blurredMask(mask, EDGE_BLUR * (width / CUT_WIDTH));
  const ground = isSoft
    ? drawSoftened(await pixelsOf(ofPixels(photo).blur(GROUND_BLUR)))
    : drawStudio(width, height, feet);
  const picture = putBefore(photo, edge, ground);
  return { picture, untouched: compareCar(photo, picture, edge) };
}

async function blurPlates(photo: Picture, boxes: readonly Box[]): Promise<Picture> {
  let made = photo;
  for (const box of boxes) {
    const place = pixelBox(box, made);
    const part = await pixelsOf(ofPixels(made).extract(place));
    const blurred = await pixelsOf(ofPixels(part).blur(Math.max(PLATE_BLUR, place.width / 8)));
    made = laidOn(made, blurred, place.left, place.top);
  }
  return made;
}

/** How a mask would look: small, soon, and by the same steps as the real thing. */
export async function previewOf(sample: Picture, mask: Picture, background: "soft" | "studio"): Promise<Buffer> {
  const toned = { ...sample, data: Uint8Array.from(sample.data) };
  applyTone(toned, readTone(sample));
  const { picture } = await withBackground(toned, mask, background);
  return ofPixels(picture).webp({ quality: 76, effort: 1 }).toBuffer();
}

/**
 * One photo, from the file as it was taken to every size a page shows. The same file and recipe make the same pixels.
 * A background is put in only behind a mask somebody accepted, and never where it would hide a damage.
 */
export async function editPhoto(
  original: Uint8Array,
  { background, mask: maskBytes, car, plates, spots }: Recipe,
  onStep: (step: EditStep) => void = () => undefined,
): Promise<EditedPhoto> {
  onStep("reading");
  const photo = await blurPlates(await readPhoto(original, READ_SIDE), plates);
  const mask = maskBytes && (await readMask(maskBytes));
  const tone = readTone(await cutSample(photo));
  onStep("drawing");
  const frame = framePhoto(photo.width, photo.height, car);
  const { width, height } = frameSize(photo, frame);
  const bare = await framed(photo, frame, width, height);
  applyTone(bare, tone);
  const clean = await pixelsOf(ofPixels(bare).sharpen({ sigma: 0.7, m1: 0.4, m2: 1.4 }));
  const framedMask = mask && (await framed(mask, frame, width, height));
  const keptGround = background === "none" ? null : !mask ? "mask" : keepsSpots(mask, spots) ? null : "damage";
  const done =
    background !== "none" && keptGround === null && framedMask
      ? await withBackground(clean, framedMask, background)
      : { picture: clean, untouched: null };
  onStep("saving");
  const shown = done.untouched === null ? "none" : background;
  return {
    facts: { tone, frame, background: shown, keptGround, plates, untouched: done.untouched },
    renditions: await drawRenditions(done.picture, {
      car: framedMask && feetOf(framedMask),
      isStudio: shown === "studio",
    }),
  };
}
