import { contextOf } from "#machines/deal/apply-deal-event";
import { isMoneyPaper } from "#machines/jacket/document-kinds";
import type { Actor } from "#machines/store/actor";
import { readDealState } from "#app/deals/read-deal.server";
import { documentLanguage } from "#app/documents/document-language";
import { documentTitle } from "#app/documents/document-title";
import { drawApart } from "#app/documents/draw-apart.server";
import { readDocument } from "#app/documents/jacket-documents.server";
import type { JacketPart } from "#app/documents/jacket-file.server";
import { isSealedPaper } from "#app/documents/sealed-papers";
import { jacketWords } from "#app/documents/jacket-words";
import { readUpload } from "#app/documents/receive-upload.server";
import { storeSigningKey } from "#app/documents/store-signing-key.server";
import { getBlob } from "#app/platform/blobs.server";
import { openPaper } from "#app/lenders/stips.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { readKeptReceipt } from "#app/till/keep-receipts.server";
import { formatDate } from "#app/ui/format";
import { type Translate, translator } from "#app/ui/translator";
import { isSettled, type ListedDocument } from "./jacket-list";
import { jacketList } from "./jacket-list.server";
import { readSignedCopy } from "./read-signed-copy.server";
import { mayReadDocument } from "./who-reads.server";

type Words = Translate<typeof jacketWords.en>;

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
  const locale = documentLanguage(store);
  const t = translator(jacketWords, locale);
  const wanted = list.documents.filter((document) => forCustomer === null || mayReadDocument(forCustomer, document));
  const parts: JacketPart[] = [];
  const missing: string[] = [];
  for (const document of wanted) {
    const title = documentTitle(document.kind, document.about, locale, document.thing);
    const withheld = isSealedPaper(document.key) && !(await opens(document.about));
    const found = withheld ? await openPart(dealId, document, title, t) : await partsOf(dealId, document, title, t);
    parts.push(...found);
    if (found.length === 0 || (!isSettled(document) && document.state !== "drawn" && document.state !== "sent"))
      missing.push(found.length > 0 ? t("missingSigned", { title }) : title);
  }
  // The certificate tells where everybody signed from: the store's to keep, and in the signers' own copies.
  if (forCustomer === null) parts.push(...(await certificates(dealId, t)));
  const place = `${store.address.city}, ${store.address.region}`;
  const at = now().toISOString();
  const title = t("title", { number: identity.dealNumber });
  const people = list.coBuyer ? t("both", { buyer: list.buyer, coBuyer: list.coBuyer }) : list.buyer;
  const { bytes } = await drawApart({
    kind: "jacket",
    jacket: {
      title,
      author: store.name,
      locale,
      at,
      footer: `${store.name} · ${identity.dealNumber}`,
      kept: list.keptUntil ? t("kept", { day: formatDate(list.keptUntil, locale, "UTC", "long") }) : "",
      lead: list.revision === null ? t("drafts", { people }) : t("frozen", { people, revision: String(list.revision) }),
      missing,
      parts,
      seal: { key: await storeSigningKey(store.rooftopId), words: { reason: title, location: place, at } },
    },
  });
  return { bytes, fileName: `jacket-${identity.dealNumber}.pdf` };
}

async function partsOf(dealId: string, document: ListedDocument, title: string, t: Words): Promise<JacketPart[]> {
  const { key, state, canRead, uploads, stipId } = document;
  const accepted = uploads.filter(({ status }) => status === "accepted");
  if (accepted.length > 0)
    return (await Promise.all(accepted.map(({ uploadId }) => uploadPart(dealId, uploadId, title, t)))).flat();
  if (stipId !== null && state === "accepted") return stipPart(stipId, title, t);
  if (state === "signed") {
    const copy = await readSignedCopy(dealId, key);
    return copy ? [{ title, state: t("signed"), bytes: new Uint8Array(copy.bytes), type: "pdf" }] : [];
  }
  if (!canRead) return [];
  const drawn = isMoneyPaper(document.kind)
    ? await readKeptReceipt(dealId, key)
    : await readDocument(dealId, key, "sealed");
  const words = state === "draft" || state === "ink" ? t(state) : state === "done" ? "" : t("unsigned");
  return drawn ? [{ title, state: words, bytes: new Uint8Array(drawn.bytes), type: "pdf" }] : [];
}

/** A paper of somebody's credit for a reader who has not opened it: that it is there, and not one of its values. */
async function openPart(
  dealId: string,
  { key, state, canRead }: ListedDocument,
  title: string,
  t: Words,
): Promise<JacketPart[]> {
  const drawn = canRead ? await readDocument(dealId, key, "open") : null;
  const words = t(state === "signed" ? "signedValuesSealed" : "valuesSealed");
  return drawn ? [{ title, state: words, bytes: new Uint8Array(drawn.bytes), type: "pdf" }] : [];
}

/** A paper that the customer sent for the lender. */
async function stipPart(stipId: string, title: string, t: Words): Promise<JacketPart[]> {
  const paper = await openPaper(await database().prisma.stip.findUniqueOrThrow({ where: { id: stipId } }));
  return paper ? [await filePart(paper, title, t("upload"))] : [];
}

async function filePart(
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  title: string,
  state: string,
): Promise<JacketPart> {
  if (contentType === "application/pdf") return { title, state, bytes: new Uint8Array(bytes), type: "pdf" };
  const { default: sharp } = await import("sharp");
  const jpeg = await sharp(bytes).flatten({ background: "#ffffff" }).jpeg({ quality: 82 }).toBuffer();
  return { title, state, bytes: new Uint8Array(jpeg), type: "jpeg" };
}

async function uploadPart(dealId: string, uploadId: string, title: string, t: Words): Promise<JacketPart[]> {
  const upload = await readUpload(dealId, uploadId);
  if (!upload) return [];
  return [await filePart(upload, title, t("upload"))];
}

async function certificates(dealId: string, t: Words): Promise<JacketPart[]> {
  const done = await database().prisma.signingEnvelope.findMany({
    where: { dealId, status: "completed", certificateBlob: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  const parts: JacketPart[] = [];
  for (const { number, certificateBlob } of done) {
    const blob = await getBlob(certificateBlob ?? "");
    if (blob)
      parts.push({
        title: t("certificate", { number }),
        state: t("sealed"),
        bytes: new Uint8Array(blob.bytes),
        type: "pdf",
      });
  }
  return parts;
}
