import { contextOf } from "#machines/deal/apply-deal-event";
import { isMoneyPaper } from "#machines/jacket/document-kinds";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { documentTitle } from "#app/documents/document-title";
import { drawApart } from "#app/documents/draw-apart.server";
import { readDocument } from "#app/documents/jacket-documents.server";
import type { JacketPart } from "#app/documents/jacket-file.server";
import { isSealedPaper } from "#app/documents/sealed-papers";
import { readUpload } from "#app/documents/receive-upload.server";
import { storeSigningKey } from "#app/documents/store-signing-key.server";
import { getBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { readKeptReceipt } from "#app/till/keep-receipts.server";
import { isSettled, type ListedDocument } from "./jacket-list";
import { jacketList } from "./jacket-list.server";
import { readSignedCopy } from "./read-signed-copy.server";
import { mayReadDocument } from "./who-reads.server";

export interface BuiltJacket {
  bytes: Uint8Array;
  fileName: string;
}

/**
 * The whole jacket in one file, in funding order, with an index, under the store's seal.
 *
 * @param opens whether the reader may have this applicant's sealed papers with their values; else they stand without
 */
export async function buildJacket(
  dealId: string,
  forCustomer: Actor | null = null,
  opens: (about: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<BuiltJacket | null> {
  const list = await jacketList(dealId);
  const state = await readDealState(dealId);
  if (!list || !state) return null;
  const { store, identity } = contextOf(state);
  const wanted = list.documents.filter((document) => forCustomer === null || mayReadDocument(forCustomer, document));
  const parts: JacketPart[] = [];
  const missing: string[] = [];
  for (const document of wanted) {
    const title = documentTitle(document.kind, document.about, "en");
    const withheld = isSealedPaper(document.key) && !(await opens(document.about));
    const found = withheld ? await openPart(dealId, document, title) : await partsOf(dealId, document, title);
    parts.push(...found);
    if (found.length === 0 || (!isSettled(document) && document.state !== "drawn" && document.state !== "sent"))
      missing.push(found.length > 0 ? `${title}, signed` : title);
  }
  // The certificate tells where everybody signed from: the store's to keep, and in the signers' own copies.
  if (forCustomer === null) parts.push(...(await certificates(dealId)));
  const place = `${store.address.city}, ${store.address.region}`;
  const at = now().toISOString();
  const title = `Deal jacket ${identity.dealNumber}`;
  const { bytes } = await drawApart({
    kind: "jacket",
    jacket: {
      title,
      author: store.name,
      at,
      footer: `${store.name} · ${identity.dealNumber}`,
      lead: `${list.buyer}${list.coBuyer ? ` and ${list.coBuyer}` : ""}, ${list.revision === null ? "not frozen: drafts" : `contracting revision ${list.revision}`}.`,
      missing,
      parts,
      seal: { key: await storeSigningKey(store.rooftopId), words: { reason: title, location: place, at } },
    },
  });
  return { bytes, fileName: `jacket-${identity.dealNumber}.pdf` };
}

async function partsOf(dealId: string, document: ListedDocument, title: string): Promise<JacketPart[]> {
  const { key, state, canRead, uploads } = document;
  const accepted = uploads.filter(({ status }) => status === "accepted");
  if (accepted.length > 0)
    return (await Promise.all(accepted.map(({ uploadId }) => uploadPart(dealId, uploadId, title)))).flat();
  if (state === "signed") {
    const copy = await readSignedCopy(dealId, key);
    return copy ? [{ title, state: "signed and sealed", bytes: new Uint8Array(copy.bytes), type: "pdf" }] : [];
  }
  if (!canRead) return [];
  const drawn = isMoneyPaper(document.kind)
    ? await readKeptReceipt(dealId, key)
    : await readDocument(dealId, key, "sealed");
  const words =
    state === "draft" ? "draft" : state === "ink" ? "to be signed in ink" : state === "done" ? "" : "not signed yet";
  return drawn ? [{ title, state: words, bytes: new Uint8Array(drawn.bytes), type: "pdf" }] : [];
}

/** A paper of somebody's credit for a reader who has not opened it: that it is there, and not one of its values. */
async function openPart(dealId: string, { key, state, canRead }: ListedDocument, title: string): Promise<JacketPart[]> {
  const drawn = canRead ? await readDocument(dealId, key, "open") : null;
  const words = state === "signed" ? "signed, its values sealed" : "its values sealed";
  return drawn ? [{ title, state: words, bytes: new Uint8Array(drawn.bytes), type: "pdf" }] : [];
}

async function uploadPart(dealId: string, uploadId: string, title: string): Promise<JacketPart[]> {
  const upload = await readUpload(dealId, uploadId);
  if (!upload) return [];
  const state = "copy that was brought";
  if (upload.contentType === "application/pdf") return [{ title, state, bytes: upload.bytes, type: "pdf" }];
  const { default: sharp } = await import("sharp");
  const jpeg = await sharp(upload.bytes).flatten({ background: "#ffffff" }).jpeg({ quality: 82 }).toBuffer();
  return [{ title, state, bytes: new Uint8Array(jpeg), type: "jpeg" }];
}

async function certificates(dealId: string): Promise<JacketPart[]> {
  const done = await database().prisma.signingEnvelope.findMany({
    where: { dealId, status: "completed", certificateBlob: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  const parts: JacketPart[] = [];
  for (const { number, certificateBlob } of done) {
    const blob = await getBlob(certificateBlob ?? "");
    if (blob)
      parts.push({
        title: `Certificate of completion ${number}`,
        state: "sealed",
        bytes: new Uint8Array(blob.bytes),
        type: "pdf",
      });
  }
  return parts;
}
