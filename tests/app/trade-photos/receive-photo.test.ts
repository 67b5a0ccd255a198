import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { PhotoRole } from "#machines/stages/trade-photos";
import { action, loader as uploadLoader } from "#app/routes/deals.$dealId.uploads.$uploadId";
import { loader } from "#app/routes/deals.$dealId.photos.$photoId";
import { env } from "#app/platform/env.server";
import { receivedBytes } from "#app/platform/partial-file.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { UPLOAD_PIECE_BYTES } from "#app/trade-photos/photo-limits";
import type { UploadAnswer } from "#app/trade-photos/upload-answer";
import {
  journalOf,
  newDeal,
  openDealStore,
  refusalCode,
  send,
  stateOf,
  tell,
  type TestDeal,
} from "#tests/support/deal-store";
import { shopperPerson, staffPerson } from "#tests/support/prepared-store";
import { cameraSecrets, phonePhoto, plainPhoto } from "#tests/support/sample-photos";
import { testDatabase } from "#tests/support/test-database";
import { described } from "#tests/support/trade-events";

const db = await testDatabase();
const context = { nonce: "", requestId: "", clientAddress: "" };
let photo: Buffer;

beforeAll(async () => {
  await openDealStore(db);
  photo = await phonePhoto();
});

interface Sent {
  deal: TestDeal;
  cookie: string | null;
  bytes: Buffer;
  uploadId?: string;
  role?: PhotoRole;
  car?: number;
}

async function sendPiece(
  { deal, cookie, bytes, uploadId = randomUUID(), role = "interior", car = 1 }: Sent,
  { offset = 0, total = bytes.byteLength, piece = bytes.subarray(offset, offset + UPLOAD_PIECE_BYTES) } = {},
): Promise<Response> {
  const form = new FormData();
  const fields = { car, role, offset, total };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("piece", new Blob([new Uint8Array(piece)]), "piece");
  const request = new Request(`http://localhost:3000/deals/${deal.dealId}/uploads/${uploadId}`, {
    method: "POST",
    body: form,
    headers: cookie ? { Cookie: cookie } : {},
  });
  return action({ request, params: { dealId: deal.dealId, uploadId }, context }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
}

const said = async (answer: Response) => (await answer.json()) as UploadAnswer;

/** Piece by piece, each where the server says that the last one ended. */
async function upload(sent: Sent): Promise<UploadAnswer> {
  const uploadId = sent.uploadId ?? randomUUID();
  let answer: UploadAnswer = { status: "receiving", received: 0 };
  while (answer.status === "receiving")
    answer = await said(await sendPiece({ ...sent, uploadId }, { offset: answer.received }));
  return answer;
}

const look = (dealId: string, photoId: string, cookie: string | null, size = "") =>
  loader({
    request: new Request(`http://localhost:3000/deals/${dealId}/photos/${photoId}${size}`, {
      headers: cookie ? { Cookie: cookie } : {},
    }),
    params: { dealId, photoId },
    context,
  }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });

async function aTrade() {
  const deal = await newDeal(db);
  await tell(deal.dealId, deal.customer, described());
  return { deal, cookie: (await shopperPerson(deal)).cookie };
}

const photosOf = async ({ dealId }: TestDeal) => contextOf(await stateOf(dealId)).trade.photos;
const kept = (answer: UploadAnswer) => {
  if (answer.status !== "kept") throw new Error(JSON.stringify(answer));
  return answer.photoId;
};

