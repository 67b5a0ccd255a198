import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { redrawPhoto } from "#app/trade-photos/redraw-photo.server";
import { sniffPhoto } from "#app/trade-photos/sniff-photo";
import { cameraSecrets, flatPhoto, gifFile, imageBomb, phonePhoto, plainPhoto } from "#tests/support/sample-photos";

// Made before anything is redrawn: from then on nothing but photos is opened in this process.
const gif = await gifFile();
const bomb = await imageBomb();
const fromPhone = await phonePhoto();
const jpeg = await plainPhoto("jpeg");
const text = (content: string) => Buffer.from(content);

async function redrawn(bytes: Buffer) {
  const photo = await redrawPhoto(bytes);
  if ("refused" in photo) throw new Error(`refused: ${photo.refused}`);
  return photo;
}
const refused = async (bytes: Buffer) => {
  const photo = await redrawPhoto(bytes);
  return "refused" in photo ? photo.refused : "kept";
};

describe("[FILE-01] what is kept", () => {
  it("holds no byte of camera, place or note, stands upright and is no larger than it needs", async () => {
    expect(fromPhone.includes(cameraSecrets.maker)).toBe(true);
    expect((await sharp(fromPhone).metadata()).exif?.length).toBeGreaterThan(0);
    const { full, thumb, width, height } = await redrawn(fromPhone);
    // Taken on its side: 800 by 600 stands 600 by 800.
    expect([width, height]).toEqual([600, 800]);
    for (const bytes of [full, thumb]) {
      for (const secret of [cameraSecrets.maker, cameraSecrets.note, "Exif\0\0", "ICC_PROFILE", "http://ns.adobe"])
        expect(bytes.includes(secret), secret).toBe(false);
      const { exif, iptc, xmp, icc, orientation } = await sharp(bytes).metadata();
      expect([exif, iptc, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
    expect((await sharp(full).metadata()).format).toBe("jpeg");
    expect(await sharp(thumb).metadata()).toMatchObject({ format: "webp", width: 480, height: 360 });
  });

  it("a large one is made smaller, a small one is not blown up", async () => {
    expect(await redrawn(await flatPhoto(4_000, 3_000))).toMatchObject({ width: 1600, height: 1200 });
    expect(await redrawn(jpeg)).toMatchObject({ width: 480, height: 360 });
  });

  it("is what the file is, whatever it is called: JPEG, PNG and WebP", async () => {
    for (const format of ["jpeg", "png", "webp"] as const)
      expect((await sharp((await redrawn(await plainPhoto(format))).full).metadata()).format).toBe("jpeg");
  });

  it("a polyglot comes out as its picture and nothing else", async () => {
    const script = "<script>alert('polyglot')</script>";
    const zip = Buffer.from("504b0304140000000800", "hex");
    const { full } = await redrawn(Buffer.concat([jpeg, text(script), zip]));
    expect(full.includes(script)).toBe(false);
    expect(full.includes(zip)).toBe(false);
  });
});

describe("[FILE-02] what is refused, by its content", () => {
  it("a bomb: eighty-one megapixels in less than half a megabyte", async () => {
    expect(bomb.byteLength).toBeLessThan(500_000);
    expect(await refused(bomb)).toBe("tooManyPixels");
  });

  it.each<[string, Buffer, string]>([
    ["SVG", text('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script/></svg>'), "notAPhoto"],
    ["SVG behind a declaration", text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "notAPhoto"],
    ["HTML", text("<!doctype html><script>alert(1)</script>"), "notAPhoto"],
    ["PDF", text("%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>"), "notAPhoto"],
    ["PDF with a JPEG behind it", Buffer.concat([text("%PDF-1.7\n"), jpeg]), "notAPhoto"],
    ["GIF", gif, "notAPhoto"],
    ["TIFF", Buffer.from("49492a0008000000", "hex"), "notAPhoto"],
    ["a phone's HEIC", Buffer.from("0000001866747970686569630000000068656963", "hex"), "heic"],
    ["half a photo", jpeg.subarray(0, jpeg.byteLength / 2), "damaged"],
    ["the first bytes of one", Buffer.from("ffd8ffe000104a464946", "hex"), "damaged"],
    ["PNG's signature and SVG", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), text("<svg/>")]), "damaged"],
    ["WebP's name and HTML", text("RIFF\u0010\u0000\u0000\u0000WEBP<html>"), "damaged"],
    ["nothing", Buffer.alloc(0), "notAPhoto"],
  ])("%s", async (_what, bytes, reason) => {
    expect(await refused(bytes)).toBe(reason);
  });

  it("a picture on which nobody sees anything", async () => {
    expect(await refused(await flatPhoto(320, 200))).toBe("tooSmall");
  });

  it("the first bytes decide, not a name", () => {
    expect(sniffPhoto(jpeg)).toBe("jpeg");
    expect(sniffPhoto(text("photo.jpg"))).toBeNull();
  });
});
