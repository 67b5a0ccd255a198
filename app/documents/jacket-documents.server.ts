import { createHash } from "node:crypto";
import { contextOf, lifeOf } from "#machines/deal/apply-deal-event";
import { viewOf } from "#machines/deal/view-of-deal";
import { assert } from "#machines/assert";
import { readDealState, readDealStateAt } from "#app/deals/read-deal.server";
import { getBlob, putBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { drawBuyersOrderForm } from "./forms/buyers-order.server";

export interface JacketDocumentRow {
  kind: "buyersOrder";
  revision: number;
  fileName: string;
  sha256: string;
  createdAt: string;
  voided: boolean;
}

/** What the deal's jacket holds, newest first; void ones stay for the record. */
export async function jacketDocuments(dealId: string): Promise<JacketDocumentRow[]> {
  const rows = await database().prisma.jacketDocument.findMany({ where: { dealId }, orderBy: { revision: "desc" } });
  return rows.map(({ revision, fileName, sha256, createdAt, voidedAt }) => ({
    kind: "buyersOrder",
    revision,
    fileName,
    sha256,
    createdAt: createdAt.toISOString(),
    voided: voidedAt !== null,
  }));
}

/** Draws and keeps the buyer's order of a frozen revision; drawing it again finds the one that is there. */
export async function drawBuyersOrder(dealId: string, revision: number): Promise<void> {
  const { prisma } = database();
  const key = { dealId_kind_revision: { dealId, kind: "buyersOrder", revision } };
  if (await prisma.jacketDocument.findUnique({ where: key })) return;
  const state = await readDealStateAt(dealId, revision);
  assert(state, "a frozen revision is in the journal");
  const view = viewOf(state, "customer");
  assert(view.card.life.contractingRevision === revision, "a buyer's order is drawn from the revision that was frozen");
  const bytes = await drawBuyersOrderForm(view, new Date(view.card.life.frozenAt ?? 0));
  const blobKey = await putBlob(bytes, "application/pdf");
  await prisma.jacketDocument.createMany({
    data: [
      {
        id: `${dealId}:buyersOrder:${revision}`,
        dealId,
        kind: "buyersOrder",
        revision,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        blobKey,
        fileName: `buyers-order-${view.card.identity.dealNumber}-rev${revision}.pdf`,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  // The deal may have been reopened before this job got its turn; then its order is void from the start.
  const current = await readDealState(dealId);
  if (current && contextOf(current).life.contractingRevision !== revision) await voidDocuments(dealId, revision + 1);
}

/**
 * The deal was reopened or lost at this revision: the documents from before it stand for nothing any more, and are
 * kept. A job that comes late leaves those of a later freeze alone.
 */
export async function voidDocuments(dealId: string, atRevision: number): Promise<void> {
  await database().prisma.jacketDocument.updateMany({
    where: { dealId, voidedAt: null, revision: { lt: atRevision } },
    data: { voidedAt: now() },
  });
}

/**
 * The buyer's order to read now: the kept copy of a frozen deal, byte for byte, else a draft of the numbers as they
 * stand. Null without a vehicle.
 */
export async function readBuyersOrder(dealId: string): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  const view = viewOf(state, "customer");
  const { contractingRevision } = view.card.life;
  if (contractingRevision !== null && lifeOf(state) !== "lost") {
    // The job may still be on its way; drawing is the same work either way, and idempotent.
    await drawBuyersOrder(dealId, contractingRevision);
    const kept = await database().prisma.jacketDocument.findUniqueOrThrow({
      where: { dealId_kind_revision: { dealId, kind: "buyersOrder", revision: contractingRevision } },
    });
    const blob = await getBlob(kept.blobKey);
    assert(blob, "a kept document has its bytes");
    return { bytes: blob.bytes, fileName: kept.fileName };
  }
  if (!view.card.vehicle.vehicle) return null;
  const bytes = await drawBuyersOrderForm(view, now());
  return { bytes, fileName: `buyers-order-${view.card.identity.dealNumber}-draft.pdf` };
}
