import { randomUUID } from "node:crypto";
import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { keepChatFile, openChatFile, shownFileName, uploadedFile } from "#app/chat/keep-chat-file.server";
import { getBlob } from "#app/platform/blobs.server";
import { MAX_FILE_BYTES, MAX_FILES_PER_DEAL, MAX_IMAGE_EDGE, MAX_PDF_PAGES } from "#app/realtime/chat-limits";
import type { ChatStream } from "#app/realtime/chat-protocol";
import { newDeal, openDealStore, staffCalled, type TestDeal } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
let deal: TestDeal;
beforeAll(async () => {
  await openDealStore(database);
  deal = await newDeal(database);
});

const keep = (bytes: Uint8Array, name = "photo.jpg", stream: ChatStream = "chat", actor = deal.customer) =>
  keepChatFile({ dealId: deal.dealId, stream, actor, name, bytes });

const picture = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: "#0c6482" } });

async function aPdf(pages: number, change: (document: PDFDocument) => void = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([200, 200]).drawText(`page ${page + 1}`);
  change(document);
  return document.save();
}

describe("[CH14] files of a conversation", () => {
  it("[FILE-01] a photo is encoded afresh, no larger than needed, without what hides in it", async () => {
    const original = await picture(MAX_IMAGE_EDGE + 400, 300)
      .jpeg()
      .withExif({ IFD0: { Copyright: "secret-owner" }, IFD3: { GPSLatitude: "41/1 52/1 0/1" } })
      .toBuffer();
    expect(original.includes("secret-owner")).toBe(true);
    const kept = await keep(original);
    expect(kept).toMatchObject({ ok: true, file: { contentType: "image/webp", name: "photo.webp" } });
    if (!kept.ok) return;
    expect(kept.file.width).toBe(MAX_IMAGE_EDGE);
    const opened = await openChatFile(deal.dealId, kept.file.fileId, deal.customer);
    expect(opened?.bytes.includes("secret-owner")).toBe(false);
    expect((await sharp(opened!.bytes).metadata()).exif).toBeUndefined();
  });

  it.each([
    ["a picture of too many pixels", async () => picture(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer()],
    ["an SVG", async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ["a page", async () => Buffer.from("<html><script>alert(1)</script></html>")],
    ["a GIF", async () => picture().gif().toBuffer()],
    ["a truncated photo", async () => (await picture(600, 600).jpeg().toBuffer()).subarray(0, 400)],
    ["a name alone", async () => Buffer.from([0xff, 0xd8, 0xff])],
    ["nothing", async () => Buffer.alloc(0)],
  ])("[FILE-02] %s is refused by what it is", async (_what, bytes) => {
    expect(await keep(await bytes(), "photo.jpg")).toEqual({ ok: false, reason: "notAFile" });
  });

  it("[FILE-03] a paper keeps its pages and loses everything that acts", async () => {
    const kept = await keep(await aPdf(2), "title.PDF");
    expect(kept).toMatchObject({ ok: true, file: { contentType: "application/pdf", name: "title.pdf", width: null } });
    const row = await database.prisma.chatFile.findFirstOrThrow({ where: { name: "title.pdf" } });
    const clean = await PDFDocument.load((await getBlob(row.blobKey))!.bytes);
    expect(clean.getPageCount()).toBe(2);
  });

  it.each([
    ["with a script", async () => aPdf(1, (document) => document.addJavaScript("hello", "app.alert(1)"))],
    [
      "that launches a program",
      async () =>
        aPdf(1, ({ catalog, context }) =>
          catalog.set(PDFName.of("OpenAction"), context.obj({ S: "Launch", F: PDFString.of("calc.exe") })),
        ),
    ],
    [
      "with a file inside",
      async () => {
        const document = await PDFDocument.create();
        document.addPage();
        await document.attach(Buffer.from("hidden"), "inner.txt", {});
        return document.save();
      },
    ],
    ["of too many pages", async () => aPdf(MAX_PDF_PAGES + 1)],
    ["that is broken", async () => Buffer.from("%PDF-1.7\nnonsense")],
  ])("[FILE-03] a paper %s is refused", async (_what, bytes) => {
    expect(await keep(await bytes(), "paper.pdf")).toEqual({ ok: false, reason: "notAFile" });
  });

  it("[FILE-07] has a size and a number", async () => {
    expect(await keep(Buffer.alloc(MAX_FILE_BYTES + 1, 0xff))).toEqual({ ok: false, reason: "tooLarge" });
    const full = await newDeal(database);
    await database.prisma.chatFile.createMany({
      data: Array.from({ length: MAX_FILES_PER_DEAL }, () => ({
        id: randomUUID(),
        dealId: full.dealId,
        stream: "chat",
        uploaderId: full.shopperId,
        blobKey: "x",
        contentType: "image/webp",
        name: "a.webp",
        bytes: 1,
      })),
    });
    const offered = { dealId: full.dealId, stream: "chat" as const, actor: full.customer, name: "a.jpg" };
    expect(await keepChatFile({ ...offered, bytes: await picture().jpeg().toBuffer() })).toEqual({
      ok: false,
      reason: "tooMany",
    });
  });

  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\theo\\title.pdf", "title.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"],
    ['ti"tle<1>.pdf', "title1.pdf"],
    ["\u202efdp.exe", "fdp.pdf"],
    ["card 4242424242424242.jpg", "card ••••••••••••4242.pdf"],
    ["....", "file.pdf"],
    ["x".repeat(4_000), `${"x".repeat(115)}.pdf`],
  ])("[FILE-08] [PAY-17] %j is shown as %j", (given, shown) => {
    expect(shownFileName(given, "pdf")).toBe(shown);
  });

  it("[CH8] a whispered file is for staff alone, and a file goes out only by whoever uploaded it, where it was meant", async () => {
    const maya = staffCalled("Maya");
    const kept = await keep(await picture().png().toBuffer(), "bank.png", "whisper", maya);
    if (!kept.ok) throw new Error("kept");
    const { fileId } = kept.file;
    const { dealId, customer } = deal;
    expect(await openChatFile(dealId, fileId, customer)).toBeNull();
    expect(await openChatFile(dealId, fileId, staffCalled("Ines"))).not.toBeNull();
    expect(await openChatFile((await newDeal(database)).dealId, fileId, maya)).toBeNull();
    expect(await uploadedFile(fileId, { dealId, stream: "chat", actor: maya })).toBeNull();
    expect(await uploadedFile(fileId, { dealId, stream: "whisper", actor: staffCalled("Ines") })).toBeNull();
    expect(await uploadedFile(fileId, { dealId, stream: "whisper", actor: maya })).toMatchObject({ fileId });
  });
});
