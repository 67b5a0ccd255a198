import type { CarColour } from "./car-art-catalog";

/** Four stops of one colour, from where the sky meets the metal to where the floor does. */
export type Paint = {
  light: string;
  body: string;
  shade: string;
  deep: string;
  /** The roof's upper edge; on a light paint darker than the body, so that it leaves the backdrop. */
  sky: string;
  /** Strength of reflected light, 0 to 1. Light paints need more of it to show any shape. */
  gloss: number;
  /** Strength of reflected darkness, 0 to 1. */
  depth: number;
  /** The line of a door seam. */
  seam: string;
};

export const paints: Record<CarColour, Paint> = {
  lake: {
    light: "#66b3cf",
    sky: "#66b3cf",
    body: "#1f7297",
    shade: "#12516f",
    deep: "#0a3349",
    gloss: 0.62,
    depth: 0.62,
    seam: "#06222f",
  },
  pearl: {
    light: "#ffffff",
    sky: "#cfd6dc",
    body: "#eaedf0",
    shade: "#c6cdd3",
    deep: "#8c969f",
    gloss: 1,
    depth: 0.58,
    seam: "#6d767e",
  },
  graphite: {
    light: "#9299a1",
    sky: "#9299a1",
    body: "#50565d",
    shade: "#33383e",
    deep: "#1b1e22",
    gloss: 0.55,
    depth: 0.66,
    seam: "#0c0e10",
  },
  ember: {
    light: "#f08a64",
    sky: "#f08a64",
    body: "#c5432a",
    shade: "#8f2a17",
    deep: "#57160b",
    gloss: 0.62,
    depth: 0.58,
    seam: "#380d06",
  },
  sage: {
    light: "#c3d4ba",
    sky: "#c3d4ba",
    body: "#88a37d",
    shade: "#617d59",
    deep: "#3c5138",
    gloss: 0.72,
    depth: 0.54,
    seam: "#263622",
  },
  sand: {
    light: "#f3e8d2",
    sky: "#dccba8",
    body: "#cfbb95",
    shade: "#a48f69",
    deep: "#6b5b40",
    gloss: 0.8,
    depth: 0.5,
    seam: "#4a3f2b",
  },
  silver: {
    light: "#fafbfc",
    sky: "#aeb6bd",
    body: "#c2c8ce",
    shade: "#8e969e",
    deep: "#5a6169",
    gloss: 0.92,
    depth: 0.52,
    seam: "#3c4248",
  },
  night: {
    light: "#7d93bb",
    sky: "#7d93bb",
    body: "#2b3a59",
    shade: "#172036",
    deep: "#0a0f1c",
    gloss: 0.58,
    depth: 0.7,
    seam: "#04060c",
  },
};
