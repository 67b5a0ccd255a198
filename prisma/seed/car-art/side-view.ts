import { ground, type SideShape } from "./body-shape";
import type { Paint } from "./paint";
import { drawGlass, drawLamps, drawMirror, drawWheels } from "./side-fittings";
import { drawPaint, drawSeams, paintDefs } from "./side-paint";
import { blur, clip, line, linear, path, radial, snugBlur, url, type IdOf } from "./svg-writing";
import { drawWheel, wheelDefs } from "./wheel";

/** One blur for each band of the car: a blur costs by its area, and there are many of them. */
function sideBlurs({ nose, tail, roof, belt, bottom }: SideShape, id: IdOf) {
  const across = (top: number, foot: number) => ({
    x: nose - 70,
    y: top,
    width: tail - nose + 140,
    height: foot - top,
  });
  const lamp = (x: number) => ({ x, y: belt - 30, width: 230, height: 150 });
  const shoulder = across(belt - 40, belt + 95);
  const crease = across(belt + 25, belt + 190);
  const shadow = across(bottom - 50, ground + 60);
  return [
    blur(id("shoulder-9"), 9, shoulder) + blur(id("shoulder-2"), 2, shoulder),
    blur(id("crease-16"), 16, crease) + blur(id("crease-5"), 5, crease) + blur(id("crease-1"), 1, crease),
    blur(id("sill-9"), 9, across(bottom - 90, bottom + 30)),
    blur(id("glass-9"), 9, across(roof, belt + 10)) + blur(id("glass-2"), 2, across(roof, belt + 10)),
    blur(id("lamp-5"), 5, lamp(nose - 30)) + blur(id("tail-5"), 5, lamp(tail - 190)),
    blur(id("shadow-16"), 16, shadow) + blur(id("shadow-5"), 5, shadow),
  ].join("");
}

function lampAndShadowGradients(shape: SideShape, id: IdOf) {
  return [
    linear(
      id("lens"),
      [shape.nose, 180, shape.nose + 100, 230],
      [
        [0, "#2c353b"],
        [0.5, "#59656d"],
        [1, "#b3c0c8"],
      ],
    ),
    linear(
      id("under"),
      [shape.nose + 20, 0, shape.tail - 20, 0],
      [
        [0, "#06090c", 0],
        [0.12, "#06090c", 0.6],
        [0.24, "#06090c", 0.82],
        [0.76, "#06090c", 0.82],
        [0.88, "#06090c", 0.6],
        [1, "#06090c", 0],
      ],
    ),
    radial(
      id("red"),
      [shape.tail - 20, shape.belt + 40, 70],
      [
        [0, "#ee3a32"],
        [0.6, "#b81820"],
        [1, "#7d0d15"],
      ],
    ),
  ].join("");
}

function drawShadow(shape: SideShape, id: IdOf) {
  const { front, rear, radius } = shape.wheels;
  return [
    `<ellipse cx="${(shape.nose + shape.tail) / 2}" cy="${ground + 2}" rx="${(shape.tail - shape.nose) / 2 + 12}" ry="15" fill="#0b1116" opacity=".34" filter="${url(id("shadow-16"))}"/>`,
    // The floor under the car recedes upwards, so the dark reaches from the contact line to the sill.
    `<rect x="${shape.nose + 20}" y="${shape.bottom - 2}" width="${shape.tail - shape.nose - 40}" height="${ground - shape.bottom + 4}" rx="10" fill="${url(id("under"))}" filter="${url(id("shadow-5"))}"/>`,
    ...[front, rear].map(
      (x) =>
        `<ellipse cx="${x}" cy="${ground}" rx="${radius * 0.5}" ry="4" fill="#000000" opacity=".75" filter="${url(id("snug-2"))}"/>`,
    ),
  ].join("");
}

/** The whole car from the side, without its shadow or surroundings. */
export function drawSide(shape: SideShape, paint: Paint, id: IdOf) {
  const { front, rear } = shape.wheels;
  const defs = [
    paintDefs(shape, paint, id),
    wheelDefs(id),
    `<g id="${id("wheel")}">${drawWheel(id, shape.wheels.design)}</g>`,
    clip(id("body"), path(shape.outline)),
    clip(id("panes"), path(shape.glass)),
    clip(id("lens-edge"), path(shape.headlamp.shape)),
    clip(id("tail-edge"), path(shape.tailLamp.shape)),
    clip(id("below-crease"), path(`${shape.crease}L${shape.tail + 60} 420L${shape.nose - 60} 420Z`)),
    clip(id("below-sill"), path(`${shape.sillLine}L${shape.tail + 60} 420L${shape.nose - 60} 420Z`)),
    sideBlurs(shape, id),
    ...[2, 5].map((deviation) => snugBlur(id(`snug-${deviation}`), deviation)),
    lampAndShadowGradients(shape, id),
  ].join("");
  const car = [
    `<rect x="${front}" y="${shape.bottom - 20}" width="${rear - front}" height="${30}" fill="#07080a"/>`,
    ...(shape.fins ?? []).map((fin) => path(fin, `fill="${paint.body}"`)),
    drawPaint(shape, paint, id),
    drawSeams(shape, paint),
    `<g clip-path="${url(id("body"))}"><g clip-path="${url(id("below-sill"))}"><rect x="${shape.nose - 20}" y="200" width="${shape.tail - shape.nose + 40}" height="200" fill="${url(id("sill"))}"/></g>`,
    line(shape.sillLine, "#747d84", 1.2, 'opacity=".55"'),
    "</g>",
    drawLamps(shape, id),
    drawWheels(shape, id),
    drawGlass(shape, id),
    ...shape.trim.map((part) => path(part, 'fill="#111417"')),
    drawMirror(shape.mirror, paint),
  ].join("");
  // Without blurs: so little of it shows that nobody would see them, and they are most of the work.
  const floorImage = [
    path(shape.outline, `fill="${url(id("paint"))}"`),
    `<g clip-path="${url(id("body"))}"><g clip-path="${url(id("below-sill"))}"><rect x="${shape.nose - 20}" y="200" width="${shape.tail - shape.nose + 40}" height="200" fill="${url(id("sill"))}"/></g></g>`,
    `<rect x="${front}" y="${shape.bottom - 20}" width="${rear - front}" height="30" fill="#07080a"/>`,
    drawWheels(shape, id),
  ].join("");
  return { defs, car, floorImage, shadow: drawShadow(shape, id) };
}
