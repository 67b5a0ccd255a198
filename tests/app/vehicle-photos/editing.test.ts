import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { compareCar, drawStudio, keepsSpots, putBefore } from "#app/vehicle-photos/editing/compose-photo";
import {
  editPhoto,
  maskFile,
  proposeMask,
  refineMask,
  withBackground,
} from "#app/vehicle-photos/editing/edit-photo.server";
import { framePhoto } from "#app/vehicle-photos/editing/frame-photo";
import { inspectPhoto } from "#app/vehicle-photos/editing/inspect-photo.server";
import { looksTheSame } from "#app/vehicle-photos/editing/judge-photo";
import { judgeMask } from "#app/vehicle-photos/editing/mask-gate";
import { overlap, type Picture } from "#app/vehicle-photos/editing/picture";
import { readMask } from "#app/vehicle-photos/editing/edit-photo.server";
import { applyTone, readTone } from "#app/vehicle-photos/editing/tone";
import { boxMask, carPhoto, carScene } from "#tests/support/car-scenes";
import { cameraSecrets, gifFile, imageBomb, phonePhoto } from "#tests/support/sample-photos";

// Drawn before anything is read as a photo: from then on nothing but photos is opened in this process.
const scene = await carScene();
const white = await carScene({ paint: "#e9ebec", wall: "#7a4a3c", shift: 40 });
const hidden = await carScene({ paint: "#7d8990", wall: "#7d8990", ground: "#7d8990" });
const floating = await carScene({ tires: "#dfe3e5" });
const file = await carPhoto();
const other = await carPhoto({ shift: 60, paint: "#1f7297", wall: "#b9b2a0" });
const gif = await gifFile();
const bomb = await imageBomb();
const fromPhone = await phonePhoto({ width: 1200, height: 900 });
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><script>1</script></svg>');

const inspected = async (bytes: Uint8Array) => {
  const photo = await inspectPhoto(bytes);
  if ("refused" in photo) throw new Error(photo.refused);
  return photo;
};
const refusal = async (bytes: Uint8Array) => {
  const photo = await inspectPhoto(bytes);
  return "refused" in photo ? photo.refused : "kept";
};

describe("what becomes a photo of a car", () => {
  it("[FILE-01] a bomb, an animation and a damaged file are refused, by their content", async () => {
    expect(await refusal(bomb)).toBe("tooManyPixels");
    expect(await refusal(gif)).toBe("notAPhoto");
    expect(await refusal(file.subarray(0, file.length / 2))).toBe("damaged");
  });

  it("[FILE-02] SVG, HTML and PDF are refused, whatever they are called", async () => {
    expect(await refusal(svg)).toBe("notAPhoto");
    expect(await refusal(Buffer.from("<!doctype html><script>1</script>"))).toBe("notAPhoto");
    expect(await refusal(Buffer.from("%PDF-1.7\n1 0 obj"))).toBe("notAPhoto");
    expect(await refusal(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg]))).toBe("damaged");
  });

  it("[FILE-01] the original keeps its pixels to the last one and nothing else of its file", async () => {
    const script = "<script>alert('polyglot')</script>";
    const polyglot = Buffer.concat([fromPhone, Buffer.from(script), Buffer.from("504b0304", "hex")]);
    const { original, width, height, unedited } = await inspected(polyglot);
    for (const bytes of [original, unedited.bytes])
      for (const secret of [cameraSecrets.maker, cameraSecrets.note, script, "http://ns.adobe"])
        expect(bytes.includes(secret), secret).toBe(false);
    // Still known to lie on its side, so that it stands upright wherever it is drawn.
    expect((await sharp(original).metadata()).orientation).toBe(6);
    expect([width, height]).toEqual([900, 1200]);
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect((await pixels(original)).equals(await pixels(fromPhone))).toBe(true);
  });

  it("PNG and WebP lose what hid beside their pictures as well", async () => {
    for (const format of ["png", "webp"] as const) {
      const bytes = await sharp(file)
        .withExif({ IFD0: { ImageDescription: cameraSecrets.note } })
        .toFormat(format)
        .toBuffer();
      expect(bytes.includes(cameraSecrets.note)).toBe(true);
      const { original } = await inspected(Buffer.concat([bytes, Buffer.from("beside the picture")]));
      expect(original.includes(cameraSecrets.note)).toBe(false);
      expect(original.includes("beside the picture")).toBe(false);
      expect((await sharp(original).metadata()).width).toBe(1200);
    }
  });

  it("a blurred and a dark one are refused with their reason", async () => {
    expect(await refusal(await sharp(file).blur(5).jpeg().toBuffer())).toBe("blurred");
    expect(await refusal(await sharp(file).linear(0.12, 0).jpeg().toBuffer())).toBe("dark");
    expect(await refusal(file)).toBe("kept");
  });

  it("the same photo is known again, smaller and recompressed; another angle is another photo", async () => {
    const { worth } = await inspected(file);
    const again = await inspected(await sharp(file).resize(800).jpeg({ quality: 60 }).toBuffer());
    expect(looksTheSame(worth.fingerprint, again.worth.fingerprint)).toBe(true);
    expect(looksTheSame(worth.fingerprint, (await inspected(other)).worth.fingerprint)).toBe(false);
  });
});

