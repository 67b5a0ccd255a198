import type { Picture } from "./picture";

/** What a photo is worth before anybody looks at it. */
export interface PhotoWorth {
  /** How steep its steepest edges are, as a share of its range of greys. */
  sharpness: number;
  /** Mean and bright grey, 0 to 255. */
  mean: number;
  bright: number;
  /** 256 bits in hexadecimal; two photos of one moment differ in a few. */
  fingerprint: string;
}

/** The pictures that are judged: grey, this wide. */
export const JUDGED_WIDTH = 1024;
/** The grey copy for the fingerprint: one column more than bits in a row. */
export const FINGERPRINT_SIZE = { width: 17, height: 16 };

/** A camera that shook or missed stays below; measured on phone photos and the same ones blurred by two pixels. */
const LEAST_SHARPNESS = 0.2;
const LEAST_MEAN = 42;
const LEAST_BRIGHT = 95;
/** Of 256 bits. Two angles of one car differ in sixty and more. */
const SAME_BITS = 12;

function shareOf(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (let value = 0; value < counts.length; value++) if ((sum += counts[value]!) >= share * all) return value;
  return counts.length - 1;
}

/** Judges by a grey copy, and by a tiny one for the fingerprint. */
export function judgePhoto(grey: Picture, tiny: Picture): PhotoWorth {
  const { width, height, data } = grey;
  const greys = new Uint32Array(256);
  const edges = new Uint32Array(1_021);
  let sum = 0;
  for (const value of data) {
    greys[value]! += 1;
    sum += value;
  }
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width + 1; at < y * width + width - 1; at++)
      edges[Math.abs(4 * data[at]! - data[at - 1]! - data[at + 1]! - data[at - width]! - data[at + width]!)]! += 1;
  const range = Math.max(24, shareOf(greys, 0.98) - shareOf(greys, 0.02));
  return {
    sharpness: Math.round((1_000 * shareOf(edges, 0.995)) / range) / 1_000,
    mean: Math.round(sum / data.length),
    bright: shareOf(greys, 0.9),
    fingerprint: fingerprintOf(tiny),
  };
}

/** Between even places the smallest noise would decide. */
const LEAST_STEP = 4;

/** Each bit says whether a place is clearly darker than its neighbour to the right. */
function fingerprintOf({ width, height, data }: Picture): string {
  let text = "";
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width - 1; x += 4) {
      let digit = 0;
      for (let bit = 0; bit < 4; bit++)
        if (data[y * width + x + bit]! + LEAST_STEP < data[y * width + x + bit + 1]!) digit |= 8 >> bit;
      text += digit.toString(16);
    }
  return text;
}

const bitsOf = (digit: number) => (digit & 1) + ((digit >> 1) & 1) + ((digit >> 2) & 1) + ((digit >> 3) & 1);

export function looksTheSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let bits = 0;
  for (let at = 0; at < one.length; at++)
    bits += bitsOf(Number.parseInt(one.charAt(at), 16) ^ Number.parseInt(other.charAt(at), 16));
  return bits <= SAME_BITS;
}

export const isBlurred = ({ sharpness }: PhotoWorth): boolean => sharpness < LEAST_SHARPNESS;
export const isDark = ({ mean, bright }: PhotoWorth): boolean => mean < LEAST_MEAN && bright < LEAST_BRIGHT;
