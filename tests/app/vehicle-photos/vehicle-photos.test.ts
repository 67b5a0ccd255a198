import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { action as actsAction } from "#app/routes/merchandising_.$stockNumber.photo-acts";
import { action } from "#app/routes/merchandising_.$stockNumber.uploads.$uploadId";
import { loader as photoLoader } from "#app/routes/car-photos.$key";
import { loader as editLoader } from "#app/routes/inventory.$stockNumber_.edits.$photoId";
import { vehiclePage } from "#app/merchandising/vehicle-page.server";
import { drawWaitingPhotos } from "#app/vehicle-photos/photo-drawing.server";
import { isOurManifest, type PhotoManifest } from "#app/vehicle-photos/photo-manifest.server";
import { keepPhotoPreset, takeFromMonth } from "#app/vehicle-photos/photo-preset.server";
import { photoroom, removeBg } from "#app/vehicle-photos/photo-provider.server";
import { shotList } from "#app/vehicle-photos/photo-shots";
import type { VehicleUploadAnswer } from "#app/vehicle-photos/vehicle-photo-answer";
import { carPhoto } from "#tests/support/car-scenes";
import { openDealStore } from "#tests/support/deal-store";
import { workOnPhotosHere } from "#tests/support/photo-workshop";
import { staffPerson } from "#tests/support/prepared-store";
import { testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
const context = { nonce: "", requestId: "", clientAddress: "" };
const [front, side] = [await carPhoto(), await carPhoto({ paint: "#1f7297", wall: "#c2b49a", shift: 70 })];
// Drawn before anything is read as a photo: from then on nothing but photos is opened in this process.
const cabin = await carPhoto({ wall: "#222831", ground: "#3c2f2f", shift: -60 });
let bea = "";
let maya = "";
let stockNumber = "";
let rooftopId = "";

workOnPhotosHere();
beforeAll(async () => {
  await openDealStore(db);
  bea = (await staffPerson("Bea")).cookie;
  maya = (await staffPerson("Maya")).cookie;
  const car = await db.prisma.vehicle.findFirstOrThrow({ where: { status: "live" }, orderBy: { stockNumber: "asc" } });
  ({ stockNumber, rooftopId } = car);
});

const orResponse = (thrown: unknown) => {
  if (thrown instanceof Response) return thrown;
  throw thrown;
};

async function sendPiece(
  bytes: Buffer,
  uploadId: string,
  offset: number,
  shot = "front",
  cookie = bea,
  length = 300_000,
) {
  const form = new FormData();
  const fields = { shot, position: 0, offset, total: bytes.byteLength };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("piece", new Blob([new Uint8Array(bytes.subarray(offset, offset + length))]), "piece");
  const request = new Request(`http://localhost:3000/merchandising/${stockNumber}/uploads/${uploadId}`, {
    method: "POST",
    body: form,
    headers: { Cookie: cookie },
  });
  return action({ request, params: { stockNumber, uploadId }, context }).catch(orResponse);
}

async function upload(bytes: Buffer, shot: string): Promise<VehicleUploadAnswer> {
  const uploadId = randomUUID();
  let said: VehicleUploadAnswer = { status: "receiving", received: 0 };
  while (said.status === "receiving")
    said = (await (await sendPiece(bytes, uploadId, said.received, shot)).json()) as VehicleUploadAnswer;
  return said;
}

async function act(wanted: object, cookie = bea): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://localhost:3000/merchandising/${stockNumber}/photo-acts`, {
    method: "POST",
    body: JSON.stringify(wanted),
    headers: { Cookie: cookie, "Content-Type": "application/json" },
  });
  const answer = await actsAction({ request, params: { stockNumber }, context }).catch(orResponse);
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

const look = (key: string, cookie = "") =>
  photoLoader({
    request: new Request(`http://localhost:3000/car-photos/${key}`, { headers: { Cookie: cookie } }),
    params: { key },
    context,
  }).catch(orResponse);

const pageOf = async () => {
  const page = await vehiclePage(stockNumber, new URLSearchParams(), "en");
  if (page?.kind !== "vehicle") throw new Error("the car is for sale");
  return page;
};
const rowOf = (id: string) => db.prisma.vehiclePhoto.findUniqueOrThrow({ where: { id }, include: { files: true } });

