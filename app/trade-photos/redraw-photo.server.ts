import sharp from "sharp";
import { remember } from "#app/platform/remember.server";
import { KEPT_PHOTO_SIDE, LARGEST_PHOTO_PIXELS, LEAST_PHOTO_SIDE, type PhotoRefusal } from "./photo-limits";
import { sniffPhoto } from "./sniff-photo";

const THUMB = { width: 480, height: 360 };
/** A picture within the limits is drawn in one second; what takes longer was made to. */
const SECONDS_TO_DRAW = 20;

/** What sharp may open at all. SVG, PDF and TIFF readers stay shut even if the first bytes fooled us. */
function onlyPhotoReaders(): void {
  remember("photoReaders", () => {
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
    // Two cores serve everybody: a photo takes one of them at most.
    sharp.concurrency(1);
    return true;
  });
}

export interface RedrawnPhoto {
  /** JPEG, upright, without anything the camera wrote beside the picture. */
  full: Buffer;
  /** WebP. */
  thumb: Buffer;
  width: number;
  height: number;
}

/**
 * Draws a photo anew: what comes out holds the picture and nothing else of the file. Turned upright first, as the note
 * that says which way is up goes with the rest; so do place, time and camera.
 */
export async function redrawPhoto(bytes: Uint8Array): Promise<RedrawnPhoto | { refused: PhotoRefusal }> {
  const type = sniffPhoto(bytes);
  if (type === "heic") return { refused: "heic" };
  if (!type) return { refused: "notAPhoto" };
  onlyPhotoReaders();
  const open = () => sharp(bytes, { limitInputPixels: LARGEST_PHOTO_PIXELS, failOn: "warning" });
  try {
    const { width, height, format } = await open().metadata();
    if (format !== type) return { refused: "notAPhoto" };
    if (width * height > LARGEST_PHOTO_PIXELS) return { refused: "tooManyPixels" };
    if (Math.min(width, height) < LEAST_PHOTO_SIDE) return { refused: "tooSmall" };
    const { data: full, info } = await open()
      .timeout({ seconds: SECONDS_TO_DRAW })
      .autoOrient()
      .resize({ width: KEPT_PHOTO_SIDE, height: KEPT_PHOTO_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(full)
      .resize({ ...THUMB, fit: "cover" })
      .webp({ quality: 74 })
      .toBuffer();
    return { full, thumb, width: info.width, height: info.height };
  } catch (error) {
    return { refused: error instanceof Error && error.message.includes("pixel limit") ? "tooManyPixels" : "damaged" };
  }
}
