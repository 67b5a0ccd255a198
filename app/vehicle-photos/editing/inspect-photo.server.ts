import type { PhotoRefusal } from "#app/trade-photos/photo-limits";
import { LARGEST_PHOTO_PIXELS, LEAST_PHOTO_SIDE } from "#app/trade-photos/photo-limits";
import { sniffPhoto } from "#app/trade-photos/sniff-photo";
import { FINGERPRINT_SIZE, isBlurred, isDark, JUDGED_WIDTH, judgePhoto, type PhotoWorth } from "./judge-photo";
import { ofPixels, onlyPhotoReaders, openPhoto, pixelsOf, readPhoto } from "./pixels.server";
import { stripPhoto } from "./strip-photo";

/** The longer side of the copy that shows a photo as it was taken. */
export const UNEDITED_SIDE = 1600;
const QUALITY = 80;
/** Read with the camera's notes still on, to know which way is up; sharp reads it from a JPEG alone. */
const UPRIGHT = 1;

export interface InspectedPhoto {
  /** The file as it came, without what hid beside its picture. */
  original: Buffer;
  contentType: "image/jpeg" | "image/png" | "image/webp";
  /** Upright. */
  width: number;
  height: number;
  worth: PhotoWorth;
  /** The photo as it was taken, drawn anew: WebP. */
  unedited: { bytes: Buffer; width: number; height: number };
}

export type InspectRefusal = Exclude<PhotoRefusal, "tooManyUploads" | "tooBig"> | "blurred" | "dark";

/**
 * Is this a photo that a page may show? By its content, never by its name. What is kept of it holds the picture and
 * nothing else of the file.
 */
export async function inspectPhoto(bytes: Uint8Array): Promise<InspectedPhoto | { refused: InspectRefusal }> {
  const type = sniffPhoto(bytes);
  if (type === "heic") return { refused: "heic" };
  if (!type) return { refused: "notAPhoto" };
  onlyPhotoReaders();
  try {
    const { width, height, format, orientation = UPRIGHT, pages = 1 } = await openPhoto(bytes).metadata();
    if (format !== type || pages > 1) return { refused: "notAPhoto" };
    if (width * height > LARGEST_PHOTO_PIXELS) return { refused: "tooManyPixels" };
    if (Math.min(width, height) < LEAST_PHOTO_SIDE) return { refused: "tooSmall" };
    const original = stripPhoto(bytes, type, orientation);
    if (!original) return { refused: "damaged" };
    const picture = await readPhoto(original, UNEDITED_SIDE);
    const grey = ofPixels(picture).resize({ width: JUDGED_WIDTH, withoutEnlargement: true }).greyscale();
    const tiny = ofPixels(picture)
      .greyscale()
      .resize({ ...FINGERPRINT_SIZE, fit: "fill" });
    const worth = judgePhoto(await pixelsOf(grey, 1), await pixelsOf(tiny, 1));
    if (isDark(worth)) return { refused: "dark" };
    if (isBlurred(worth)) return { refused: "blurred" };
    const isTurned = orientation > 4;
    const unedited = await ofPixels(picture).webp({ quality: QUALITY, effort: 2 }).toBuffer();
    return {
      original,
      contentType: `image/${type}`,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      worth,
      unedited: { bytes: unedited, width: picture.width, height: picture.height },
    };
  } catch (error) {
    return { refused: error instanceof Error && error.message.includes("pixel limit") ? "tooManyPixels" : "damaged" };
  }
}
