import { ground, type SideShape } from "./body-shape";
import type { Paint } from "./paint";
import { line, linear, path, url, type IdOf } from "./svg-writing";

/** How far the black of the wheel well reaches past the tyre. */
export const wellGap = 9;

const share = (shape: SideShape, y: number) => (y - shape.roof) / (shape.bottom - shape.roof);

/** Sill, glass and arch lips: the same on every paint. */
function fittingGradients({ belt, bottom, roof, wheels }: SideShape, id: IdOf) {
  return [
    linear(
      id("sill"),
      [0, bottom - 46, 0, bottom],
      [
        [0, "#3c4247"],
        [0.3, "#272b2f"],
        [1, "#121416"],
      ],
    ),
    linear(
      id("glass"),
      [0, roof + 12, 0, belt],
      [
        [0, "#46535d"],
        [0.4, "#242d34"],
        [1, "#10161a"],
      ],
    ),
    linear(
      id("sheen"),
      [0, roof, 0, belt],
      [
        [0, "#dcebf2", 0.34],
        [1, "#dcebf2", 0.05],
      ],
    ),
    linear(
      id("lip"),
      [0, ground - wheels.radius * 2 - 24, 0, bottom],
      [
        [0, "#555c62"],
        [0.35, "#30353a"],
        [1, "#17191c"],
      ],
    ),
  ].join("");
}

export function paintDefs(shape: SideShape, paint: Paint, id: IdOf) {
  const { belt, bottom, roof, nose, tail } = shape;
  return [
    linear(
      id("paint"),
      [0, roof, 0, bottom],
      [
        [0, paint.sky],
        [share(shape, roof + 16), paint.body],
        [share(shape, belt - 14), paint.body],
        [share(shape, belt + 8), paint.light],
        [share(shape, belt + 34), paint.body],
        [share(shape, belt + 84), paint.body],
        [share(shape, belt + 128), paint.shade],
        [1, paint.deep],
      ],
    ),
    linear(
      id("ends"),
      [nose, 0, tail, 0],
      [
        [0, paint.deep, 0.75],
        [0.045, paint.deep, 0.28],
        [0.13, paint.deep, 0],
        [0.86, paint.deep, 0],
        [0.955, paint.deep, 0.3],
        [1, paint.deep, 0.78],
      ],
    ),
    linear(
      id("rim-light"),
      [0, roof - 4, 0, belt + 50],
      [
        [0, "#ffffff", 0.5],
        [0.55, "#ffffff", 0.42],
        [1, "#ffffff", 0],
      ],
    ),
    fittingGradients(shape, id),
  ].join("");
}

/** The paint: base, light along the shoulder, shade under the crease, dark ends, light round the arches. */
export function drawPaint(shape: SideShape, paint: Paint, id: IdOf) {
  const { front, rear, radius } = shape.wheels;
  const cy = ground - radius;
  const flare = (x: number) => {
    const r = radius + wellGap + shape.archLip + 9;
    const arc = `M${x - r * 0.94} ${cy - r * 0.34}A${r} ${r} 0 0 1 ${x + r * 0.94} ${cy - r * 0.34}`;
    return line(arc, paint.light, 9, `opacity="${0.42 * paint.gloss}" filter="${url(id("snug-5"))}"`);
  };
  const under = (x: number) =>
    `<circle cx="${x}" cy="${cy + 8}" r="${radius + wellGap + shape.archLip + 3}" fill="${paint.deep}" opacity="${paint.depth}" filter="${url(id("snug-5"))}"/>`;
  return [
    path(shape.outline, `fill="${url(id("paint"))}" stroke="${paint.seam}" stroke-opacity=".5" stroke-width="1.4"`),
    `<g clip-path="${url(id("body"))}">`,
    line(shape.shoulder, "#ffffff", 20, `opacity="${0.4 * paint.gloss}" filter="${url(id("shoulder-9"))}"`),
    line(shape.shoulder, "#ffffff", 5, `opacity="${0.5 * paint.gloss}" filter="${url(id("shoulder-2"))}"`),
    `<g clip-path="${url(id("below-crease"))}">`,
    line(shape.crease, paint.deep, 64, `opacity="${0.55 * paint.depth}" filter="${url(id("crease-16"))}"`),
    line(shape.crease, paint.deep, 15, `opacity="${0.85 * paint.depth}" filter="${url(id("crease-5"))}"`),
    "</g>",
    line(
      shape.crease,
      paint.light,
      2.2,
      `opacity="${0.75 * paint.gloss}" filter="${url(id("crease-1"))}" transform="translate(0 -2)"`,
    ),
    line(
      shape.sillLine,
      paint.light,
      16,
      `opacity="${0.26 * paint.gloss}" filter="${url(id("sill-9"))}" transform="translate(0 -22)"`,
    ),
    under(front) + under(rear) + flare(front) + flare(rear),
    `<rect x="${shape.nose - 40}" y="0" width="${shape.tail - shape.nose + 80}" height="400" fill="${url(id("ends"))}"/>`,
    path(shape.outline, `fill="none" stroke="${url(id("rim-light"))}" stroke-width="3" opacity="${paint.gloss}"`),
    "</g>",
  ].join("");
}

export function drawSeams(shape: SideShape, paint: Paint) {
  const seams = shape.seams
    .map(
      (seam) =>
        line(seam, paint.light, 1.3, `opacity="${0.55 * paint.gloss}" transform="translate(1.6 .4)"`) +
        line(seam, paint.seam, 1.7),
    )
    .join("");
  const handles = shape.handles
    .map(
      ([x, y]) =>
        `<g transform="translate(${x} ${y})"><rect x="-1" y="-2" width="42" height="11" rx="5.5" fill="${paint.deep}" opacity=".45"/>` +
        `<rect width="40" height="7" rx="3.5" fill="${paint.body}" stroke="${paint.seam}" stroke-width=".9"/>` +
        `<rect x="3" y="1.1" width="34" height="2" rx="1" fill="#ffffff" opacity="${0.6 * paint.gloss}"/></g>`,
    )
    .join("");
  return seams + handles;
}
