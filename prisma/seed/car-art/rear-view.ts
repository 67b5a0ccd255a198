import type { BodyShape } from "./body-shape";
import { drawGlass, drawMirrors, drawSideGlass, headrest, plate } from "./face-fittings";
import { drawShell, drawTyres, dressed } from "./face-shell";
import type { Paint } from "./paint";
import { line, mirrored, path, url, type IdOf } from "./svg-writing";

/** A fold across the tailgate, the hollow that holds the plate, and the lower bumper's outlets. */
function drawTailgate({ side: { bottom }, face: { rear, halfWidth: w, bumper } }: BodyShape, paint: Paint, id: IdOf) {
  const middle = Math.min(rear.plate + 22, bumper - 34);
  const fold = `M0 ${middle}C${w * 0.4} ${middle} ${w * 0.75} ${middle - 8} ${w} ${middle - 20}`;
  return [
    `<g clip-path="${url(id("body"))}">`,
    mirrored(
      line(
        fold,
        paint.deep,
        16,
        `opacity="${0.4 * paint.depth}" filter="${url(id("half-5"))}" transform="translate(0 8)"`,
      ),
    ),
    mirrored(line(fold, paint.light, 2.4, `opacity="${0.7 * paint.gloss}" filter="${url(id("half-1"))}"`)),
    `<rect x="-58" y="${rear.plate - 20}" width="116" height="38" rx="9" fill="${paint.deep}" opacity=".5" filter="${url(id("snug-1"))}"/>`,
    `<rect x="-54" y="${rear.plate - 19}" width="108" height="6" rx="3" fill="#14181b" opacity=".8"/>`,
    "</g>",
    mirrored(path(`M0 ${bumper + 22}L96 ${bumper + 22}L84 ${bottom - 3}L0 ${bottom - 3}Z`, 'fill="#090b0d"')),
    mirrored(
      [24, 50]
        .map((x) => `<rect x="${x}" y="${bumper + 24}" width="3" height="${bottom - bumper - 28}" fill="#23282c"/>`)
        .join(""),
    ),
  ].join("");
}

export function drawRear(shape: BodyShape, paint: Paint, id: IdOf) {
  const { belt } = shape.side;
  const { rear, halfWidth: w, bumper } = shape.face;
  const car = [
    drawTyres(shape, id),
    drawMirrors(shape, paint),
    drawShell(shape, paint, id),
    drawTailgate(shape, paint, id),
    ...rear.seams.map((seam) =>
      mirrored(
        line(seam, paint.light, 1.3, `opacity="${0.5 * paint.gloss}" transform="translate(1.4 1)"`) +
          line(seam, paint.seam, 1.7),
      ),
    ),
    `<g clip-path="${url(id("body"))}">`,
    mirrored(path(rear.lamp, `fill="${url(id("red"))}" stroke="#3a0607" stroke-width="1.3"`)),
    mirrored(
      line(rear.blade, "#ff5a48", 9, `opacity=".65" filter="${url(id("half-5"))}"`) + line(rear.blade, "#ffd9cf", 2.6),
    ),
    "</g>",
    mirrored(`<rect x="${w - 44}" y="${bumper + 8}" width="30" height="7" rx="3" fill="#8e1820"/>`),
    drawSideGlass(shape),
    drawGlass(shape, rear.glass, headrest(-64, belt) + headrest(64, belt) + headrest(0, belt + 6), id),
    `<rect x="-26" y="${rear.brakeLight}" width="52" height="4" rx="2" fill="#b3151c"/>`,
    mirrored([...shape.face.trim, ...rear.trim].map((part) => path(part, 'fill="#111417"')).join("")),
    rear.wiper === undefined
      ? ""
      : line(`M-4 ${rear.wiper}L64 ${rear.wiper - 7}`, "#05070a", 3) +
        `<circle cx="-6" cy="${rear.wiper}" r="4.5" fill="#0d1012"/>`,
    plate(rear.plate),
  ].join("");
  return dressed(shape, paint, car, id);
}