describe("a photo from a phone", () => {
  it("arrives in pieces, is told to the deal by a random name alone, and shows what the camera saw", async () => {
    const { deal, cookie } = await aTrade();
    expect(photo.byteLength).toBeGreaterThan(UPLOAD_PIECE_BYTES);
    const photoId = kept(await upload({ deal, cookie, bytes: photo, role: "odometer" }));
    expect(photoId).toMatch(/^photo-[0-9a-f]{8}-/);
    expect(await photosOf(deal)).toMatchObject([{ photoId, role: "odometer", by: { role: "customer" } }]);
    const row = (await journalOf(deal.dealId)).at(-1)!;
    expect(row.event).toEqual({ type: "trade.photoAdded", photoId, role: "odometer" });

    const full = await look(deal.dealId, photoId, cookie);
    expect([...full.headers]).toEqual(
      expect.arrayContaining([
        ["content-type", "image/jpeg"],
        ["cache-control", "no-store"],
        ["x-content-type-options", "nosniff"],
        ["content-security-policy", "sandbox; default-src 'none'"],
      ]),
    );
    const bytes = Buffer.from(await full.arrayBuffer());
    for (const secret of [cameraSecrets.maker, cameraSecrets.note, "Exif\0\0"])
      expect(bytes.includes(secret)).toBe(false);
    const thumb = await look(deal.dealId, photoId, cookie, "?size=thumb");
    expect(thumb.headers.get("content-type")).toBe("image/webp");
    expect((await thumb.arrayBuffer()).byteLength).toBeLessThan(bytes.byteLength);
  });

  it("goes on where a broken line left it, and a piece sent twice changes nothing", async () => {
    const { deal, cookie } = await aTrade();
    const uploadId = randomUUID();
    const sent = { deal, cookie, bytes: photo, uploadId };
    expect(await said(await sendPiece(sent))).toEqual({ status: "receiving", received: UPLOAD_PIECE_BYTES });
    expect(await said(await sendPiece(sent))).toEqual({ status: "receiving", received: UPLOAD_PIECE_BYTES });
    // A piece from further on is not taken: the answer says where to go on.
    const ahead = await said(await sendPiece(sent, { offset: UPLOAD_PIECE_BYTES * 2 }));
    expect(ahead).toEqual({ status: "receiving", received: UPLOAD_PIECE_BYTES });
    const asked = await uploadLoader({
      request: new Request("http://localhost:3000/x", { headers: { Cookie: cookie } }),
      params: { dealId: deal.dealId, uploadId },
      context,
    });
    expect(await said(asked)).toEqual({ status: "receiving", received: UPLOAD_PIECE_BYTES });
    const photoId = kept(await upload(sent));
    // The answer was lost and everything is sent once more: the same photo, once.
    expect(kept(await upload(sent))).toBe(photoId);
    expect(await photosOf(deal)).toHaveLength(1);
    expect(await receivedBytes({ owner: deal.dealId, name: uploadId })).toBe(0);
  });

  it("two lines that send the same upload at once make one photo", async () => {
    const { deal, cookie } = await aTrade();
    const sent = { deal, cookie, bytes: photo, uploadId: randomUUID() };
    const [one, other] = await Promise.all([upload(sent), upload(sent)]);
    expect(kept(one)).toBe(kept(other));
    expect(await photosOf(deal)).toHaveLength(1);
  });

  it("[T10] takes the place of the one before it, whose bytes are gone soon after", async () => {
    const { deal, cookie } = await aTrade();
    const first = kept(await upload({ deal, cookie, bytes: photo }));
    const { blobKey } = await db.prisma.tradePhoto.findUniqueOrThrow({ where: { id: first } });
    const place = join(env.DATA_DIR, "blobs", blobKey.slice(0, 2), blobKey);
    expect(existsSync(place)).toBe(true);
    const second = kept(await upload({ deal, cookie, bytes: await plainPhoto("png") }));
    expect((await photosOf(deal)).map(({ photoId }) => photoId)).toEqual([second]);
    await runDueJobs();
    expect((await look(deal.dealId, first, cookie)).status).toBe(404);
    // The other tests of this file sent the same picture: its bytes stay for as long as one photo names them.
    const others = await db.prisma.tradePhoto.count({ where: { blobKey } });
    expect(existsSync(place)).toBe(others > 0);
    await tell(deal.dealId, deal.customer, { type: "trade.photoRemoved", photoId: second });
    await runDueJobs();
    expect(await db.prisma.tradePhoto.count({ where: { dealId: deal.dealId } })).toBe(0);
  });

  it("bytes that no photo names any more are removed from the disk", async () => {
    const { deal, cookie } = await aTrade();
    const only = kept(await upload({ deal, cookie, bytes: await plainPhoto("jpeg", 520, 400) }));
    const { blobKey, thumbKey } = await db.prisma.tradePhoto.findUniqueOrThrow({ where: { id: only } });
    const places = [blobKey, thumbKey].map((key) => join(env.DATA_DIR, "blobs", key.slice(0, 2), key));
    expect(places.map((place) => existsSync(place))).toEqual([true, true]);
    await tell(deal.dealId, deal.customer, { type: "trade.photoRemoved", photoId: only });
    await runDueJobs();
    expect(places.map((place) => existsSync(place))).toEqual([false, false]);
  });
});

