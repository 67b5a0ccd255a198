/** A scan of a title or a photo of a licence; more is refused before it is read to its end. */
export const LARGEST_UPLOAD_BYTES = 11 * 1024 * 1024;
export const MOST_UPLOAD_PAGES = 30;
/** The largest sensor of a phone that stores what it takes; a small file that unfolds to more is a bomb. */
export const LARGEST_UPLOAD_PIXELS = 40_000_000;
/** The longer side of a paper as it is kept: its small print can be read. */
export const KEPT_UPLOAD_SIDE = 2200;

export const uploadRefusals = [
  "tooLarge",
  "notAFile",
  "tooMany",
  "infected",
  "notAsked",
  "expiry",
  "reasonMissing",
  "gone",
] as const;
export type UploadRefusal = (typeof uploadRefusals)[number];
