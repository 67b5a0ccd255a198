import type { Picture } from "./picture";

/** What is done to every pixel alike; the edit's manifest carries it, so that anybody can do it again. */
export interface Tone {
  /** Factors of red, green and blue. */
  gains: [number, number, number];
  /** Grey values that become black and white. */
  low: number;
  high: number;
  /** Above 1 lightens what lies between. */
  gamma: number;
}

/** Wider gains paint a photo instead of balancing it. */
const LEAST_GAIN = 0.84;
const MOST_GAIN = 1.18;
/** Shades of grey weigh bright pixels more than dark ones, by this power. */
const MINKOWSKI = 6;
const DARK_SHARE = 0.005;
const LIGHT_SHARE = 0.998;
/** A lighter curve makes asphalt noisy and takes the drawing out of white paint. */
const MOST_GAMMA = 1.18;
const LEAST_GAMMA = 0.9;
/** Where the middle of a well-lit photo lies. */
const MIDDLE = 106;
/** Night is not turned into day: the ends of the range move this far at most. */
const MOST_LOW = 24;
const LEAST_HIGH = 238;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

export const plainTone: Tone = { gains: [1, 1, 1], low: 0, high: 255, gamma: 1 };

function greyGains({ data }: Picture): Tone["gains"] {
  const sums = [0, 0, 0];
  for (let at = 0; at < data.length; at += 3)
    for (let channel = 0; channel < 3; channel++) {
      const value = data[at + channel]!;
      // What is burnt out says nothing about the light.
      if (value < 250) sums[channel]! += (value / 255) ** MINKOWSKI;
    }
  const [red, green, blue] = sums.map((sum) => (sum + 1e-9) ** (1 / MINKOWSKI)) as [number, number, number];
  const middle = (red + green + blue) / 3;
  const gain = (own: number) => rounded(clamp(middle / own, LEAST_GAIN, MOST_GAIN));
  return [gain(red), gain(green), gain(blue)];
}

function greyShares({ data }: Picture, [red, green, blue]: Tone["gains"]) {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 3) {
    const grey = 0.299 * red * data[at]! + 0.587 * green * data[at + 1]! + 0.114 * blue * data[at + 2]!;
    counts[clamp(Math.round(grey), 0, 255)]! += 1;
  }
  const all = data.length / 3;
  return (share: number) => {
    let sum = 0;
    for (let value = 0; value < 256; value++) if ((sum += counts[value]!) >= share * all) return value;
    return 255;
  };
}

/**
 * White balance and exposure of a photo, read from a small copy of it.
 *
 *     gain = mean of the channels' Minkowski norms (p = 6) ÷ the channel's own, within 0.84 and 1.18
 *     black and white = the grey values at 0.5 % and 99.8 %; gamma takes the median towards the middle, within 0.9 and 1.18
 */
export function readTone(sample: Picture): Tone {
  const gains = greyGains(sample);
  const at = greyShares(sample, gains);
  const low = Math.min(MOST_LOW, at(DARK_SHARE));
  const high = Math.max(LEAST_HIGH, at(LIGHT_SHARE));
  const median = clamp((at(0.5) - low) / (high - low), 0.02, 0.98);
  const wanted = Math.log(median) / Math.log(MIDDLE / 255);
  return { gains, low, high, gamma: rounded(clamp(wanted, LEAST_GAMMA, MOST_GAMMA)) };
}

/** Does a tone to every pixel of a picture, in place. The same value always becomes the same value. */
export function applyTone({ data }: Picture, { gains, low, high, gamma }: Tone): void {
  const tables = gains.map((gain) =>
    Uint8Array.from({ length: 256 }, (_, value) => {
      const spread = clamp((value * gain - low) / (high - low), 0, 1);
      return Math.round(255 * spread ** (1 / gamma));
    }),
  );
  const [red, green, blue] = tables as [Uint8Array, Uint8Array, Uint8Array];
  for (let at = 0; at < data.length; at += 3) {
    data[at] = red[data[at]!]!;
    data[at + 1] = green[data[at + 1]!]!;
    data[at + 2] = blue[data[at + 2]!]!;
  }
}
