/** A phone's full picture; the browser makes it smaller before it sends it, so this is met by scripts and old browsers. */
export const LARGEST_PHOTO_BYTES = 12 * 1024 * 1024;
/** The largest sensor of a phone that stores what it takes; a small file that unfolds to more is a bomb. */
export const LARGEST_PHOTO_PIXELS = 40_000_000;
/** Below this nobody sees a scratch on it. */
export const LEAST_PHOTO_SIDE = 240;
/** What is sent at a time: a line that breaks loses this much and no more. */
export const UPLOAD_PIECE_BYTES = 128 * 1024;
/** Seven guided photos and some close-ups on their way at once. */
export const MOST_OPEN_UPLOADS = 12;
/** The longer side of a photo as it is kept, and as the browser sends it. */
export const KEPT_PHOTO_SIDE = 1600;
export const SENT_PHOTO_SIDE = 2400;

/** Why a file is no photo of ours; each has its sentence on the card. */
export const photoRefusals = [
  "tooBig",
  "tooManyPixels",
  "tooSmall",
  "heic",
  "notAPhoto",
  "damaged",
  "tooManyUploads",
] as const;
export type PhotoRefusal = (typeof photoRefusals)[number];
