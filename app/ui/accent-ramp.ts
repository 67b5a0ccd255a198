import type { CSSProperties } from "react";
import { contrastRatio, fitToGamut, hueDistance, oklchFromHex, hexFromOklch, type Oklch } from "#app/ui/oklch";

export const accentSteps = [50, 100, 200, 300, 500, 600, 700, 800] as const;
export type AccentStep = (typeof accentSteps)[number];
export type AccentRamp = Record<AccentStep, string>;

/** Lightness of each step, light and dark. The hue is the rooftop's own. */
const lightLightness: Record<AccentStep, number> = {
  50: 0.97,
  100: 0.92,
  200: 0.84,
  300: 0.74,
  500: 0.54,
  600: 0.47,
  700: 0.4,
  800: 0.34,
};
const darkLightness: Record<AccentStep, number> = {
  50: 0.25,
  100: 0.31,
  200: 0.39,
  300: 0.53,
  500: 0.71,
  600: 0.76,
  700: 0.82,
  800: 0.89,
};

/** Chroma falls to both ends: pale grounds and deep text keep the hue and lose the shout. */
const lightChroma: Record<AccentStep, number> = {
  50: 0.12,
  100: 0.27,
  200: 0.53,
  300: 0.83,
  500: 1.05,
  600: 1,
  700: 0.85,
  800: 0.7,
};
/** In the dark a ground needs more of the hue to be seen at all. */
const darkChroma: Record<AccentStep, number> = {
  50: 0.38,
  100: 0.51,
  200: 0.67,
  300: 0.94,
  500: 1.1,
  600: 1.1,
  700: 0.86,
  800: 0.58,
};

/** The least contrast of white on a primary button, WCAG AA for text. */
const LEAST_CONTRAST = 4.5;
/** Hues this near to plum (staff only) or red (stop) would lie about what they mark. */
const FORBIDDEN_HUE_DEGREES = 20;
/** Below this chroma a colour is a grey and its hue means nothing. */
const GREY_CHROMA = 0.02;
/** A brand colour louder than this cannot be a calm page's one accent. */
const MOST_CHROMA = 0.14;

const plumHue = oklchFromHex("#5a3c93").hue;
const redHue = oklchFromHex("#b3261e").hue;
const DARK_BUTTON_TEXT = "#06222c";

export type AccentRefusal = "notAColour" | "nearStaff" | "nearStop";

export type AccentAnswer =
  | { ok: true; light: AccentRamp; dark: AccentRamp }
  /** The sentence for each refusal stands in ui-messages.ts under `accent`. */
  | { ok: false; refusal: AccentRefusal };

/** A rooftop's one colour as the two ramps of the look. */
export function buildAccentRamp(colour: string): AccentAnswer {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return { ok: false, refusal: "notAColour" };
  const base = oklchFromHex(colour);
  if (base.chroma > GREY_CHROMA) {
    if (hueDistance(base.hue, plumHue) < FORBIDDEN_HUE_DEGREES) return { ok: false, refusal: "nearStaff" };
    if (hueDistance(base.hue, redHue) < FORBIDDEN_HUE_DEGREES) return { ok: false, refusal: "nearStop" };
  }
  const light = ramp(base, lightLightness, lightChroma);
  const dark = ramp(base, darkLightness, darkChroma);
  light[600] = moveUntil(light[600], -0.005, (hex) => contrastRatio("#ffffff", hex) >= LEAST_CONTRAST);
  // 700 is text on 50 and the pressed button: never lighter than 600.
  light[700] = moveUntil(
    light[700],
    -0.005,
    (hex) => contrastRatio("#ffffff", hex) > contrastRatio("#ffffff", light[600]),
  );
  dark[600] = moveUntil(dark[600], 0.005, (hex) => contrastRatio(DARK_BUTTON_TEXT, hex) >= LEAST_CONTRAST);
  return { ok: true, light, dark };
}

type Steps = Record<AccentStep, number>;

function ramp(base: Oklch, lightness: Steps, chromaShare: Steps): AccentRamp {
  const chroma = Math.min(base.chroma, MOST_CHROMA);
  const step = (name: AccentStep) =>
    hexFromOklch(fitToGamut({ lightness: lightness[name], chroma: chroma * chromaShare[name], hue: base.hue }));
  return Object.fromEntries(accentSteps.map((name) => [name, step(name)])) as AccentRamp;
}

/** Walks the lightness until the test holds. Black and white pass every test used here, so it ends. */
function moveUntil(hex: string, by: number, holds: (hex: string) => boolean): string {
  let colour = oklchFromHex(hex);
  let shown = hex;
  while (!holds(shown) && colour.lightness > 0 && colour.lightness < 1) {
    colour = { ...colour, lightness: colour.lightness + by };
    shown = hexFromOklch(fitToGamut(colour));
  }
  return shown;
}

/** The ramp as custom properties for `<html style>`; tokens.css reads them and falls back to the house accent. */
export function accentVariables(answer: AccentAnswer | null | undefined): CSSProperties | undefined {
  if (!answer?.ok) return undefined;
  const variables = accentSteps.flatMap((step) => [
    [`--theme-accent-${step}`, answer.light[step]],
    [`--theme-dark-accent-${step}`, answer.dark[step]],
  ]);
  return Object.fromEntries(variables) as CSSProperties;
}
