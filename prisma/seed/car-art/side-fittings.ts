import { ground, type SideShape } from "./body-shape";
import type { Paint } from "./paint";
import { wellGap } from "./side-paint";
import { line, path, url, type IdOf } from "./svg-writing";

/** The glass: what shows through it, what it mirrors, and its frame. */
export function drawGlass(shape: SideShape, id: IdOf) {
  const { roof, belt, nose, tail } = shape;
  const seats = shape.headrests
    .map(
      ([x, y]) =>
        `<g transform="translate(${x} ${y})" fill="#080b0d" opacity=".85"><rect x="-17" y="-48" width="32" height="22" rx="8"/><rect x="-8" y="-30" width="4" height="10"/><rect x="3" y="-30" width="4" height="10"/><path d="M-24 14C-26 -6 -20 -20 -8 -21L10 -21C22 -20 26 -8 26 14Z"/></g>`,
    )
    .join("");
  const [sx, sy] = shape.steering;
  const streak = (x: number, width: number, opacity: number) =>
    path(
      `M${x} ${belt + 6}L${x + 78} ${roof}L${x + 78 + width} ${roof}L${x + width} ${belt + 6}Z`,
      `fill="${url(id("sheen"))}" opacity="${opacity}"`,
    );
  const middle = (nose + tail) / 2;
  return [
    path(shape.glass, `fill="${url(id("glass"))}"`),
    `<g clip-path="${url(id("panes"))}">`,
    `<rect x="${nose}" y="${roof + 26}" width="${tail - nose}" height="${belt - roof - 50}" fill="#8ea2ad" opacity=".2" filter="${url(id("glass-9"))}"/>`,
    seats,
    `<ellipse cx="${sx}" cy="${sy}" rx="7" ry="24" fill="none" stroke="#080b0d" stroke-width="5" transform="rotate(24 ${sx} ${sy})"/>`,
    streak(middle - 110, 66, 1) +
      streak(middle - 28, 14, 0.8) +
      streak(middle + 92, 90, 0.75) +
      streak(middle + 250, 40, 0.7),
    ...shape.pillars.map((pillar) => path(pillar, 'fill="#0b0e10"')),
    line(shape.glass, "#e8f3f8", 5, `opacity=".25" filter="${url(id("glass-2"))}"`),
    "</g>",
    line(shape.glass, "#07090a", 4),
    line(shape.glass, "#c9d3d9", 1, 'opacity=".7"'),
  ].join("");
}

export function drawLamps(shape: SideShape, id: IdOf) {
  const { headlamp, tailLamp, fogLamp } = shape;
  const fog = fogLamp
    ? `<g transform="translate(${fogLamp[0]} ${fogLamp[1]})"><rect x="-14" y="-6" width="28" height="11" rx="5" fill="#0c0e10"/><rect x="-8" y="-3.4" width="17" height="5.6" rx="2.8" fill="#dfe7ea"/></g>`
    : "";
  const projectors = headlamp.projectors
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="7.4" fill="#0b1013" stroke="#8b99a2" stroke-width="1.1"/><circle cx="${x}" cy="${y}" r="4.8" fill="#35424b"/><circle cx="${x - 1.6}" cy="${y - 1.8}" r="1.5" fill="#e8f4fa"/>`,
    )
    .join("");
  const ribs = Array.from({ length: 40 }, (_, turn) => `M${shape.tail - 130} ${shape.belt + turn * 3.4}h150`).join("");
  return [
    path(headlamp.shape, `fill="${url(id("lens"))}"`),
    `<g clip-path="${url(id("lens-edge"))}">${projectors}${line(headlamp.shape, "#d8e6ee", 3.4, 'opacity=".5"')}</g>`,
    line(headlamp.shape, "#0b0f12", 1.4),
    line(headlamp.blade, "#bfe4ff", 9, `opacity=".55" filter="${url(id("lamp-5"))}"`),
    line(headlamp.blade, "#ffffff", 3.6),
    path(tailLamp.shape, `fill="${url(id("red"))}"`),
    `<g clip-path="${url(id("tail-edge"))}">${line(ribs, "#5e070c", 1, 'opacity=".4"')}${line(tailLamp.shape, "#ffb3a4", 4, 'opacity=".4"')}</g>`,
    line(tailLamp.shape, "#3a0607", 1.3),
    line(tailLamp.blade, "#ff5a48", 8, `opacity=".7" filter="${url(id("tail-5"))}"`),
    line(tailLamp.blade, "#ffd9cf", 2.4),
    fog,
  ].join("");
}

export function drawMirror([x, y]: readonly [number, number], paint: Paint) {
  return [
    `<g transform="translate(${x} ${y})">`,
    path("M-10 8L6 -2L14 2L0 10Z", 'fill="#0d1012"'),
    path(
      "M-6 2C-8 -14 2 -23 18 -23C32 -23 40 -16 40 -6C40 0 36 3 30 3Z",
      `fill="${paint.body}" stroke="${paint.seam}" stroke-width=".9"`,
    ),
    path(
      "M-4 -4C-2 -15 6 -20 18 -20C28 -20 34 -16 36 -10C24 -14 8 -13 -4 -4Z",
      `fill="${paint.light}" opacity="${0.75 * paint.gloss}"`,
    ),
    path("M-6 2L30 3C34 3 37 1 39 -3C26 -3 8 -4 -6 -2Z", 'fill="#0d1012"'),
    "</g>",
  ].join("");
}

/** The well, the wheel and the lip, over the paint. */
export function drawWheels(shape: SideShape, id: IdOf) {
  const { front, rear, radius } = shape.wheels;
  const cy = ground - radius;
  const one = (x: number) => {
    const well = radius + wellGap;
    const lip = well + shape.archLip / 2;
    const foot = Math.min(shape.bottom + 3, cy + well - 4);
    const reach = (r: number) => Math.sqrt(Math.max(r * r - (foot - cy) * (foot - cy), 0));
    const arc = (r: number) => `M${x - reach(r)} ${foot}A${r} ${r} 0 1 1 ${x + reach(r)} ${foot}`;
    return [
      path(`${arc(well)}Z`, 'fill="#060708"'),
      shape.archLip > 0
        ? `<path d="${arc(lip)}" fill="none" stroke="${url(id("lip"))}" stroke-width="${shape.archLip}"/>`
        : "",
      shape.archLip > 0
        ? line(arc(lip + shape.archLip / 2 - 1), "#8b949b", 1, 'opacity=".5"')
        : line(arc(well), "#000000", 2, 'opacity=".5"'),
      `<use href="#${id("wheel")}" transform="translate(${x} ${cy}) scale(${radius / 100})"/>`,
    ].join("");
  };
  return one(front) + one(rear);
}
