/** Names an element inside one drawing. Prefixed, so that several drawings can share one page. */
export type IdOf = (name: string) => string;

export type Area = { x: number; y: number; width: number; height: number };

export type Stop = readonly [offset: number, colour: string, opacity?: number];

const stopTags = (stops: readonly Stop[]) =>
  stops
    .map(([offset, colour, opacity = 1]) => {
      const at = Math.round(offset * 1000) / 1000;
      return `<stop offset="${at}" stop-color="${colour}"${opacity === 1 ? "" : ` stop-opacity="${opacity}"`}/>`;
    })
    .join("");

/** A gradient along a line in drawing units, so that neighbouring shapes share one light. */
export const linear = (
  id: string,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stops: readonly Stop[],
) =>
  `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`;

export const radial = (id: string, [cx, cy, r]: readonly [number, number, number], stops: readonly Stop[]) =>
  `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${cx}" cy="${cy}" r="${r}">${stopTags(stops)}</radialGradient>`;

/**
 * A blur over a given area. An area measured from the shape itself fails on a
 * level line, whose box has no height; a needlessly large one costs seconds.
 * Blurred in sRGB: the default, linear light, leaves so few steps near black
 * that shadows show edges and a tint.
 */
export const blur = (id: string, deviation: number, { x, y, width, height }: Area) =>
  `<filter id="${id}" filterUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;

/** A blur for shapes that have both a width and a height, over little more than the shape. */
export const snugBlur = (id: string, deviation: number) =>
  `<filter id="${id}" x="-.3" y="-.4" width="1.6" height="1.8" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;

export const clip = (id: string, content: string) => `<clipPath id="${id}">${content}</clipPath>`;

export const path = (d: string, attributes = "") => `<path d="${d}" ${attributes}/>`;

/** A line without a fill, with round ends. */
export const line = (d: string, colour: string, width: number, attributes = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`;

export const url = (id: string) => `url(#${id})`;

/** The drawing and its mirror image across the middle line x = 0. */
export const mirrored = (half: string) => `${half}<g transform="scale(-1 1)">${half}</g>`;
