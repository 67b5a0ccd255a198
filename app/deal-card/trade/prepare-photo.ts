import { SENT_PHOTO_SIDE } from "#app/trade-photos/photo-limits";

const QUALITY = 0.86;

/**
 * Makes a phone's picture smaller before it is sent, where this browser can read it: a tenth of the bytes, upright, and
 * already without place and time. What it cannot read is sent as it is; the server says what is wrong with it.
 */
export async function preparePhoto(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SENT_PHOTO_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return smaller ?? file;
  } catch {
    return file;
  }
}