describe("the mask of a car", () => {
  it.each([
    ["red before grey", scene, 0.93],
    ["white before brick", white, 0.93],
  ])("is found on a drawn scene: %s", async (_name, { photo, mask: truth }, least) => {
    const { mask, verdict } = await proposeMask(photo);
    expect(overlap(mask, truth)).toBeGreaterThan(least);
    expect(verdict).toMatchObject({ passed: true, faults: [] });
  });

  it("is not trusted where car and ground look alike, or where the tires are missing", async () => {
    expect((await proposeMask(hidden.photo)).verdict.passed).toBe(false);
    const { photo, mask } = floating;
    expect(judgeMask({ photo, mask, second: null }).faults).toContain("tires");
  });

  it("is refused for each fault by name", () => {
    const { photo } = scene;
    const judge = (mask: Picture, second: Picture | null = null) => judgeMask({ photo, mask, second }).faults;
    const box = (...share: [number, number, number, number]) => boxMask(photo.width, photo.height, share);
    expect(judge(box(0, 0, 0, 0))).toEqual(["empty"]);
    expect(judge(box(0.4, 0.4, 0.1, 0.1))).toContain("area");
    expect(judge(box(0, 0.3, 0.6, 0.5))).toContain("edges");
    expect(judge(box(0.45, 0.1, 0.2, 0.8))).toContain("shape");
    expect(judge(scene.mask, box(0.2, 0.2, 0.3, 0.3))).toContain("unsure");
    const two = box(0.1, 0.3, 0.3, 0.4);
    box(0.6, 0.3, 0.3, 0.4).data.forEach((value, at) => (two.data[at]! |= value));
    expect(judge(two)).toContain("pieces");
  });

  it("follows a person's strokes", async () => {
    const { photo, mask: truth } = scene;
    const wrong = boxMask(photo.width, photo.height, [0.1, 0.1, 0.8, 0.6]);
    const strokes = [
      {
        mark: "background" as const,
        radius: 0.04,
        points: [
          [0.15, 0.2],
          [0.85, 0.2],
        ] as [number, number][],
      },
    ];
    const { mask } = await refineMask(photo, wrong, strokes);
    expect(overlap(mask, truth)).toBeGreaterThan(overlap(wrong, truth) + 0.2);
    const at = Math.round(0.2 * photo.height) * photo.width + Math.round(0.5 * photo.width);
    expect(mask.data[at]).toBe(0);
  });
});

