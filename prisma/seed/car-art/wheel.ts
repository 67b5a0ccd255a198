import { line, linear, path, radial, url, type IdOf } from "./svg-writing";

export type WheelDesign = "twin" | "five" | "six" | "aero" | "turbine" | "cover";

/** One spoke pointing up, in units of which the tyre's radius is 100: the lit face and its dark flank. */
const spokes: Record<WheelDesign, { count: number; face: string; flank: string }> = {
  twin: {
    count: 5,
    face: "M-4 -12C-8 -34 -15 -56 -24 -73L-14 -75C-8 -58 -3 -42 0 -30C3 -42 8 -58 14 -75L24 -73C15 -56 8 -34 4 -12Z",
    flank: "M0 -30C-3 -42 -8 -58 -14 -75L-9 -76C-4 -60 0 -48 2 -36C5 -48 9 -60 14 -75C8 -58 3 -42 0 -30Z",
  },
  five: {
    count: 5,
    face: "M-10 -12C-9 -34 -10 -58 -15 -74L15 -74C10 -58 9 -34 10 -12Z",
    flank: "M10 -12C9 -34 10 -58 15 -74L21 -73C15 -56 13 -34 13 -12Z",
  },
  six: {
    count: 6,
    face: "M-9 -12C-7 -34 -8 -58 -12 -74L12 -74C8 -58 7 -34 9 -12Z",
    flank: "M9 -12C7 -34 8 -58 12 -74L17 -73C12 -56 10 -34 12 -12Z",
  },
  aero: {
    count: 5,
    face: "M-14 -10L-34 -66C-18 -76 18 -76 34 -66L14 -10Z",
    flank: "M14 -10L34 -66L38 -64L16 -8Z",
  },
  turbine: {
    count: 9,
    face: "M-4 -12C-10 -34 -6 -58 8 -75L20 -72C6 -56 2 -34 5 -12Z",
    flank: "M5 -12C2 -34 6 -56 20 -72L25 -70C11 -54 7 -32 8 -12Z",
  },
  cover: {
    count: 7,
    face: "M-6 -12C-8 -34 -10 -58 -14 -74L14 -74C10 -58 8 -34 6 -12Z",
    flank: "M6 -12C8 -34 10 -58 14 -74L19 -73C14 -56 11 -34 9 -12Z",
  },
};

const around = (count: number, part: string, from = 0) =>
  Array.from(
    { length: count },
    (_, turn) => `<g transform="rotate(${Math.round((from + (360 / count) * turn) * 100) / 100})">${part}</g>`,
  ).join("");

export const wheelDefs = (id: IdOf) =>
  [
    radial(
      id("tyre"),
      [0, 0, 100],
      [
        [0.76, "#101214"],
        [0.8, "#2b2f33"],
        [0.9, "#212427"],
        [0.96, "#181a1d"],
        [1, "#0b0c0e"],
      ],
    ),
    linear(
      id("rim"),
      [-60, -75, 60, 75],
      [
        [0, "#fbfcfd"],
        [0.35, "#b9c0c6"],
        [0.6, "#8b939a"],
        [1, "#d6dbdf"],
      ],
    ),
    linear(
      id("face"),
      [0, -76, 0, 76],
      [
        [0, "#c9cfd4"],
        [0.3, "#eef1f3"],
        [0.62, "#b4bbc1"],
        [1, "#868e95"],
      ],
    ),
    linear(
      id("plate"),
      [0, -76, 0, 0],
      [
        [0, "#767e85"],
        [0.5, "#50575d"],
        [1, "#343a3f"],
      ],
    ),
    radial(
      id("barrel"),
      [0, 6, 78],
      [
        [0, "#2c3135"],
        [0.7, "#15181a"],
        [1, "#050607"],
      ],
    ),
    linear(
      id("disc"),
      [-50, -50, 50, 50],
      [
        [0, "#b4bbc0"],
        [0.5, "#70787e"],
        [1, "#9aa2a8"],
      ],
    ),
    linear(
      id("well-shade"),
      [0, -100, 0, 40],
      [
        [0, "#000000", 0.72],
        [0.35, "#000000", 0.3],
        [1, "#000000", 0],
      ],
    ),
  ].join("");

/** A wheel with its tyre, drawn at radius 100 about the origin. */
export function drawWheel(id: IdOf, design: WheelDesign) {
  const { count, face, flank } = spokes[design];
  const isCover = design === "aero";
  const tread = `<circle r="98" fill="none" stroke="#000000" stroke-width="3.4" stroke-dasharray="5 2.4" opacity=".45"/><circle r="91" fill="none" stroke="#33383c" stroke-width="1.2"/><circle r="84" fill="none" stroke="#0c0e0f" stroke-width="1"/>`;
  const brake = [
    `<circle r="56" fill="${url(id("disc"))}"/>`,
    `<circle r="52" fill="none" stroke="#565d63" stroke-width="1"/><circle r="44" fill="none" stroke="#7d858b" stroke-width=".8"/>`,
    `<circle r="30" fill="#23272a"/>`,
    path("M-58 -22A62 62 0 0 1 -24 -57L-15 -37A40 40 0 0 0 -37 -15Z", 'fill="#a83a2c"'),
    path("M-55 -24A60 60 0 0 1 -26 -54L-24 -50A55 55 0 0 0 -51 -22Z", 'fill="#d06a55"'),
  ].join("");
  const star = around(
    count,
    path(flank, 'fill="#3c4348"') +
      path(
        face,
        `fill="${url(id(isCover ? "plate" : "face"))}" stroke="${isCover ? "#cdd4d9" : "#5d656b"}" stroke-width="${isCover ? 1.6 : 0.7}"`,
      ),
  );
  const hub = [
    `<circle r="17" fill="#9aa2a8"/><circle r="17" fill="none" stroke="#5c646a" stroke-width="1"/>`,
    around(5, '<circle cy="-12.4" r="2" fill="#3a4045"/>', 36),
    `<circle r="8.5" fill="#2a2f33"/><circle r="8.5" fill="none" stroke="#c9cfd4" stroke-width="1.1"/>`,
  ].join("");
  return [
    `<circle r="100" fill="${url(id("tyre"))}"/>`,
    tread,
    line("M-74 -56A93 93 0 0 1 40 -84", "#6b7379", 1.6, 'opacity=".5"'),
    `<circle r="77" fill="${url(id("barrel"))}"/>`,
    brake,
    star,
    hub,
    `<circle r="75.5" fill="none" stroke="${url(id("rim"))}" stroke-width="4.6"/>`,
    `<circle r="78.4" fill="none" stroke="#0a0b0c" stroke-width="1.2"/><circle r="72.6" fill="none" stroke="#3d4449" stroke-width=".9"/>`,
    `<circle r="100" fill="${url(id("well-shade"))}"/>`,
  ].join("");
}
