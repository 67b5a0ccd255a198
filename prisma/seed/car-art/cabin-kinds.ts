import type { CabinKind, CarInterior } from "./car-art-catalog";

/** What one interior colour changes: leather, its stitches, and the band across the dashboard. */
export type Trim = {
  seat: string;
  seatLight: string;
  seatDeep: string;
  stitch: string;
  band: string;
  bandLight: string;
  dash: string;
  dashLight: string;
};

export const trims: Record<CarInterior, Trim> = {
  dark: {
    seat: "#2d3236",
    seatLight: "#4a5157",
    seatDeep: "#15181a",
    stitch: "#8b949b",
    band: "#b58a5a",
    bandLight: "#d9b285",
    dash: "#24292d",
    dashLight: "#454c52",
  },
  sand: {
    seat: "#c2a67e",
    seatLight: "#e2cba6",
    seatDeep: "#8a7150",
    stitch: "#f3e6cf",
    band: "#c7ab83",
    bandLight: "#e6d1af",
    dash: "#2a2b2c",
    dashLight: "#4e4f50",
  },
};

/** What one kind of dashboard changes; positions on the 1600 × 1000 canvas. */
export type Layout = {
  screen: { x: number; y: number; width: number; height: number };
  cluster: { x: number; y: number; width: number; height: number } | undefined;
  vents: readonly (readonly [x: number, y: number, width: number, height: number])[];
  /** Physical knobs under the screen. */
  knobs: readonly (readonly [x: number, y: number])[];
  lever: "stick" | "dial" | "none";
  dashTop: number;
};

export const layouts: Record<CabinKind, Layout> = {
  classic: {
    screen: { x: 716, y: 322, width: 372, height: 214 },
    cluster: { x: 236, y: 334, width: 372, height: 138 },
    vents: [
      [40, 420, 130, 62],
      [704, 566, 186, 46],
      [914, 566, 186, 46],
      [1430, 420, 130, 62],
    ],
    knobs: [
      [770, 668],
      [1034, 668],
    ],
    lever: "stick",
    dashTop: 330,
  },
  truck: {
    screen: { x: 726, y: 318, width: 330, height: 300 },
    cluster: { x: 230, y: 326, width: 384, height: 146 },
    vents: [
      [30, 400, 108, 104],
      [646, 400, 58, 150],
      [1078, 400, 58, 150],
      [1462, 400, 108, 104],
    ],
    knobs: [
      [758, 668],
      [1046, 668],
    ],
    lever: "dial",
    dashTop: 316,
  },
  electric: {
    screen: { x: 664, y: 306, width: 470, height: 276 },
    cluster: { x: 300, y: 352, width: 250, height: 84 },
    vents: [
      [30, 452, 590, 20],
      [1150, 452, 420, 20],
    ],
    knobs: [],
    lever: "none",
    dashTop: 352,
  },
};
