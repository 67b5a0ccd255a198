import type { BodyShape } from "./body-shape";
import type { Paint } from "./paint";
import { line, mirrored, path, url, type IdOf } from "./svg-writing";

/** The sliver of side glass that shows past the pillar. */
export function drawSideGlass({ side: { roof, belt }, face: { roofHalf: r, beltHalf: b } }: BodyShape) {
  const outer = `M${r - 1} ${roof + 20}C${r + 8} ${roof + 30} ${b - 12} ${belt - 34} ${b - 3} ${belt - 4}`;
  return mirrored(
    path(
      `${outer}L${b - 10} ${belt - 6}C${b - 19} ${belt - 34} ${r + 4} ${roof + 36} ${r - 1} ${roof + 20}Z`,
      'fill="#12181c"',
    ),
  );
}

export const headrest = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})" fill="#070a0c" opacity=".8"><rect x="-17" y="-40" width="34" height="22" rx="9"/><rect x="-8" y="-22" width="4" height="9"/><rect x="4" y="-22" width="4" height="9"/><path d="M-34 26C-36 2 -30 -12 -14 -14L14 -14C30 -12 36 2 34 26Z"/></g>`;

export function drawGlass(shape: BodyShape, half: string, inside: string, id: IdOf) {
  const { roof, belt } = shape.side;
  const streak = (x: number, width: number, opacity: number) =>
    path(
      `M${x} ${belt + 10}L${x + 56} ${roof}L${x + 56 + width} ${roof}L${x + width} ${belt + 10}Z`,
      `fill="#e3f0f6" opacity="${opacity}"`,
    );
  return [
    `<clipPath id="${id("panes")}">${path(half)}${path(half, 'transform="scale(-1 1)"')}</clipPath>`,
    mirrored(path(half, `fill="${url(id("glass"))}"`)),
    `<g clip-path="${url(id("panes"))}">`,
    inside,
    streak(-118, 46, 0.16) + streak(-58, 12, 0.12) + streak(40, 30, 0.13),
    "</g>",
    mirrored(line(half.replace("Z", ""), "#07090a", 3)),
  ].join("");
}

export function drawMirrors({ side: { belt }, face: { beltHalf: b } }: BodyShape, paint: Paint) {
  return mirrored(
    [
      `<g transform="translate(${b - 2} ${belt - 10})">`,
      path("M-10 10L6 2L12 8L-2 14Z", 'fill="#0d1012"'),
      path(
        "M2 4C2 -12 10 -18 22 -18C36 -18 44 -10 44 2C44 9 40 12 34 12L10 12C5 12 2 9 2 4Z",
        `fill="${paint.body}" stroke="${paint.seam}" stroke-width=".9"`,
      ),
      path(
        "M5 -2C7 -12 14 -15 22 -15C32 -15 38 -11 40 -4C28 -8 14 -8 5 -2Z",
        `fill="${paint.light}" opacity="${0.7 * paint.gloss}"`,
      ),
      path("M3 6L44 5C43 10 40 12 34 12L10 12C6 12 4 10 3 6Z", 'fill="#0d1012"'),
      "</g>",
    ].join(""),
  );
}

/** Strokes for the word DEMO, so that no font is needed where pictures are made. */
const demoLetters =
  "M0 0V10H3C8 10 8 0 3 0ZM17 0H11V10H17M11 5H16M21 10V0L25 6L29 0V10M36 0C30 0 30 10 36 10C42 10 42 0 36 0Z";

export const plate = (y: number) =>
  `<g transform="translate(-37 ${y - 12})"><rect x="-2" y="-2" width="78" height="28" rx="4" fill="#14171a" opacity=".5"/><rect width="74" height="24" rx="3" fill="#f3f5f6" stroke="#9aa3aa" stroke-width="1"/>${line(demoLetters, "#51606b", 2.2, 'transform="translate(17 7)"')}</g>`;
