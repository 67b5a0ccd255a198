import sharp, { type Sharp } from "sharp";
import { remember } from "#app/platform/remember.server";
import { LARGEST_PHOTO_PIXELS } from "#app/trade-photos/photo-limits";
import { blank, type Box, type Picture } from "./picture";

/** What sharp may open at all; SVG, PDF and TIFF readers stay shut even if the first bytes fooled us. */
export function onlyPhotoReaders(): void {
  remember("photoReaders", () => {
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
    sharp.concurrency(1);
    sharp.cache(false);
    return true;
  });
}

/** A picture within the limits is read in one second; what takes longer was made to. */
const SECONDS_TO_READ = 20;

export function openPhoto(bytes: Uint8Array): Sharp {
  onlyPhotoReaders();
  return sharp(bytes, { limitInputPixels: LARGEST_PHOTO_PIXELS, failOn: "warning" }).timeout({
    seconds: SECONDS_TO_READ,
  });
}

/** Sharp of pixels: from here on a chain does what its calls say, in their order. */
export const ofPixels = ({ width, height, channels, data }: Picture): Sharp =>
  sharp(data, { raw: { width, height, channels } });

export async function pixelsOf(image: Sharp, channels: 1 | 3 = 3): Promise<Picture> {
  const coloured = channels === 1 ? image.toColourspace("b-w") : image.toColourspace("srgb");
  const { data, info } = await coloured.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    channels,
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
  };
}

/** Upright, without transparency, no side longer than `side`. */
export const readPhoto = (bytes: Uint8Array, side: number): Promise<Picture> =>
  pixelsOf(
    openPhoto(bytes)
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" }),
  );

export const scaled = (picture: Picture, width: number, height: number): Promise<Picture> =>
  pixelsOf(ofPixels(picture).resize(width, height, { fit: "fill" }), picture.channels);

/** A box of shares as whole pixels inside the picture. */
export function pixelBox(box: Box, { width, height }: Pick<Picture, "width" | "height">) {
  const left = Math.min(width - 1, Math.max(0, Math.round(box.x * width)));
  const top = Math.min(height - 1, Math.max(0, Math.round(box.y * height)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(box.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(box.height * height))),
  };
}

/** Lays a picture on another. */
export function laidOn(ground: Picture, picture: Picture, left: number, top: number): Picture {
  const made = { ...ground, data: Uint8Array.from(ground.data) };
  const { channels } = ground;
  for (let y = 0; y < picture.height; y++)
    made.data.set(
      picture.data.subarray(y * picture.width * channels, (y + 1) * picture.width * channels),
      ((top + y) * ground.width + left) * channels,
    );
  return made;
}

/** The picture itself, enlarged, blurred and light: a ground for what does not fill its frame. */
export const ownGround = (picture: Picture, width: number, height: number): Promise<Picture> =>
  picture.channels === 1
    ? Promise.resolve(blank(width, height, 1))
    : pixelsOf(
        ofPixels(picture)
          .resize(Math.ceil(width / 8), Math.ceil(height / 8), { fit: "cover" })
          .blur(6)
          .resize(width, height, { fit: "fill" })
          .linear(0.55, 105),
      );
