import type { Box } from "./picture";

const ASPECT = 4 / 3;
/** Air around the car, as a share of its own width. */
const AIR = 0.09;
/** What a crop to 4:3 may take away without knowing where the car is; a phone's 3:2 loses a ninth. */
const MOST_LOST = 0.13;

export interface Frame {
  /** The part of the photo that is shown, in shares of it. */
  crop: Box;
  /** Whether the crop has to be laid on a ground, as it is not 4:3 itself. */
  padded: boolean;
}

const whole: Box = { x: 0, y: 0, width: 1, height: 1 };
const within = (wanted: number, length: number) => Math.min(Math.max(0, wanted), 1 - length);

/**
 * The same frame for every photo: 4:3, the car in its middle with some air, its feet a little below. Never beyond the
 * photo, never through the car. Where the car is not known, the middle of the photo; where that would cost too much,
 * the whole of it on a ground.
 */
export function framePhoto(width: number, height: number, car: Box | null): Frame {
  const aspect = width / height;
  const largest = aspect > ASPECT ? { width: ASPECT / aspect, height: 1 } : { width: 1, height: aspect / ASPECT };
  if (!car) {
    const lost = 1 - largest.width * largest.height;
    if (lost > MOST_LOST) return { crop: whole, padded: true };
    const crop = { x: (1 - largest.width) / 2, y: (1 - largest.height) / 2, ...largest };
    return { crop, padded: false };
  }
  const needed = {
    width: car.width * (1 + 2 * AIR),
    height: car.height * (1 + 2 * AIR) + car.width * AIR * aspect * 0.5,
  };
  if (car.width > largest.width || car.height > largest.height) return { crop: whole, padded: true };
  const scale = Math.max(needed.width / largest.width, needed.height / largest.height);
  const [wide, high] = [largest.width * Math.min(1, scale), largest.height * Math.min(1, scale)];
  const x = within(car.x + car.width / 2 - wide / 2, wide);
  // The car stands a little below the middle, as on a stage.
  const y = within(car.y + car.height * 0.53 - high / 2, high);
  return { crop: { x, y, width: wide, height: high }, padded: false };
}