describe("a photo on its way to the page", () => {
  let photoId = "";

  it("is taken piece by piece, goes on where it stopped, and is one photo however often it is sent", async () => {
    const uploadId = randomUUID();
    const half = 40_000;
    const first = (await (await sendPiece(front, uploadId, 0, "front", bea, half)).json()) as VehicleUploadAnswer;
    expect(first).toEqual({ status: "receiving", received: half });
    // From the beginning again, as after a restart: answered with where it stands.
    const again = (await (await sendPiece(front, uploadId, 0, "front", bea, half)).json()) as VehicleUploadAnswer;
    expect(again).toEqual({ status: "receiving", received: half });
    const last = (await (await sendPiece(front, uploadId, half)).json()) as VehicleUploadAnswer;
    expect(last.status).toBe("kept");
    expect(await (await sendPiece(front, uploadId, 0)).json()).toEqual(last);
    photoId = last.status === "kept" ? last.photoId : "";
  });

  it("is refused from those who take no photos, and as another shot", async () => {
    expect((await sendPiece(side, randomUUID(), 0, "rear", maya)).status).toBe(403);
    expect((await act({ act: "show" }, maya)).status).toBe(403);
    expect(await upload(front, "rear")).toEqual({ status: "refusedFile", reason: "duplicate", like: "front" });
  });

  it("is drawn, with a proposal that shows nowhere until somebody accepts it", async () => {
    expect(await drawWaitingPhotos()).toBe(1);
    const row = await rowOf(photoId);
    expect(row).toMatchObject({ state: "ready", background: "none", maskBy: "machine" });
    expect(row.verdict).toMatchObject({ passed: true });
    expect(row.files).toHaveLength(7);
    expect((await pageOf()).gallery.isIllustrated).toBe(true);
    const key = row.files[0]!.blobKey;
    expect((await look(key)).status).toBe(404);
    expect((await look(key, bea)).headers.get("Cache-Control")).toContain("no-store");
    expect((await look(row.originalKey, bea)).status).toBe(404);
  });

  it("comes on the page when it is put there, with its unedited self and alt text from the facts", async () => {
    expect((await act({ act: "show" })).body).toEqual({ ok: true });
    const { gallery, jsonLd, vehicle, similar } = await pageOf();
    expect(gallery.isIllustrated).toBe(false);
    const [picture] = gallery.pictures;
    expect(picture?.alt).toContain(vehicle.name);
    expect(picture?.alt).toMatch(/^Front of the /);
    expect(jsonLd).toContain(picture!.full);
    expect(similar.cards.length).toBeGreaterThan(0);
    for (const address of [picture!.full, picture!.unedited!]) {
      const answer = await look(address.split("/").at(-1)!);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Cache-Control")).toContain("immutable");
    }
  });

  it("changes its background when a person says so, and proves that the car was left alone", async () => {
    expect((await act({ act: "background", photoId, background: "studio" })).body).toEqual({ ok: true });
    await drawWaitingPhotos();
    const answer = await editLoader({
      request: new Request("http://localhost:3000/"),
      params: { stockNumber, photoId },
      context,
    });
    const { manifest, signed, signature, isOurs } = (await answer.json()) as {
      manifest: PhotoManifest;
      signed: string;
      signature: string;
      isOurs: boolean;
    };
    expect(isOurs).toBe(true);
    expect(isOurManifest(signed.replace('"changed":0', '"changed":7'), signature)).toBe(false);
    expect(manifest.car).toMatchObject({ changed: 0, largestDifference: 0 });
    expect(manifest.car?.pixels).toBeGreaterThan(100_000);
    const row = await rowOf(photoId);
    expect(manifest.original.sha256).toBe(row.originalSha256);
    expect(manifest.steps.map(({ step }) => step)).toContain("backgroundReplaced");
    expect(row.originalKey.startsWith(row.originalSha256)).toBe(true);
  });

  it("keeps a marked damage through every edit, in its place on the picture", async () => {
    expect((await act({ act: "spot", photoId, x: 0.5, y: 0.5, kind: "scratch", sizeMm: 40 })).body).toEqual({
      ok: true,
    });
    await drawWaitingPhotos();
    const [picture] = (await pageOf()).gallery.pictures;
    expect(picture?.spots).toMatchObject([{ text: "Scratch, 40 mm" }]);
    expect(picture?.alt).toContain("scratch, 40 mm");
    expect((await act({ act: "spot", photoId, x: 0.01, y: 0.01, kind: "dent", sizeMm: null })).body).toEqual({
      ok: true,
    });
    await drawWaitingPhotos();
    const manifest = JSON.parse((await rowOf(photoId)).manifest!) as PhotoManifest;
    expect(manifest.steps).toContainEqual({ step: "backgroundKept", because: "damage" });
    expect(manifest.car).toBeNull();
  });

  it("follows the reviewer's brush, and a mask that neither gate nor person vouches for is not used", async () => {
    const strokes = [
      {
        mark: "background",
        radius: 0.02,
        points: [
          [0.1, 0.1],
          [0.9, 0.1],
        ],
      },
    ];
    const { body } = await act({ act: "stroke", photoId, strokes });
    expect(body).toMatchObject({ ok: true, masked: { verdict: { passed: true } } });
    expect((await rowOf(photoId)).maskBy).toBe("staff-bea-tanager");
    const verdict = { passed: false, faults: ["tires"], box: null };
    await db.prisma.vehiclePhoto.update({ where: { id: photoId }, data: { verdict, maskBy: "machine" } });
    expect(await act({ act: "background", photoId, background: "soft" })).toEqual({
      status: 409,
      body: { ok: false, reason: "noMask" },
    });
  });

  it("another photo takes its place, and the old one's file is kept", async () => {
    const { originalKey } = await rowOf(photoId);
    const next = await upload(side, "front");
    expect(next.status).toBe("kept");
    expect((await rowOf(photoId)).removedAt).not.toBeNull();
    expect((await rowOf(photoId)).originalKey).toBe(originalKey);
  });

  it("an inside has no background to replace", async () => {
    const inside = await upload(cabin, "dashboard");
    expect(inside.status).toBe("kept");
    await drawWaitingPhotos();
    const id = inside.status === "kept" ? inside.photoId : "";
    expect((await rowOf(id)).maskKey).toBeNull();
    expect((await act({ act: "background", photoId: id, background: "studio" })).body).toEqual({
      ok: false,
      reason: "notWhole",
    });
  });
});

