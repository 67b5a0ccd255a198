import { randomBytes } from "node:crypto";
import sharp from "sharp";

/** Noise does not shrink: a picture of it weighs what a photo does. */
async function noise(width: number, height: number): Promise<Buffer> {
  const small = randomBytes(Math.ceil((width * height) / 16) * 3);
  return sharp(small, { raw: { width: width / 4, height: height / 4, channels: 3 } })
    .resize(width, height)
    .png()
    .toBuffer();
}

/** What a phone writes beside its picture; each may not be found in what we keep. */
export const cameraSecrets = {
  maker: "CanaryPhone-7781",
  note: "canary-taken-at-home",
  latitude: "41/1 52/1 4471/100",
};

/** A photo as a phone takes it: lying on its side, with camera, note, place and a comment in its file. */
export async function phonePhoto({ width = 800, height = 600 } = {}): Promise<Buffer> {
  return sharp(await noise(width, height))
    .withExif({
      IFD0: { Make: cameraSecrets.maker, ImageDescription: cameraSecrets.note },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: cameraSecrets.latitude, GPSLongitudeRef: "W" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 80 })
    .toBuffer();
}

export const plainPhoto = async (format: "jpeg" | "png" | "webp", width = 480, height = 360): Promise<Buffer> =>
  sharp(await noise(width, height))
    .toFormat(format)
    .toBuffer();

/** Eighty-one megapixels of one colour in a few hundred kilobytes. */
export const imageBomb = (): Promise<Buffer> =>
  sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: "#222222" } })
    .png({ compressionLevel: 9 })
    .toBuffer();

export const gifFile = (): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 400, channels: 3, background: "#222222" } })
    .gif()
    .toBuffer();

/** Of one colour: large in pixels, small in work. */
export const flatPhoto = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#446688" } })
    .jpeg()
    .toBuffer();