describe("what an edit does", () => {
  it.each(["studio", "soft"] as const)("%s: not one pixel of the car changes", async (background) => {
    const { picture, untouched } = await withBackground(scene.photo, scene.mask, background);
    expect(untouched?.carPixels).toBeGreaterThan(30_000);
    expect(untouched).toMatchObject({ changedPixels: 0, largestDifference: 0 });
    expect(Buffer.from(picture.data).equals(Buffer.from(scene.photo.data))).toBe(false);
  });

  it("a changed pixel of the car would be counted", () => {
    const feet = { left: 100, right: 540, top: 190, bottom: 330 };
    const made = putBefore(scene.photo, scene.mask, drawStudio(640, 480, feet));
    const car = scene.mask.data.findIndex((value) => value === 255);
    made.data[car * 3]! ^= 9;
    expect(compareCar(scene.photo, made, scene.mask).changedPixels).toBe(1);
  });

  it("a background that would hide a marked damage is not put in", async () => {
    const mask = await maskFile(scene.mask);
    expect(keepsSpots(await readMask(mask), [{ x: 0.5, y: 0.5 }])).toBe(true);
    const recipe = { background: "studio" as const, mask, car: null, plates: [] };
    const kept = await editPhoto(file, { ...recipe, spots: [{ x: 0.02, y: 0.05 }] });
    expect(kept.facts).toMatchObject({ background: "none", keptGround: "damage", untouched: null });
    const put = await editPhoto(file, { ...recipe, spots: [{ x: 0.5, y: 0.5 }] });
    expect(put.facts).toMatchObject({ background: "studio", keptGround: null });
  });

  it("draws every size, the same pixels each time, and a plate that nobody can read", async () => {
    const plates = [{ x: 0.4, y: 0.55, width: 0.2, height: 0.08 }];
    const recipe = { background: "none" as const, mask: null, car: null, plates, spots: [] };
    const [one, two] = [await editPhoto(file, recipe), await editPhoto(file, recipe)];
    const sizes = one.renditions.map(({ name, width, height }) => `${name} ${width}x${height}`);
    expect(sizes).toEqual([
      "large.avif 1200x900",
      "large.webp 1200x900",
      "medium.avif 800x600",
      "medium.webp 800x600",
      "wide.jpg 1200x630",
      "square.jpg 1080x1080",
      "thumb.webp 320x240",
    ]);
    one.renditions.forEach(({ bytes }, at) => expect(bytes.equals(two.renditions[at]!.bytes)).toBe(true));
    const sharpness = async (bytes: Buffer) => {
      const area = await sharp(bytes).extract({ left: 520, top: 510, width: 160, height: 50 }).greyscale().toBuffer();
      return (await sharp(area).stats()).sharpness;
    };
    const plain = await editPhoto(file, { ...recipe, plates: [] });
    expect(await sharpness(one.renditions[1]!.bytes)).toBeLessThan((await sharpness(plain.renditions[1]!.bytes)) / 2);
  });

  it("white balance takes a cast back, within its limits, and one value always becomes one value", () => {
    const warm = {
      ...scene.photo,
      data: scene.photo.data.map((value, at) => Math.round(value * [1, 0.93, 0.84][at % 3]!)),
    };
    const { gains, gamma } = readTone(warm);
    expect(gains[2]).toBeGreaterThan(gains[0]);
    expect(Math.max(...gains)).toBeLessThanOrEqual(1.18);
    expect(gamma).toBeLessThanOrEqual(1.18);
    const toned = { ...warm, data: Uint8Array.from(warm.data) };
    applyTone(toned, readTone(warm));
    const seen = new Map<number, number>();
    let differing = 0;
    for (let at = 0; at < warm.data.length; at += 3) {
      const known = seen.get(warm.data[at]!);
      if (known !== undefined && known !== toned.data[at]) differing += 1;
      seen.set(warm.data[at]!, toned.data[at]!);
    }
    expect(differing).toBe(0);
  });

  it("frames 4:3 around the car and never cuts it", () => {
    const car = { x: 0.1, y: 0.4, width: 0.7, height: 0.3 };
    const { crop, padded } = framePhoto(4_000, 2_250, car);
    expect(padded).toBe(false);
    expect((crop.width * 4_000) / (crop.height * 2_250)).toBeCloseTo(4 / 3, 3);
    expect(crop.x).toBeLessThanOrEqual(car.x);
    expect(crop.x + crop.width).toBeGreaterThanOrEqual(car.x + car.width);
    expect(framePhoto(3_000, 4_000, null).padded).toBe(true);
    expect(framePhoto(4_000, 2_250, { ...car, x: 0, width: 1 }).padded).toBe(true);
  });
});
