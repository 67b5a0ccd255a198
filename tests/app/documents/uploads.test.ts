import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectScanner } from "#app/documents/file-scanner.server";
import { decideUpload, readUpload, receiveUpload, shownUploadName } from "#app/documents/receive-upload.server";
import { LARGEST_UPLOAD_BYTES } from "#app/documents/upload-limits";
import { getBlob } from "#app/platform/blobs.server";
import { env } from "#app/platform/env.server";
import { runDueJobs } from "#app/platform/jobs.server";
import { jacketList } from "#app/signing/jacket-list.server";
import { newDeal, openDealStore } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));
afterEach(() => connectScanner(null));

const photo = async (width = 900, height = 600) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: "#889" } })
      .withExif({ IFD0: { Copyright: "PlantedPlace" }, IFD3: { GPSLatitudeRef: "N" } })
      .jpeg()
      .toBuffer(),
  );
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function sent(bytes: Uint8Array, name = "licence.jpg", key = "licenceCopy") {
  const { dealId, customer } = await newDeal(database);
  return { dealId, answer: await receiveUpload({ dealId, key, actor: customer, name, bytes }) };
}
const reason = (answer: { ok: boolean }) => ("reason" in answer ? answer.reason : "ok");

describe("[FILE-01] [FILE-02] pictures", () => {
  it("are drawn anew without what hides in them, and kept encrypted", async () => {
    const { dealId, answer } = await sent(await photo());
    if (!answer.ok) throw new Error(answer.reason);
    const kept = (await readUpload(dealId, answer.uploadId))!;
    expect(kept.contentType).toBe("image/webp");
    expect(Buffer.from(kept.bytes).includes("PlantedPlace")).toBe(false);
    expect((await sharp(kept.bytes).metadata()).width).toBe(900);
    const stored = (await getBlob(kept.row.blobKey))!;
    expect(Buffer.from(stored.bytes).includes(Buffer.from(kept.bytes.subarray(0, 64)))).toBe(false);
    expect(stored.bytes.toString("utf8")).toMatch(/^v1\./);
  });

  it.each([
    ["a bomb of 81 megapixels", () => photo(9_000, 9_000)],
    ["a truncated one", async () => (await photo()).subarray(0, 400)],
    ["an SVG", async () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a page called .jpg", async () => bytesOf("<html><script>1</script></html>")],
    ["nothing", async () => new Uint8Array()],
  ])("%s is refused", async (_, bytes) => expect(reason((await sent(await bytes())).answer)).toBe("notAFile"));
});

describe("[FILE-03] PDF", () => {
  const paper = async (change: (document: PDFDocument) => void = () => {}, pages = 1) => {
    const document = await PDFDocument.create();
    for (let page = 0; page < pages; page++) document.addPage([200, 200]);
    change(document);
    return document.save();
  };
  it("a plain one is written afresh", async () => {
    const { dealId, answer } = await sent(await paper(), "title.pdf");
    if (!answer.ok) throw new Error(answer.reason);
    expect((await readUpload(dealId, answer.uploadId))!.contentType).toBe("application/pdf");
  });
  it.each([
    ["a script", (document: PDFDocument) => document.addJavaScript("x", "app.alert(1)"), 1],
    [
      "a launch action",
      (document: PDFDocument) =>
        document.catalog.set(PDFName.of("OpenAction"), document.context.obj({ S: "Launch", F: PDFString.of("cmd") })),
      1,
    ],
    ["forty pages", () => {}, 40],
  ])("one with %s is refused", async (_, change, pages) => {
    expect(reason((await sent(await paper(change, pages), "x.pdf")).answer)).toBe("notAFile");
  });
  it("a damaged one is refused", async () =>
    expect(reason((await sent(bytesOf("%PDF-1.7 nothing"))).answer)).toBe("notAFile"));
});

describe("[FILE-07] [FILE-08] limits and names", () => {
  it("too large, or for what nobody asks, is refused before it is looked at", async () => {
    expect(reason((await sent(new Uint8Array(LARGEST_UPLOAD_BYTES + 1))).answer)).toBe("tooLarge");
    expect(reason((await sent(await photo(), "x.jpg", "tradeTitle:1")).answer)).toBe("notAsked");
    expect(reason((await sent(await photo(), "x.jpg", "../../etc")).answer)).toBe("notAsked");
  });
  it("[FILE-07] a deal takes as many as the setting says, and keeps nothing of the one too many", async () => {
    const { dealId, customer } = await newDeal(database);
    const usual = env.UPLOADS_PER_DEAL;
    env.UPLOADS_PER_DEAL = 2;
    try {
      const answers = [];
      for (const name of ["one.jpg", "two.jpg", "three.jpg"])
        answers.push(await receiveUpload({ dealId, key: "licenceCopy", actor: customer, name, bytes: await photo() }));
      expect(answers.map(reason)).toEqual(["ok", "ok", "tooMany"]);
      expect(await database.prisma.jacketUpload.count({ where: { dealId } })).toBe(2);
    } finally {
      env.UPLOADS_PER_DEAL = usual;
    }
  });

  it.each([
    ["../../etc/passwd", "passwd.pdf"],
    ['a"b\r\nc:d.exe', "abcd.pdf"],
    ["invoice\u202Efdp.exe", "invoicefdp.pdf"],
    ["x".repeat(4_000), `${"x".repeat(80)}.pdf`],
    ["...", "file.pdf"],
    ["4111 1111 1111 1111.jpg", expect.not.stringContaining("4111 1111 1111 1111")],
  ])("%s is shown harmlessly", (given, shown) => expect(shownUploadName(given, "pdf")).toEqual(shown));
});

describe("[FILE-09] the scanner", () => {
  it("the test virus is refused without one; with one a file is held until it answers, and removed when it is infected", async () => {
    expect(reason((await sent(bytesOf("%PDF-1.4 X5O!P%@AP EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"))).answer)).toBe(
      "infected",
    );
    let found: "clean" | "infected" | null = null;
    connectScanner(async () => {
      if (found === null) throw new Error("away");
      return found;
    });
    const { dealId, answer } = await sent(await photo());
    if (!answer.ok) throw new Error(answer.reason);
    const stands = async () =>
      (await database.prisma.jacketUpload.findUniqueOrThrow({ where: { id: answer.uploadId } })).status;
    expect(await stands()).toBe("held");
    expect(await readUpload(dealId, answer.uploadId)).toBeNull();
    await runDueJobs().catch(() => 0);
    expect(await stands()).toBe("held");
    found = "infected";
    const second = await sent(await photo(901));
    await runDueJobs();
    if (!second.answer.ok) throw new Error(second.answer.reason);
    const row = await database.prisma.jacketUpload.findUniqueOrThrow({ where: { id: second.answer.uploadId } });
    expect(row).toMatchObject({ status: "rejected", reason: "infected" });
    expect(await getBlob(row.blobKey)).toBeNull();
  });
});

describe("[J7] accepted or rejected", () => {
  it("with a reason, until a day, and shown in the deal's list", async () => {
    const { dealId, answer } = await sent(await photo());
    if (!answer.ok) throw new Error(answer.reason);
    const { uploadId } = answer;
    const state = async () => (await jacketList(dealId))!.documents.find(({ key }) => key === "licenceCopy")!.state;
    expect(await state()).toBe("waiting");
    expect(reason(await decideUpload(dealId, uploadId, { accepted: false, reason: " ", by: "Walt" }))).toBe(
      "reasonMissing",
    );
    expect(
      reason(await decideUpload(dealId, uploadId, { accepted: false, reason: "The name is cut off", by: "Walt" })),
    ).toBe("ok");
    expect(await state()).toBe("rejected");
    expect(reason(await decideUpload(dealId, uploadId, { accepted: true, expiresOn: "tomorrow", by: "Walt" }))).toBe(
      "expiry",
    );
    await decideUpload(dealId, uploadId, { accepted: true, expiresOn: "2020-01-31", by: "Walt" });
    expect(await state()).toBe("expired");
    await decideUpload(dealId, uploadId, { accepted: true, expiresOn: "2999-01-31", by: "Walt" });
    expect(await state()).toBe("accepted");
    expect(reason(await decideUpload("another", uploadId, { accepted: true, expiresOn: "", by: "Walt" }))).toBe("gone");
  });
});
