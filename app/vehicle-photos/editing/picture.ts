/** Pixels in rows from the top, `channels` bytes each: 3 for colours, 1 for a mask. */
export interface Picture {
  width: number;
  height: number;
  channels: 1 | 3;
  data: Uint8Array;
}

/** A part of a picture, in shares of its width and height: it means the same at every size. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** In a mask: 255 is the car, 0 is what stands behind it, between them is the edge. */
export const CAR = 255;

export const blank = (width: number, height: number, channels: 1 | 3): Picture => ({
  width,
  height,
  channels,
  data: new Uint8Array(width * height * channels),
});

/** The share of two masks' common ground in all that either covers. */
export function overlap(one: Picture, other: Picture): number {
  let [both, either] = [0, 0];
  for (let at = 0; at < one.data.length; at++) {
    const [a, b] = [one.data[at]! >= 128, other.data[at]! >= 128];
    if (a && b) both += 1;
    if (a || b) either += 1;
  }
  return either === 0 ? 0 : both / either;
}

/** Takes the nearest pixel of each place; enough for masks and for looking at small pictures. */
export function resized({ width, height, channels, data }: Picture, toWidth: number, toHeight: number): Picture {
  const to = blank(toWidth, toHeight, channels);
  for (let y = 0; y < toHeight; y++) {
    const row = Math.min(height - 1, Math.floor(((y + 0.5) * height) / toHeight)) * width;
    for (let x = 0; x < toWidth; x++) {
      const from = (row + Math.min(width - 1, Math.floor(((x + 0.5) * width) / toWidth))) * channels;
      const at = (y * toWidth + x) * channels;
      for (let channel = 0; channel < channels; channel++) to.data[at + channel] = data[from + channel]!;
    }
  }
  return to;
}
