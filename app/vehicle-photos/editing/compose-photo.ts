import { blank, CAR, type Picture } from "./picture";

export const backgrounds = ["none", "soft", "studio"] as const;
export type Background = (typeof backgrounds)[number];

/** What a new background did to the pixels that are wholly the car's: nothing, and here is the count. */
export interface Untouched {
  carPixels: number;
  changedPixels: number;
  largestDifference: number;
}

/** A sweep of light paper: bright where the wall is, a little darker at the foot, brighter again towards the front. */
const STUDIO = { top: 246, wall: 236, foot: 214, front: 228 };
/** Where wall and floor meet, in shares of the car's height above its feet. */
const SWEEP = 0.22;
const SHADOW_DARKNESS = 0.5;

const mix = (from: number, to: number, share: number) => from + (to - from) * Math.min(1, Math.max(0, share));

/** Where a car stands, in pixels. */
export interface Feet {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function feetOf({ width, height, data }: Picture): Feet | null {
  const feet = { left: width, right: -1, top: height, bottom: -1 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (data[y * width + x]! >= 128) {
        feet.left = Math.min(feet.left, x);
        feet.right = Math.max(feet.right, x);
        feet.top = Math.min(feet.top, y);
        feet.bottom = y;
      }
  return feet.right < 0 ? null : feet;
}

/** How dark the ground is below a car: an ellipse under its whole length, darkest where the rubber meets it. */
function shadowAt(x: number, y: number, { left, right, bottom }: Feet): number {
  const half = (right - left) / 2;
  const [across, down] = [(x - left - half) / (half * 1.02), (y - bottom + half * 0.035) / (half * 0.11)];
  const distance = across * across + down * down;
  return distance >= 1.6 ? 0 : SHADOW_DARKNESS * Math.max(0, 1 - distance / 1.6) ** 1.4;
}

/** An empty studio for a car that stands there, with its shadow on the floor. */
export function drawStudio(width: number, height: number, feet: Feet): Picture {
  const studio = blank(width, height, 3);
  const sweep = feet.bottom - (feet.bottom - feet.top) * SWEEP;
  for (let y = 0; y < height; y++) {
    const ground =
      y < sweep
        ? mix(STUDIO.top, STUDIO.wall, y / Math.max(1, sweep))
        : y < feet.bottom
          ? mix(STUDIO.wall, STUDIO.foot, (y - sweep) / Math.max(1, feet.bottom - sweep))
          : mix(STUDIO.foot, STUDIO.front, (y - feet.bottom) / Math.max(1, height - feet.bottom));
    for (let x = 0; x < width; x++) {
      const grey = Math.round(ground * (1 - shadowAt(x, y, feet)));
      const at = (y * width + x) * 3;
      studio.data[at] = grey;
      studio.data[at + 1] = Math.min(255, grey + 1);
      studio.data[at + 2] = Math.min(255, grey + 2);
    }
  }
  return studio;
}

const STUDIO_GREY = 232;

/** The photo's own background, already blurred, taken half way to the studio's grey. */
export function drawSoftened(blurred: Picture): Picture {
  const soft = blank(blurred.width, blurred.height, 3);
  for (let at = 0; at < soft.data.length; at += 3) {
    const [red, green, blue] = [blurred.data[at]!, blurred.data[at + 1]!, blurred.data[at + 2]!];
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
    [red, green, blue].forEach((value, channel) => {
      soft.data[at + channel] = Math.round(mix(mix(value, grey, 0.7), STUDIO_GREY, 0.55));
    });
  }
  return soft;
}

/** The car of one picture before the ground of another. Where the mask says car, the pixel is the photo's own. */
export function putBefore(photo: Picture, mask: Picture, ground: Picture): Picture {
  const made = blank(photo.width, photo.height, 3);
  for (let pixel = 0; pixel < mask.data.length; pixel++) {
    const share = mask.data[pixel]!;
    for (let at = pixel * 3; at < pixel * 3 + 3; at++)
      made.data[at] =
        share === CAR
          ? photo.data[at]!
          : Math.round((photo.data[at]! * share + ground.data[at]! * (CAR - share)) / CAR);
  }
  return made;
}

/** Compares two pictures where the mask says car and nothing else: the proof that a background left the car alone. */
export function compareCar(before: Picture, after: Picture, mask: Picture): Untouched {
  const found = { carPixels: 0, changedPixels: 0, largestDifference: 0 };
  for (let pixel = 0; pixel < mask.data.length; pixel++) {
    if (mask.data[pixel] !== CAR) continue;
    found.carPixels += 1;
    let largest = 0;
    for (let at = pixel * 3; at < pixel * 3 + 3; at++)
      largest = Math.max(largest, Math.abs(before.data[at]! - after.data[at]!));
    if (largest > 0) found.changedPixels += 1;
    found.largestDifference = Math.max(found.largestDifference, largest);
  }
  return found;
}

export interface Spot {
  x: number;
  y: number;
}

/** Does a mask leave every damage that was pointed out to the car? A place beside the photo is nobody's. */
export const keepsSpots = (mask: Picture, spots: readonly Spot[]): boolean =>
  spots.every(({ x, y }) => {
    const column = Math.min(mask.width - 1, Math.max(0, Math.floor(x * mask.width)));
    const row = Math.min(mask.height - 1, Math.max(0, Math.floor(y * mask.height)));
    return mask.data[row * mask.width + column]! >= 128;
  });
