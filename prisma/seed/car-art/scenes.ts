import { blur, line, linear, path, radial, url, type Area, type IdOf } from "./svg-writing";

/** Reaches past the frame's sides, so that a bleed has something to show. */
const fill = ({ x, y, width, height }: Area, paint: string) =>
  `<rect x="${x - width / 4}" y="${y}" width="${width * 1.5}" height="${height}" fill="${paint}"/>`;

/** A white sweep with a soft floor, brightest behind the roof. */
export function drawStudio(frame: Area, horizon: number, id: IdOf) {
  const { x, y, width, height } = frame;
  const defs = [
    radial(
      id("wall"),
      [x + width / 2, y + height * 0.22, width * 0.72],
      [
        [0, "#ffffff"],
        [0.45, "#f8f9fa"],
        [1, "#e9ecee"],
      ],
    ),
    linear(
      id("floor"),
      [0, horizon, 0, y + height],
      [
        [0, "#e9edef", 0],
        [0.25, "#e6eaec", 0.9],
        [1, "#d3d9dc"],
      ],
    ),
  ].join("");
  return {
    defs,
    scene:
      fill({ ...frame, y: y - height / 4, height: height * 1.5 }, url(id("wall"))) +
      fill({ ...frame, y: horizon, height: y + height * 1.25 - horizon }, url(id("floor"))),
  };
}

const bush = (x: number, y: number, size: number, colour: string) =>
  `<g fill="${colour}"><ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.72}"/><ellipse cx="${x - size * 0.6}" cy="${y + size * 0.24}" rx="${size * 0.62}" ry="${size * 0.5}"/><ellipse cx="${x + size * 0.62}" cy="${y + size * 0.2}" rx="${size * 0.66}" ry="${size * 0.54}"/></g>` +
  `<ellipse cx="${x - size * 0.2}" cy="${y - size * 0.3}" rx="${size * 0.5}" ry="${size * 0.3}" fill="#ffffff" opacity=".12"/>`;

/** Another car far behind, nothing but a hint. */
const parked = (x: number, y: number, colour: string, glass: string) =>
  `<g transform="translate(${x} ${y})"><ellipse cx="62" cy="1" rx="70" ry="5" fill="#22262a" opacity=".5"/>${path("M0 -8L2 -26C10 -34 24 -36 34 -37C46 -52 58 -56 74 -56C94 -56 104 -48 112 -36C122 -34 126 -28 126 -8Z", `fill="${colour}"`)}${path("M42 -37C50 -48 60 -51 72 -51L72 -37ZM77 -51C90 -51 97 -46 103 -37L77 -37Z", `fill="${glass}"`)}<circle cx="28" cy="-9" r="11" fill="#1b1e20"/><circle cx="100" cy="-9" r="11" fill="#1b1e20"/><circle cx="28" cy="-9" r="5" fill="#8b9297"/><circle cx="100" cy="-9" r="5" fill="#8b9297"/></g>`;