describe("the shot list", () => {
  it("follows the kind of car", () => {
    expect(shotList({ body: "pickup", fuel: "gasoline", seats: 5 })).toContain("bed");
    expect(shotList({ body: "pickup", fuel: "gasoline", seats: 5 })).not.toContain("cargo");
    expect(shotList({ body: "van", fuel: "hybrid", seats: 7 })).toEqual(
      expect.arrayContaining(["slidingDoor", "thirdRow"]),
    );
    expect(shotList({ body: "crossover", fuel: "electric", seats: 5 })).toContain("chargePort");
    expect(shotList({ body: "crossover", fuel: "electric", seats: 5 })).not.toContain("engine");
    expect(shotList({ body: "suv", fuel: "gasoline", seats: 7 }).filter((shot) => shot === "thirdRow")).toHaveLength(1);
  });
});

describe("providers that cut cars out", () => {
  const asked: { path: string; key: unknown; body: string }[] = [];
  let answer: { status: number; type: string; bytes: Buffer };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("latin1");
      asked.push({ path: request.url ?? "", key: request.headers["x-api-key"], body });
      response.writeHead(answer.status, { "Content-Type": answer.type }).end(answer.bytes);
    });
  });
  let baseUrl = "";
  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const create = { width: 40, height: 30, channels: 4 as const, background: { r: 9, g: 9, b: 9, alpha: 0.5 } };
    answer = { status: 200, type: "image/png", bytes: await sharp({ create }).png().toBuffer() };
  });
  afterAll(() => void server.close());
  const photo = () => ({
    image: front,
    contentType: "image/jpeg",
    idempotencyKey: "one",
    signal: AbortSignal.timeout(5_000),
  });

  it("are asked as their references say, and answer a picture", async () => {
    expect(Buffer.from(await removeBg({ key: "k1", baseUrl }).cutOut(photo()))).toEqual(answer.bytes);
    expect(asked[0]).toMatchObject({ path: "/v1.0/removebg", key: "k1" });
    expect(asked[0]?.body).toMatch(/name="type"\r\n\r\ncar/);
    expect(Buffer.from(await photoroom({ key: "k2", baseUrl }).cutOut(photo()))).toEqual(answer.bytes);
    expect(asked[1]).toMatchObject({ path: "/v1/segment", key: "k2" });
    expect(asked[1]?.body).toContain('name="image_file"');
  });

  it("say whether another try helps", async () => {
    for (const [status, retryable] of [
      [402, false],
      [429, true],
      [503, true],
    ] as const) {
      answer = { ...answer, status };
      await expect(removeBg({ key: "k", baseUrl }).cutOut(photo())).rejects.toMatchObject({ retryable });
    }
    answer = { ...answer, status: 200, type: "text/html" };
    await expect(photoroom({ key: "k", baseUrl }).cutOut(photo())).rejects.toMatchObject({ retryable: false });
  });

  it("are asked no more often in a month than the store allows", async () => {
    const preset = { propose: true, background: "studio" as const, provider: "removeBg" as const, monthlyLimit: 3 };
    await keepPhotoPreset(rooftopId, preset, "a secret key");
    const stored = await db.prisma.photoPreset.findUniqueOrThrow({ where: { rooftopId } });
    expect(stored.providerKey).not.toContain("a secret key");
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeFromMonth(rooftopId, 3)));
    expect(taken.filter(Boolean)).toHaveLength(3);
  });
});
