import sharp from "sharp";
import { blank, CAR, type Picture } from "#app/vehicle-photos/editing/picture";

/** A drawn car before a wall, with the mask that is true of it. Nothing of it was photographed. */
export interface CarScene {
  photo: Picture;
  mask: Picture;
}

interface SceneLook {
  width?: number;
  height?: number;
  paint?: string;
  wall?: string;
  ground?: string;
  tires?: string;
  /** In thousandths of the width. */
  shift?: number;
}

const body =
  "M150 330 C150 290 175 285 240 275 L330 215 C345 205 360 200 385 200 L560 200 C590 200 610 208 640 228 L705 272 C790 280 835 292 840 330 L840 372 L150 372 Z";

function carSvg({ paint = "#b3342a", tires = "#17181a", shift = 0 }: SceneLook, isMask: boolean): string {
  const fill = (colour: string) => (isMask ? "#ffffff" : colour);
  const wheel = (x: number) =>
    `<circle cx="${x}" cy="372" r="52" fill="${fill(tires)}"/>${isMask ? "" : `<circle cx="${x}" cy="372" r="24" fill="#b9bec2"/>`}`;
  return `<g transform="translate(${shift} 90)"><path d="${body}" fill="${fill(paint)}"/>${
    isMask
      ? ""
      : `<path d="M350 222 L470 222 L470 272 L290 272 Z M490 222 L560 222 L650 272 L490 272 Z" fill="#2c3a44"/>`
  }${wheel(290)}${wheel(700)}</g>`;
}

async function draw(svg: string, width: number, height: number, channels: 1 | 3): Promise<Picture> {
  const image = sharp(Buffer.from(svg)).resize(width, height).flatten({ background: "#000000" });
  const ready = channels === 1 ? image.toColourspace("b-w") : image.toColourspace("srgb");
  const { data } = await ready.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width, height, channels, data: new Uint8Array(data) };
}

const svgOf = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 750" width="1000" height="750">${inner}</svg>`;

/** Grain, the same every time: a flat colour is no photo, and an edge in it is found by anybody. */
function grained(photo: Picture): Picture {
  let seed = 20_26;
  const data = photo.data.map((value) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.min(255, Math.max(0, value + (seed % 17) - 8));
  });
  return { ...photo, data };
}

export async function carScene(look: SceneLook = {}): Promise<CarScene> {
  const { width = 640, height = 480, wall = "#8fa3ad", ground = "#6f6a62" } = look;
  const back = `<rect width="1000" height="430" fill="${wall}"/><rect y="430" width="1000" height="320" fill="${ground}"/>
    <rect x="60" y="60" width="120" height="200" fill="#a9b8bf"/><rect x="780" y="90" width="150" height="170" fill="#9db0b8"/>`;
  const photo = grained(await draw(svgOf(back + carSvg(look, false)), width, height, 3));
  const edge = await draw(svgOf(carSvg(look, true)), width, height, 1);
  return { photo, mask: { ...edge, data: edge.data.map((value) => (value >= 128 ? CAR : 0)) } };
}

/** A scene as a file a phone would send. */
export async function carPhoto(look: SceneLook = {}): Promise<Buffer> {
  const { photo } = await carScene({ width: 1200, height: 900, ...look });
  const { width, height, data } = photo;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A mask with a rectangle of car, in shares. */
export function boxMask(width: number, height: number, [x, y, wide, high]: [number, number, number, number]): Picture {
  const mask = blank(width, height, 1);
  for (let row = Math.round(y * height); row < Math.round((y + high) * height); row++)
    mask.data.fill(CAR, row * width + Math.round(x * width), row * width + Math.round((x + wide) * width));
  return mask;
}
