import type { BodyShape, FaceShape } from "./body-shape";
import { drawGlass, drawMirrors, drawSideGlass, headrest, plate } from "./face-fittings";
import { drawShell, drawTyres, dressed } from "./face-shell";
import type { Paint } from "./paint";
import { line, mirrored, path, url, type IdOf } from "./svg-writing";

function halfWindscreen({ side: { roof, belt }, face: { roofHalf: r, beltHalf: b } }: BodyShape) {
  return [
    `M0 ${roof + 15}C${r * 0.6} ${roof + 15} ${r * 0.8} ${roof + 17} ${r - 9} ${roof + 22}`,
    `C${r + 2} ${roof + 34} ${b - 26} ${belt - 30} ${b - 17} ${belt - 6}`,
    `C${b * 0.6} ${belt + 3} ${b * 0.3} ${belt + 6} 0 ${belt + 6}Z`,
  ].join("");
}

/** A closed nose has none. */
function drawGrille(front: FaceShape["front"]) {
  return front.grille
    ? [
        mirrored(path(front.grille, 'fill="#0c0f11"')),
        ...front.bars.map((bar) =>
          mirrored(line(bar, "#4a5258", 3) + line(bar, "#a2abb2", 0.9, 'transform="translate(0 -1.2)"')),
        ),
        mirrored(line(front.grille.replace("Z", ""), "#b7c0c6", 2)),
      ].join("")
    : "";
}

export function drawFront(shape: BodyShape, paint: Paint, id: IdOf) {
  const { belt, roof } = shape.side;
  const { front, halfWidth: w, beltHalf: b, bumper } = shape.face;
  const edge = front.bonnetEdge;
  const bonnet = `M0 ${belt + 6}C${b * 0.3} ${belt + 6} ${b * 0.6} ${belt + 3} ${b - 12} ${belt - 2}C${b + 4} ${belt + 10} ${w - 16} ${edge - 16} ${w - 12} ${edge - 4}C${w * 0.7} ${edge + 6} ${w * 0.3} ${edge + 8} 0 ${edge + 8}Z`;
  const inside = [
    headrest(-62, belt - 2) + headrest(62, belt - 2),
    `<ellipse cx="64" cy="${belt + 2}" rx="28" ry="20" fill="none" stroke="#05070a" stroke-width="5"/>`,
    `<rect x="-22" y="${roof + 24}" width="44" height="13" rx="5" fill="#06080a"/>`,
    `<rect x="-200" y="${belt - 6}" width="400" height="30" fill="#05070a" opacity=".75"/>`,
  ].join("");
  const car = [
    drawTyres(shape, id),
    drawMirrors(shape, paint),
    drawShell(shape, paint, id),
    `<g clip-path="${url(id("body"))}">`,
    mirrored(path(bonnet, `fill="${paint.light}" opacity="${0.35 * paint.gloss}" filter="${url(id("half-5"))}"`)),
    mirrored(
      line(
        `M${b * 0.52} ${belt + 8}C${b * 0.58} ${belt + 22} ${b * 0.6} ${edge - 10} ${b * 0.6} ${edge + 4}`,
        paint.deep,
        7,
        `opacity="${0.3 * paint.depth}" filter="${url(id("half-2"))}"`,
      ) +
        line(
          `M${b * 0.56} ${belt + 8}C${b * 0.62} ${belt + 22} ${b * 0.64} ${edge - 10} ${b * 0.64} ${edge + 2}`,
          "#ffffff",
          2.5,
          `opacity="${0.4 * paint.gloss}" filter="${url(id("half-1"))}"`,
        ),
    ),
    mirrored(
      line(`M0 ${edge + 4}C${w * 0.3} ${edge + 4} ${w * 0.7} ${edge + 2} ${w - 10} ${edge - 8}`, paint.seam, 1.6) +
        line(
          `M0 ${edge + 6}C${w * 0.3} ${edge + 6} ${w * 0.7} ${edge + 4} ${w - 10} ${edge - 6}`,
          paint.light,
          1.2,
          `opacity="${0.5 * paint.gloss}"`,
        ),
    ),
    "</g>",
    drawGrille(front),
    mirrored(path(front.intake, 'fill="#090b0d"') + line(front.intake.replace("Z", ""), "#59626a", 1, 'opacity=".7"')),
    `<g clip-path="${url(id("body"))}">`,
    mirrored(path(front.lamp, `fill="${url(id("lens"))}" stroke="#0b0f12" stroke-width="1.5"`)),
    mirrored(
      line(front.blade, "#bfe4ff", 9, `opacity=".55" filter="${url(id("half-5"))}"`) +
        line(front.blade, "#ffffff", 3.8),
    ),
    "</g>",
    mirrored(
      `<g transform="translate(${w - 36} ${bumper + 12})"><rect x="-18" y="-6" width="34" height="12" rx="5" fill="#07090a"/><rect x="-12" y="-3" width="23" height="6" rx="3" fill="#dfe7ea"/></g>`,
    ),
    drawSideGlass(shape),
    drawGlass(shape, halfWindscreen(shape), inside, id),
    line(`M-96 ${belt + 1}L-8 ${belt - 4}M-4 ${belt + 3}L84 ${belt - 4}`, "#05070a", 2.4),
    mirrored(shape.face.trim.map((part) => path(part, 'fill="#111417"')).join("")),
    plate(front.plate),
  ].join("");
  return dressed(shape, paint, car, id);
}
