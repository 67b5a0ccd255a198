import { assert } from "#machines/assert";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { moneyPaperKinds } from "#machines/jacket/document-kinds";
import { readDealState, readDealStateAt } from "#app/deals/read-deal.server";
import type { Prisma } from "#app/generated/prisma/client";
import { removeBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { canDraw, drawDocument, requiredOf } from "./draw-document.server";
import { keepPaper, readPaper } from "./paper-store.server";
import { isSealedPaper } from "./sealed-papers";
import type { Rendering } from "./sensitive-fields";

const NOTICE = "adverseAction";

export interface JacketDocumentRow {
  kind: "buyersOrder";
  revision: number;
  fileName: string;
  sha256: string;
  createdAt: string;
  voided: boolean;
}

/** The buyer's orders of a deal, newest first; void ones stay for the record. */
export async function jacketDocuments(dealId: string): Promise<JacketDocumentRow[]> {
  const rows = await database().prisma.jacketDocument.findMany({
    where: { dealId, kind: "buyersOrder" },
    orderBy: { revision: "desc" },
  });
  return rows.map(({ revision, fileName, sha256, createdAt, voidedAt }) => ({
    kind: "buyersOrder",
    revision,
    fileName,
    sha256,
    createdAt: createdAt.toISOString(),
    voided: voidedAt !== null,
  }));
}

/** "buyersOrder" → "buyers-order", "payoffAuthorisation:2" → "payoff-authorisation-2". */
const fileWord = (key: string) =>
  key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(/[^a-z0-9]+/g, "-");

/** Draws and keeps a document of a frozen revision; drawing it again finds the one that is there. */
export async function keepDocument(dealId: string, key: string, revision: number): Promise<void> {
  const { prisma } = database();
  if (await prisma.jacketDocument.findUnique({ where: { dealId_kind_revision: { dealId, kind: key, revision } } }))
    return;
  const state = await readDealStateAt(dealId, revision);
  assert(state, "a frozen revision is in the journal");
  const { life, identity } = contextOf(state);
  assert(life.contractingRevision === revision, "a document is drawn from the revision that was frozen");
  const drawn = await drawDocument(dealId, state, key, "sealed");
  if (!drawn) return;
  const blobKey = await keepPaper(drawn.bytes, key);
  await prisma.jacketDocument.createMany({
    data: [
      {
        id: `${dealId}:${key}:${revision}`,
        dealId,
        kind: key,
        revision,
        sha256: drawn.sha256,
        contentHash: drawn.contentHash,
        blobKey,
        fileName: `${fileWord(key)}-${identity.dealNumber}-rev${revision}.pdf`,
        pages: drawn.pages,
        places: drawn.places as unknown as Prisma.InputJsonArray,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  // The deal may have been reopened before this job got its turn; then its document is void from the start.
  const current = await readDealState(dealId);
  if (current && contextOf(current).life.contractingRevision !== revision) await voidDocuments(dealId, revision + 1);
}

export const drawBuyersOrder = (dealId: string, revision: number): Promise<void> =>
  keepDocument(dealId, "buyersOrder", revision);

/** Everything that the product draws for a frozen deal. */
export async function drawJacket(dealId: string, revision: number): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  assert(state, "a frozen revision is in the journal");
  const { store, vehicle } = contextOf(state);
  const drawable = [];
  for (const required of await requiredOf(dealId, state))
    // A notice is kept when it is given, and not drawn again.
    if (required.kind !== NOTICE && (await canDraw(store.rooftopId, required, vehicle.vehicle?.stockNumber)))
      drawable.push(required.key);
  await Promise.all(drawable.map((key) => keepDocument(dealId, key, revision)));
}

/**
 * The deal was reopened or lost at this revision: the documents from before it stand for nothing any more, and are
 * kept. A job that comes late leaves those of a later freeze alone. A receipt stays true: the money did move.
 */
export async function voidDocuments(dealId: string, atRevision: number): Promise<void> {
  await database().prisma.jacketDocument.updateMany({
    where: {
      dealId,
      voidedAt: null,
      revision: { lt: atRevision },
      NOT: [{ kind: NOTICE }, ...moneyPaperKinds.map((kind) => ({ kind: { startsWith: `${kind}:` } }))],
    },
    data: { voidedAt: now() },
  });
}

/**
 * A document to read now: the kept copy of a frozen deal, byte for byte, else a draft of the numbers as they stand.
 * What says something of somebody's credit is read as it is kept by who may open it; everybody else, and every draft,
 * has it without its values. Null where there is nothing to draw yet.
 */
export async function readDocument(
  dealId: string,
  key: string,
  rendering: Rendering = "open",
): Promise<{ bytes: Uint8Array; fileName: string; sha256: string | null } | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  const { contractingRevision } = contextOf(state).life;
  const isWithheld = isSealedPaper(key) && rendering === "open";
  const given = key === "adverseAction" && !isWithheld ? await keptNotice(dealId) : null;
  if (given) return given;
  if (!isWithheld && contractingRevision !== null && lifeOf(state) !== "lost") {
    // The job may still be on its way; drawing is the same work either way, and idempotent.
    await keepDocument(dealId, key, contractingRevision);
    const kept = await database().prisma.jacketDocument.findUnique({
      where: { dealId_kind_revision: { dealId, kind: key, revision: contractingRevision } },
    });
    if (!kept) return null;
    const bytes = await readPaper(kept.blobKey);
    // What says something of somebody's credit is thrown away when its time is over.
    if (!bytes && isSealedPaper(key)) return null;
    assert(bytes, "a kept document has its bytes");
    return { bytes, fileName: kept.fileName, sha256: kept.sha256 };
  }
  const context = contextOf(state);
  if (!context.vehicle.vehicle) return null;
  const drawn = await drawDocument(dealId, state, key);
  if (!drawn) return null;
  const word = isWithheld ? "sealed" : "draft";
  return { bytes: drawn.bytes, fileName: `${fileWord(key)}-${context.identity.dealNumber}-${word}.pdf`, sha256: null };
}

/**
 * A refusal of credit is told once and stays as it was told: drawn from the deal as it stands, whether or not that is
 * ever frozen, and no reopening voids it.
 */
export async function keepNotice(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  const drawn = state && (await drawDocument(dealId, state, NOTICE, "sealed"));
  if (!state || !drawn) return;
  const { dealNumber } = contextOf(state).identity;
  await database().prisma.jacketDocument.createMany({
    data: [
      {
        id: `${dealId}:${NOTICE}:${state.revision}`,
        dealId,
        kind: NOTICE,
        revision: state.revision,
        sha256: drawn.sha256,
        contentHash: drawn.contentHash,
        blobKey: await keepPaper(drawn.bytes, NOTICE),
        fileName: `${fileWord(NOTICE)}-${dealNumber}-rev${state.revision}.pdf`,
        pages: drawn.pages,
        places: [],
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
}

/** The time to keep an applicant's credit is over: its papers go with it. That they were there, and signed, stays. */
export async function removeSealedPapers(dealId: string, about: string): Promise<void> {
  const { prisma } = database();
  const drawn = await prisma.jacketDocument.findMany({ where: { dealId } });
  const theirs = drawn.filter(({ kind }) => isSealedPaper(kind) && (kind.split(":")[1] ?? "") === about);
  const signed = await prisma.envelopeDocument.findMany({
    where: { documentId: { in: theirs.map(({ id }) => id) }, signedBlob: { not: null } },
  });
  for (const { blobKey } of theirs) await removeBlob(blobKey);
  for (const { signedBlob } of signed) if (signedBlob) await removeBlob(signedBlob);
}

/** The newest notice that was given on a deal, as it was given. */
async function keptNotice(dealId: string) {
  const kept = await database().prisma.jacketDocument.findFirst({
    where: { dealId, kind: NOTICE, voidedAt: null },
    orderBy: { createdAt: "desc" },
  });
  const bytes = kept && (await readPaper(kept.blobKey));
  return kept && bytes ? { bytes, fileName: kept.fileName, sha256: kept.sha256 } : null;
}

export const readBuyersOrder = (dealId: string) => readDocument(dealId, "buyersOrder");
