import { type Box, overlap, type Picture, resized } from "./picture";

/** Why a mask is not good enough to show a car by. */
export const gateFaults = [
  "empty",
  "area",
  "pieces",
  "shape",
  "edges",
  "ragged",
  "tires",
  "contrast",
  "unsure",
] as const;
export type GateFault = (typeof gateFaults)[number];

export interface GateVerdict {
  passed: boolean;
  faults: GateFault[];
  /** Around the car, in shares of the photo; null when nothing was found. */
  box: Box | null;
}

const AREA = { least: 0.12, most: 0.7 };
const LEAST_IN_ONE_PIECE = 0.97;
const ASPECT = { least: 0.9, most: 3.2 };
/** Of the area within a band stretched around it: a car has bays between its wheels and little else. */
const LEAST_CONVEXITY = 0.8;
/** Mean colour distance across the edge, of 441 at most. */
const LEAST_CONTRAST = 26;
const LEAST_AGREEMENT = 0.93;
/** A tire is darker than this. */
const TIRE_GREY = 72;
/** Of the columns towards either end of the car, those that end in rubber. */
const LEAST_TIRE_SHARE = 0.18;
const END_SHARE = 0.38;
/** A tire reaches into the lowest part of the car. */
const FOOT_SHARE = 0.22;

const isCar = (mask: Picture, x: number, y: number) => mask.data[y * mask.width + x]! >= 128;

interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
  area: number;
}

function extentOf(mask: Picture): Extent | null {
  const extent = { left: mask.width, right: -1, top: mask.height, bottom: -1, area: 0 };
  for (let y = 0; y < mask.height; y++)
    for (let x = 0; x < mask.width; x++) {
      if (!isCar(mask, x, y)) continue;
      extent.area += 1;
      extent.left = Math.min(extent.left, x);
      extent.right = Math.max(extent.right, x);
      extent.top = Math.min(extent.top, y);
      extent.bottom = y;
    }
  return extent.area === 0 ? null : extent;
}

/** The size of the largest piece whose pixels touch. */
function largestPiece(mask: Picture): number {
  const seen = new Uint8Array(mask.data.length);
  const waiting: number[] = [];
  let largest = 0;
  for (let start = 0; start < mask.data.length; start++) {
    if (seen[start] === 1 || mask.data[start]! < 128) continue;
    let size = 0;
    seen[start] = 1;
    waiting.push(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      size += 1;
      const x = at % mask.width;
      for (const next of [x > 0 ? at - 1 : -1, x < mask.width - 1 ? at + 1 : -1, at - mask.width, at + mask.width])
        if (next >= 0 && next < seen.length && seen[next] === 0 && mask.data[next]! >= 128) {
          seen[next] = 1;
          waiting.push(next);
        }
    }
    largest = Math.max(largest, size);
  }
  return largest;
}

type Point = readonly [x: number, y: number];
const turns = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** The area within a band stretched around the mask. */
function hullArea(mask: Picture): number {
  const ends: Point[] = [];
  for (let y = 0; y < mask.height; y++) {
    let [first, last] = [-1, -1];
    for (let x = 0; x < mask.width; x++)
      if (isCar(mask, x, y)) {
        if (first < 0) first = x;
        last = x + 1;
      }
    if (first >= 0) ends.push([first, y], [last, y], [first, y + 1], [last, y + 1]);
  }
  ends.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const half = (points: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of points) {
      while (chain.length > 1 && turns(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(ends), ...half(ends.toReversed())];
  const doubled = hull.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = hull[(index + 1) % hull.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/**
 * A car stands on rubber: towards either end, enough columns of its mask end in something dark near the ground. Where a
 * bumper ends the mask instead, the tires were taken for the road.
 */
function hasTires(photo: Picture, mask: Picture, { left, right, top, bottom }: Extent): boolean {
  const end = Math.round((right - left) * END_SHARE);
  const highest = bottom - (bottom - top) * FOOT_SHARE;
  const endsInRubber = (x: number) => {
    for (let y = bottom; y >= highest; y--) {
      if (!isCar(mask, x, y)) continue;
      const at = (Math.max(0, y - 2) * photo.width + x) * 3;
      return (photo.data[at]! + photo.data[at + 1]! + photo.data[at + 2]!) / 3 < TIRE_GREY;
    }
    return false;
  };
  const share = (from: number) => {
    let dark = 0;
    for (let x = from; x < from + end; x++) if (endsInRubber(x)) dark += 1;
    return dark / Math.max(1, end);
  };
  return share(left) >= LEAST_TIRE_SHARE && share(right - end + 1) >= LEAST_TIRE_SHARE;
}

/** How differently the two sides of the edge are coloured, four pixels apart. */
function edgeContrast(photo: Picture, mask: Picture): number {
  const { width, height, data } = photo;
  let [sum, count] = [0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 2; x < width - 2; x++) {
      if (isCar(mask, x, y) === isCar(mask, x + 1, y)) continue;
      const [a, b] = [(y * width + x - 2) * 3, (y * width + Math.min(width - 1, x + 3)) * 3];
      sum += Math.hypot(data[a]! - data[b]!, data[a + 1]! - data[b + 1]!, data[a + 2]! - data[b + 2]!);
      count += 1;
    }
  return count === 0 ? 0 : sum / count;
}

export interface GateInput {
  photo: Picture;
  mask: Picture;
  /** The same photo cut out at another size, scaled to this one; null when a person drew the mask. */
  second: Picture | null;
}

/** Looks for every reason against showing a car by this mask. A person's mask need not agree with a second machine run. */
export function judgeMask({ photo, mask, second }: GateInput): GateVerdict {
  const extent = extentOf(mask);
  if (!extent) return { passed: false, faults: ["empty"], box: null };
  const { left, right, top, bottom, area } = extent;
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const share = area / mask.data.length;
  const faults: [GateFault, boolean][] = [
    ["area", share < AREA.least || share > AREA.most],
    ["pieces", largestPiece(mask) < LEAST_IN_ONE_PIECE * area],
    ["shape", wide / high < ASPECT.least || wide / high > ASPECT.most],
    ["edges", left <= 1 || right >= mask.width - 2 || top <= 0],
    ["ragged", area / hullArea(mask) < LEAST_CONVEXITY],
    ["tires", !hasTires(photo, mask, extent)],
    ["contrast", edgeContrast(photo, mask) < LEAST_CONTRAST],
    ["unsure", second !== null && overlap(mask, resized(second, mask.width, mask.height)) < LEAST_AGREEMENT],
  ];
  const found = faults.flatMap(([fault, applies]) => (applies ? [fault] : []));
  const box = { x: left / mask.width, y: top / mask.height, width: wide / mask.width, height: high / mask.height };
  return { passed: found.length === 0, faults: found, box };
}