describe("[FILE-07] what is too much", () => {
  it("a file over the limit is refused with its first piece, and leaves nothing", async () => {
    const { deal, cookie } = await aTrade();
    const uploadId = randomUUID();
    const answer = await sendPiece({ deal, cookie, bytes: photo, uploadId }, { total: 12 * 1024 * 1024 + 1 });
    expect([answer.status, await said(answer)]).toEqual([422, { status: "refusedFile", reason: "tooBig" }]);
    const fat = Buffer.alloc(UPLOAD_PIECE_BYTES + 1);
    expect(await said(await sendPiece({ deal, cookie, bytes: fat, uploadId }, { piece: fat }))).toEqual({
      status: "refusedFile",
      reason: "tooBig",
    });
    expect(await receivedBytes({ owner: deal.dealId, name: uploadId })).toBe(0);
  });

  it("more bytes than were announced are no photo", async () => {
    const { deal, cookie } = await aTrade();
    const answer = await sendPiece({ deal, cookie, bytes: photo }, { total: 1_000 });
    expect(await said(answer)).toEqual({ status: "refusedFile", reason: "damaged" });
  });

  it("a deal has so many uploads under way and no more", async () => {
    const { deal, cookie } = await aTrade();
    const begin = async () => said(await sendPiece({ deal, cookie, bytes: photo }));
    for (let open = 0; open < 12; open++) expect((await begin()).status).toBe("receiving");
    expect(await begin()).toEqual({ status: "refusedFile", reason: "tooManyUploads" });
  });

  it("what is no piece at all is a bad request", async () => {
    const { deal, cookie } = await aTrade();
    for (const wrong of [{ role: "../../etc" as PhotoRole }, { car: 4 }, { uploadId: "../up" }])
      expect((await sendPiece({ deal, cookie, bytes: photo, ...wrong })).status).toBe(400);
  });
});

describe("what the deal refuses is not kept", () => {
  it("[T1] no car yet, [T10] the store's proof from a customer, [D5] a lost deal", async () => {
    const empty = await newDeal(db);
    const { cookie } = await shopperPerson(empty);
    expect(await upload({ deal: empty, cookie, bytes: photo })).toMatchObject({
      status: "refused",
      refusal: { code: "noTradeDescribed" },
    });
    await tell(empty.dealId, empty.customer, described());
    expect(await upload({ deal: empty, cookie, bytes: photo, role: "finding" })).toMatchObject({
      refusal: { code: "photoNotYours" },
    });
    await tell(empty.dealId, empty.customer, { type: "deal.lost", reason: "Changed my mind" });
    expect(await upload({ deal: empty, cookie, bytes: photo })).toMatchObject({ refusal: { code: "dealLost" } });
    expect(await db.prisma.tradePhoto.count({ where: { dealId: empty.dealId } })).toBe(0);
  });

  it("[SOCK-03] nobody names a photo that they did not send", async () => {
    const { deal } = await aTrade();
    const answer = await send(deal.dealId, deal.customer, { type: "trade.photoRemoved", photoId: "photo-of-somebody" });
    expect(refusalCode(answer)).toBe("photoUnknown");
  });
});

describe("[AUTHZ-01] a photo is for the people of its deal", () => {
  it("another shopper, nobody, and its owner through another deal get the 404 of a photo that there is not", async () => {
    const mine = await aTrade();
    const theirs = await aTrade();
    const photoId = kept(await upload({ ...mine, bytes: photo }));
    const none = await look(mine.deal.dealId, "photo-none", mine.cookie);
    for (const answer of [
      await look(mine.deal.dealId, photoId, theirs.cookie),
      await look(theirs.deal.dealId, photoId, theirs.cookie),
      await look(mine.deal.dealId, photoId, null),
      await look("d-nobody", photoId, mine.cookie),
    ])
      expect([answer.status, await answer.text(), [...answer.headers]]).toEqual([404, "", [...none.headers]]);
    expect((await look(mine.deal.dealId, photoId, mine.cookie)).status).toBe(200);
  });

  it("the store's staff see it and add their own; a stranger sends nothing", async () => {
    const { deal, cookie } = await aTrade();
    const photoId = kept(await upload({ deal, cookie, bytes: photo }));
    const gus = await staffPerson("Gus");
    expect((await look(deal.dealId, photoId, gus.cookie)).status).toBe(200);
    kept(await upload({ deal, cookie: gus.cookie, bytes: photo, role: "finding" }));
    // The customer's own photo stays theirs.
    expect(await upload({ deal, cookie: gus.cookie, bytes: photo })).toMatchObject({
      refusal: { code: "photoNotYours" },
    });
    const stranger = await aTrade();
    expect((await sendPiece({ deal, cookie: stranger.cookie, bytes: photo })).status).toBe(404);
    expect((await sendPiece({ deal, cookie: null, bytes: photo })).status).toBe(404);
  });
});
