import type { DisclosureGap } from "#app/descriptions/advertising-rules";
import type { RecallCheck } from "#app/intake/recall-check";
import { unsettledRecalls } from "#app/intake/recall-check";
import type { NeededFact } from "./public-vehicle";

export interface GateInput {
  missing: readonly NeededFact[];
  gaps: readonly DisclosureGap[];
  photos: number;
  leastPhotos: number;
  /** Page texts in both languages that pass the fact check. */
  texts: { en: boolean; fr: boolean };
  recalls: RecallCheck | null;
  condition: "new" | "certified" | "used";
  featureCount: number;
  hasHistory: boolean;
  leastScore: number;
}

export interface GateLine {
  code:
    | "facts"
    | "photos"
    | "textEn"
    | "textFr"
    | "recalls"
    | "doNotDrive"
    | "disclosures"
    | "features"
    | "history"
    | "price";
  points: number;
  of: number;
  /** Nothing goes live without it, whatever the score. */
  blocks: boolean;
  /** Names of what is missing. */
  missing: readonly string[];
}

export interface Gate {
  score: number;
  passes: boolean;
  lines: GateLine[];
}

const share = (part: number, whole: number, of: number) => Math.round(Math.min(1, whole === 0 ? 1 : part / whole) * of);
const FACTS = 16;
const TELLING_FEATURES = 6;

/**
 * A hundred points for a listing, and what keeps it off the page. A photo short costs points; a fact, a text or a disclosure
 * short closes the gate, and so does a car that its maker says not to drive.
 */
export function qualityGate(input: GateInput): Gate {
  const doNotDrive = input.recalls ? unsettledRecalls(input.recalls).filter(({ parkIt }) => parkIt) : [];
  const needsHistory = input.condition !== "new";
  const lines: GateLine[] = [
    {
      code: "facts",
      of: 25,
      points: share(FACTS - input.missing.length, FACTS, 25),
      blocks: input.missing.length > 0,
      missing: input.missing,
    },
    {
      code: "photos",
      of: 20,
      points: share(input.photos, input.leastPhotos, 20),
      blocks: input.photos < Math.min(1, input.leastPhotos),
      missing: input.photos < input.leastPhotos ? [String(input.leastPhotos - input.photos)] : [],
    },
    { code: "textEn", of: 15, points: input.texts.en ? 15 : 0, blocks: !input.texts.en, missing: [] },
    { code: "textFr", of: 10, points: input.texts.fr ? 10 : 0, blocks: !input.texts.fr, missing: [] },
    { code: "recalls", of: 10, points: input.recalls ? 10 : 0, blocks: false, missing: [] },
    { code: "features", of: 8, points: share(input.featureCount, TELLING_FEATURES, 8), blocks: false, missing: [] },
    { code: "history", of: 7, points: !needsHistory || input.hasHistory ? 7 : 0, blocks: false, missing: [] },
    {
      code: "disclosures",
      of: 5,
      points: input.gaps.length === 0 ? 5 : 0,
      blocks: input.gaps.length > 0,
      missing: input.gaps,
    },
  ];
  if (doNotDrive.length > 0)
    lines.push({
      code: "doNotDrive",
      of: 0,
      points: 0,
      blocks: true,
      missing: doNotDrive.map(({ campaign }) => campaign),
    });
  const score = lines.reduce((sum, { points }) => sum + points, 0);
  return { score, lines, passes: lines.every(({ blocks }) => !blocks) && score >= input.leastScore };
}
