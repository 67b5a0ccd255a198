import { ground, type BodyShape } from "./body-shape";
import type { Paint } from "./paint";
import { blur, clip, line, linear, mirrored, path, snugBlur, url, type IdOf } from "./svg-writing";

/**
 * A camera stands near and low, so a car seems wider from ahead than its
 * measured drawing does. Everything is stretched by this much.
 */
const stance = 1.06;
const widened = (content: string) => `<g transform="scale(${stance} 1)">${content}</g>`;

/** Right half of the silhouette: roof, slanting pillar, shoulder, tucked underside. */
function halfOutline({ side: { roof, belt, bottom }, face: { halfWidth: w, roofHalf: r, beltHalf: b } }: BodyShape) {
  return [
    `M0 ${roof}C${r * 0.5} ${roof} ${r * 0.84} ${roof + 2} ${r} ${roof + 12}`,
    `C${r + 10} ${roof + 20} ${b - 9} ${belt - 34} ${b} ${belt - 2}`,
    `C${b + 14} ${belt + 4} ${w - 4} ${belt + 20} ${w} ${belt + 54}`,
    `L${w + 1} ${bottom - 62}C${w + 1} ${bottom - 18} ${w - 5} ${bottom - 2} ${w - 24} ${bottom}L0 ${bottom}Z`,
  ].join("");
}

/** Glass, rubber, lamps: the same on every paint. */
function fittingGradients({ side: { roof, belt, bottom }, face: { halfWidth: w, bumper } }: BodyShape, id: IdOf) {
  return [
    linear(
      id("glass"),
      [0, roof + 12, 0, belt + 6],
      [
        [0, "#52616c"],
        [0.45, "#27313a"],
        [1, "#11171b"],
      ],
    ),
    linear(
      id("bumper"),
      [0, bumper, 0, bottom],
      [
        [0, "#3a4045"],
        [0.3, "#24282c"],
        [1, "#0f1113"],
      ],
    ),
    linear(
      id("tread"),
      [w - 60, 0, w, 0],
      [
        [0, "#0b0c0e"],
        [0.35, "#26292c"],
        [0.75, "#1b1d20"],
        [1, "#08090a"],
      ],
    ),
    linear(
      id("lens"),
      [60, belt + 20, w, belt + 80],
      [
        [0, "#1d252a"],
        [0.5, "#56636c"],
        [1, "#b9c6ce"],
      ],
    ),
    linear(
      id("red"),
      [0, belt, 0, belt + 90],
      [
        [0, "#e8383a"],
        [0.5, "#bd1a22"],
        [1, "#7d0d15"],
      ],
    ),
  ].join("");
}

function faceDefs(shape: BodyShape, paint: Paint, id: IdOf) {
  const { roof, belt, bottom } = shape.side;
  const { halfWidth: w } = shape.face;
  const at = (y: number) => (y - roof) / (bottom - roof);
  const outline = halfOutline(shape);
  // A blur costs by its area: one half of the car, without the roof, is all that most of them need.
  const half = (top: number, foot: number) => ({ x: -40, y: top, width: w + 100, height: foot - top });
  const whole = (top: number, foot: number) => ({ x: -w - 90, y: top, width: w * 2 + 180, height: foot - top });
  return [
    linear(
      id("paint"),
      [0, roof, 0, bottom],
      [
        [0, paint.sky],
        [at(roof + 16), paint.body],
        [at(belt - 6), paint.body],
        [at(belt + 8), paint.light],
        [at(belt + 44), paint.body],
        [at(belt + 92), paint.body],
        [at(belt + 140), paint.shade],
        [1, paint.deep],
      ],
    ),
    linear(
      id("sides"),
      [-w, 0, w, 0],
      [
        [0, paint.deep, 0.82],
        [0.06, paint.deep, 0.4],
        [0.2, paint.deep, 0],
        [0.8, paint.deep, 0],
        [0.94, paint.deep, 0.4],
        [1, paint.deep, 0.82],
      ],
    ),
    fittingGradients(shape, id),
    clip(id("body"), path(outline) + path(outline, 'transform="scale(-1 1)"')),
    ...[1, 2, 5, 9].map((deviation) => blur(id(`half-${deviation}`), deviation, half(belt - 40, bottom + 10))),
    blur(id("roof-2"), 2, whole(roof - 12, roof + 20)),
    blur(id("shadow-16"), 16, whole(bottom - 40, ground + 60)),
    blur(id("shadow-5"), 5, whole(bottom - 40, ground + 30)),
    snugBlur(id("snug-1"), 1) + snugBlur(id("snug-2"), 2),
  ].join("");
}