const cone = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><ellipse cx="4" cy="1" rx="26" ry="4" fill="#15181a" opacity=".45"/>${path("M-21 -5L21 -5L24 0L-24 0Z", 'fill="#b9501f"')}${path("M-14 -5L-3 -48L3 -48L14 -5Z", 'fill="#e8702f"')}${path("M-11 -17L-7.6 -30L7.6 -30L11 -17Z", 'fill="#f4efe8"')}${path("M3 -48L14 -5L5 -5L0 -48Z", 'fill="#7a2c0c" opacity=".25"')}</g>`;

/** A showroom of five bays with lit ceilings, its fascia above. */
function showroom(left: number, width: number, top: number, floor: number) {
  const bay = width / 6;
  const bays = [0, 1, 2, 3, 4, 5].map((turn) => {
    const x = left + turn * bay + 5;
    return [
      `<rect x="${x}" y="${top + 52}" width="${bay - 10}" height="${floor - top - 60}" fill="#8fa3ae"/>`,
      `<rect x="${x}" y="${top + 52}" width="${bay - 10}" height="22" fill="#f3e6c8" opacity=".75"/>`,
      path(
        `M${x + bay * 0.2} ${floor - 8}L${x + bay * 0.62} ${top + 52}L${x + bay * 0.8} ${top + 52}L${x + bay * 0.42} ${floor - 8}Z`,
        'fill="#ffffff" opacity=".2"',
      ),
      `<rect x="${x}" y="${floor - 50}" width="${bay - 10}" height="42" fill="#5f6f78" opacity=".55"/>`,
    ].join("");
  });
  // Left of the middle, where a car's bonnet leaves it in sight.
  const middle = left + width * 0.18;
  return [
    `<rect x="${left - 12}" y="${top + 40}" width="${width + 24}" height="${floor - top - 40}" fill="#d8d2c6"/>`,
    ...bays,
    `<rect x="${left - 26}" y="${top}" width="${width + 52}" height="46" fill="#4b545a"/><rect x="${left - 26}" y="${top}" width="${width + 52}" height="5" fill="#79848b"/>`,
    `<rect x="${middle - 56}" y="${top - 20}" width="112" height="58" rx="10" fill="#0c6482"/>`,
    line(
      `M${middle - 30} ${top + 3}c10 -14 18 -10 28 -3s20 8 32 -5M${middle - 30} ${top + 19}c10 -14 18 -10 28 -3s20 8 32 -5`,
      "#ffffff",
      6,
    ),
  ].join("");
}

/** The store's forecourt on a dull day, out of focus behind the car. */
export function drawForecourt(frame: Area, horizon: number, id: IdOf) {
  const { x, y, width, height } = frame;
  const at = (share: number) => x + width * share;
  const bottom = y + height;
  const wide = { x: x - width / 8, y: y - height / 8, width: width * 1.25, height: height * 1.25 };
  const defs = [
    linear(
      id("sky"),
      [0, y, 0, horizon],
      [
        [0, "#a9bcc7"],
        [0.6, "#cfd8db"],
        [1, "#e4e5e0"],
      ],
    ),
    linear(
      id("asphalt"),
      [0, horizon, 0, bottom],
      [
        [0, "#a09c94"],
        [0.3, "#8b877f"],
        [1, "#6c6963"],
      ],
    ),
    blur(id("far"), 2.6, wide),
    blur(id("clouds"), 22, wide),
    blur(id("near"), 0.9, wide),
  ].join("");
  const bayLine = (top: number, foot: number) =>
    path(
      `M${at(top) - 1.5} ${horizon + 34}L${at(top) + 1.5} ${horizon + 34}L${at(foot) + 6} ${bottom}L${at(foot) - 6} ${bottom}Z`,
      'fill="#ded6c4" opacity=".75"',
    );
  const scene = [
    fill({ ...frame, y: y - height / 4, height: horizon - y + height / 4 + 4 }, url(id("sky"))),
    `<g filter="${url(id("clouds"))}" fill="#ffffff" opacity=".5"><ellipse cx="${at(0.22)}" cy="${y + height * 0.12}" rx="150" ry="26"/><ellipse cx="${at(0.7)}" cy="${y + height * 0.08}" rx="200" ry="24"/><ellipse cx="${at(0.9)}" cy="${y + height * 0.22}" rx="120" ry="18"/></g>`,
    `<g filter="${url(id("far"))}">`,
    bush(at(0.02), horizon - 96, 96, "#8d9c80") +
      bush(at(0.99), horizon - 104, 104, "#8a997c") +
      bush(at(0.88), horizon - 70, 64, "#7d8d6d"),
    `<rect x="${at(0.07)}" y="${horizon - 340}" width="4" height="340" fill="#6d757a"/><rect x="${at(0.07) - 34}" y="${horizon - 342}" width="40" height="6" rx="3" fill="#5c6468"/>`,
    showroom(at(0.16), width * 0.68, horizon - 318, horizon),
    bush(at(0.13), horizon - 44, 52, "#76886a") + bush(at(0.845), horizon - 40, 46, "#6f8262"),
    fill({ x, y: horizon - 3, width, height: bottom - horizon + height / 4 }, url(id("asphalt"))),
    `<rect x="${x}" y="${horizon - 4}" width="${width}" height="8" fill="#c3beb4"/><rect x="${x}" y="${horizon + 4}" width="${width}" height="3" fill="#6f6b64"/>`,
    parked(at(0.01), horizon + 26, "#8c3b30", "#39434a") + parked(at(0.9), horizon + 26, "#5f6a73", "#2c353b"),
    "</g>",
    `<g filter="${url(id("near"))}">${bayLine(0.3, 0.14)}${bayLine(0.7, 0.86)}${bayLine(0.06, -0.3)}${bayLine(0.94, 1.3)}${cone(at(0.955), horizon + 108)}</g>`,
    // A long repair in the asphalt, so that the foreground is not one flat tone.
    path(
      `M${x} ${bottom - 74}C${at(0.3)} ${bottom - 92} ${at(0.5)} ${bottom - 60} ${at(1)} ${bottom - 82}L${at(1)} ${bottom - 70}C${at(0.5)} ${bottom - 50} ${at(0.3)} ${bottom - 82} ${x} ${bottom - 64}Z`,
      `fill="#5c5953" opacity=".3" filter="${url(id("near"))}"`,
    ),
  ].join("");
  return { defs, scene };
}
