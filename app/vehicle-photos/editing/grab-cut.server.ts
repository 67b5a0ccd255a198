import { createRequire } from "node:module";
import type { CV, Mat } from "@techstark/opencv-js";
import { remember } from "#app/platform/remember.server";
import { blank, CAR, type Picture } from "./picture";

/** What somebody drew over a photo: this is car, this is not. Places and widths are shares of the photo's width and height. */
export interface Stroke {
  mark: "car" | "background";
  /** Half its width, as a share of the photo's width. */
  radius: number;
  points: readonly (readonly [x: number, y: number])[];
}

/** More rounds move the edge by less than a pixel. */
const ROUNDS = 4;
/** After strokes: the colours are known, only the edge is sought anew. */
const REFINING_ROUNDS = 1;
/** Where no car of a photo taken for it stands: strips along the edges, in shares. */
const EDGE = { left: 0.02, right: 0.02, top: 0.1, bottom: 0.04 };
/** Where a car probably stands. */
const MIDDLE = { left: 0.1, right: 0.1, top: 0.24, bottom: 0.12 };

const require = createRequire(import.meta.url);

/** The library's module has a `then` of its own: awaited, or imported by something that awaits it, it never comes. */
const library = () =>
  remember(
    "openCv",
    () =>
      new Promise<{ cv: CV }>((resolve) => {
        const loading = require("@techstark/opencv-js") as { then(done: (cv: CV) => void): void };
        loading.then((cv) => resolve({ cv }));
      }),
  );

/** Marks of the library's: certainly or probably car or background. */
const marks = { background: 0, car: 1, maybeBackground: 2, maybeCar: 3 };

function firstGuess({ width, height }: Picture): Uint8Array {
  const guess = new Uint8Array(width * height).fill(marks.background);
  const fill = (part: typeof EDGE, mark: number) => {
    for (let y = Math.round(part.top * height); y < Math.round((1 - part.bottom) * height); y++)
      guess.fill(mark, y * width + Math.round(part.left * width), y * width + Math.round((1 - part.right) * width));
  };
  fill(EDGE, marks.maybeBackground);
  fill(MIDDLE, marks.maybeCar);
  return guess;
}

function drawStrokes(guess: Uint8Array, { width, height }: Picture, strokes: readonly Stroke[]): void {
  for (const { mark, radius, points } of strokes) {
    const reach = Math.max(1, Math.round(radius * width));
    const dots = points.flatMap(([x, y], index) => {
      const [lastX, lastY] = points[index - 1] ?? [x, y];
      const steps = Math.max(1, Math.ceil((Math.hypot((x - lastX) * width, (y - lastY) * height) * 2) / reach));
      return Array.from({ length: steps }, (_, step) => {
        const share = (step + 1) / steps;
        return [(lastX + (x - lastX) * share) * width, (lastY + (y - lastY) * share) * height] as const;
      });
    });
    for (const [x, y] of dots)
      for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, y + reach); row++) {
        const half = Math.sqrt(Math.max(0, reach * reach - (row - y) ** 2));
        const from = Math.max(0, Math.ceil(x - half));
        const to = Math.min(width - 1, Math.floor(x + half));
        if (to >= from) guess.fill(marks[mark], row * width + from, row * width + to + 1);
      }
  }
}

/** Leaves the largest piece alone, without pinholes and whiskers. */
function tidied(cv: CV, mask: Mat): Mat {
  const size = Math.max(3, Math.round(mask.cols / 160) | 1);
  const brush = cv.getStructuringElement(cv.MORPH_ELLIPSE, new cv.Size(size, size));
  cv.morphologyEx(mask, mask, cv.MORPH_OPEN, brush);
  cv.morphologyEx(mask, mask, cv.MORPH_CLOSE, brush);
  brush.delete();
  const [shapes, order, one] = [new cv.MatVector(), new cv.Mat(), cv.Mat.zeros(mask.rows, mask.cols, cv.CV_8U)];
  cv.findContours(mask, shapes, order, cv.RETR_EXTERNAL, cv.CHAIN_APPROX_NONE);
  let [largest, area] = [-1, 0];
  for (let index = 0; index < shapes.size(); index++) {
    const own = cv.contourArea(shapes.get(index));
    if (own > area) [largest, area] = [index, own];
  }
  // Filled: what shows through the glass belongs to the photo of this car.
  if (largest >= 0) cv.drawContours(one, shapes, largest, new cv.Scalar(CAR), -1);
  shapes.delete();
  order.delete();
  return one;
}

export interface CutOptions {
  /** What is known so far; without it the car is sought in the middle. */
  from?: Picture;
  strokes?: readonly Stroke[];
}

/** Cuts the car out of a photo of some hundred pixels: 255 where it stands, 0 elsewhere. */
export async function cutOut(photo: Picture, { from, strokes = [] }: CutOptions = {}): Promise<Picture> {
  const { cv } = await library();
  const { width, height } = photo;
  const guess = from
    ? Uint8Array.from(from.data, (value) => (value >= 128 ? marks.maybeCar : marks.maybeBackground))
    : firstGuess(photo);
  drawStrokes(guess, photo, strokes);
  const colours = cv.matFromArray(height, width, cv.CV_8UC3, photo.data as unknown as number[]);
  const mask = cv.matFromArray(height, width, cv.CV_8UC1, guess as unknown as number[]);
  const [behind, before] = [new cv.Mat(), new cv.Mat()];
  const rounds = from ? REFINING_ROUNDS : ROUNDS;
  const mats = [colours, mask, behind, before];
  try {
    if (!guess.some((mark) => mark === marks.car || mark === marks.maybeCar)) return blank(width, height, 1);
    cv.grabCut(colours, mask, new cv.Rect(0, 0, 1, 1), behind, before, rounds, cv.GC_INIT_WITH_MASK);
    const found = mask.data as Uint8Array;
    for (let at = 0; at < found.length; at++) found[at] = (found[at]! & 1) === 1 ? CAR : 0;
    const one = tidied(cv, mask);
    mats.push(one);
    return { width, height, channels: 1, data: Uint8Array.from(one.data as Uint8Array) };
  } finally {
    for (const mat of mats) mat.delete();
  }
}