export function drawTyres({ face: { tyre }, side: { bottom } }: BodyShape, id: IdOf) {
  const left = tyre.outer - tyre.width;
  const grooves = [0.3, 0.5, 0.7]
    .map((share) => `<rect x="${left + tyre.width * share - 1}" y="240" width="2" height="138" fill="#050607"/>`)
    .join("");
  return mirrored(
    `<rect x="${left}" y="230" width="${tyre.width}" height="${ground - 230}" rx="13" fill="${url(id("tread"))}"/>${grooves}` +
      `<rect x="-1" y="${bottom - 12}" width="${left + 5}" height="24" fill="#08090b"/>` +
      `<rect x="-4" y="${bottom + 10}" width="${left + 4}" height="8" rx="4" fill="#16191c"/>`,
  );
}

/** Silhouette with the light that both ends share. */
export function drawShell(shape: BodyShape, paint: Paint, id: IdOf) {
  const { belt, bottom, roof } = shape.side;
  const { halfWidth: w, beltHalf: b, bumper } = shape.face;
  const half = halfOutline(shape);
  const shoulder = `M${b - 30} ${belt + 8}C${b} ${belt + 12} ${w - 14} ${belt + 24} ${w - 8} ${belt + 60}`;
  return [
    // Half a unit past the middle, so that no light shows between the halves.
    mirrored(path(half, `fill="${url(id("paint"))}"`)) +
      `<rect x="-.5" y="${roof}" width="1" height="${bottom - roof}" fill="${url(id("paint"))}"/>`,
    mirrored(path(half.replace("Z", ""), `fill="none" stroke="${paint.seam}" stroke-width="1.4" opacity=".5"`)),
    `<g clip-path="${url(id("body"))}">`,
    `<rect x="${-w - 10}" y="${belt - 10}" width="${2 * w + 20}" height="${bottom - belt + 20}" fill="${url(id("sides"))}"/>`,
    mirrored(line(shoulder, "#ffffff", 12, `opacity="${0.42 * paint.gloss}" filter="${url(id("half-5"))}"`)),
    mirrored(
      line(
        `M0 ${bumper - 6}L${w} ${bumper - 14}`,
        paint.deep,
        18,
        `opacity="${0.5 * paint.depth}" filter="${url(id("half-9"))}"`,
      ),
    ),
    shape.side.archLip > 0
      ? mirrored(
          path(
            `M${w - 2} ${bottom - 104}C${w - 9} ${bottom - 96} ${w - 10} ${bottom - 70} ${w - 10} ${bumper + 4}L${w + 6} ${bumper + 4}L${w + 6} ${bottom - 104}Z`,
            'fill="#23272b" stroke="#23272b" stroke-width="2" stroke-linejoin="round"',
          ),
        )
      : "",
    `<rect x="${-w - 10}" y="${bumper}" width="${2 * w + 20}" height="${bottom - bumper + 10}" fill="${url(id("bumper"))}"/>`,
    line(`M${-w} ${bumper}L${w} ${bumper}`, "#838c93", 1.2, 'opacity=".5"'),
    shape.side.archLip > 0
      ? path(`M-78 ${bottom}L-92 ${bottom - 15}L92 ${bottom - 15}L78 ${bottom}Z`, 'fill="#8d969d" opacity=".75"')
      : "",
    line(
      `M${-w} ${roof + 1.5}L${w} ${roof + 1.5}`,
      "#ffffff",
      5,
      `opacity="${0.35 * paint.gloss}" filter="${url(id("roof-2"))}"`,
    ),
    "</g>",
  ].join("");
}

export function dressed(shape: BodyShape, paint: Paint, car: string, id: IdOf) {
  const floorImage = drawTyres(shape, id) + drawShell(shape, paint, id);
  return {
    defs: faceDefs(shape, paint, id),
    car: widened(car),
    floorImage: widened(floorImage),
    shadow: widened(faceShadow(shape, id)),
  };
}

function faceShadow({ face: { halfWidth: w, tyre }, side: { bottom } }: BodyShape, id: IdOf) {
  const middle = tyre.outer - tyre.width / 2;
  return [
    `<ellipse cx="0" cy="${ground}" rx="${w + 26}" ry="15" fill="#0b1116" opacity=".4" filter="${url(id("shadow-16"))}"/>`,
    `<rect x="${-w + 16}" y="${bottom}" width="${2 * w - 32}" height="${ground - bottom + 2}" fill="#06090c" opacity=".7" filter="${url(id("shadow-5"))}"/>`,
    mirrored(
      `<ellipse cx="${middle}" cy="${ground}" rx="${tyre.width * 0.62}" ry="4.5" fill="#000" opacity=".85" filter="${url(id("snug-2"))}"/>`,
    ),
  ].join("");
}
