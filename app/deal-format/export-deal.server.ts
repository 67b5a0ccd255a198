import { contextOf, type DealState, lifeOf } from "#machines/deal/apply-deal-event";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { viewOf } from "#machines/deal/view-of-deal";
import { coreVersion } from "#machines/desking/worksheet";
import type { Audience } from "#machines/store/actor";
import { readJournal } from "#app/deals/read-journal.server";
import { readDealChanges, readDealState, readDealView } from "#app/deals/read-deal.server";
import { getBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import {
  CUSTOMER_COPY_FORMAT,
  CUSTOMER_COPY_VERSION,
  DEAL_FORMAT,
  DEAL_FORMAT_VERSION,
  type DealFile,
  type FormatEvent,
} from "./deal-format";
import { eventsHash } from "./events-hash.server";

const PRODUCT = "deal-jacket";

export function figuresOf(state: DealState): DealFile["figures"] {
  const numbers = headlineNumbers(viewOf(state, "finance"));
  if (!numbers) return null;
  const { method, outTheDoor, payment, cashDue } = numbers;
  return { method, outTheDoor, payment, cashDue };
}

/** The whole deal for the store: every event as it was journalled, its papers, and what was said. */
export async function exportDeal(dealId: string): Promise<DealFile | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  const { identity, store } = contextOf(state);
  const rows = await readJournal(dealId, 0, state.revision);
  const events = rows.map(({ revision, at, actor: by, editId, editHash, event }): FormatEvent => {
    return { revision, at, by, editId, editHash, event };
  });
  return {
    format: DEAL_FORMAT,
    version: DEAL_FORMAT_VERSION,
    exportedAt: now().toISOString(),
    source: { store: store.name, rooftopId: store.rooftopId, product: PRODUCT, coreVersion },
    deal: { id: dealId, number: identity.dealNumber, revision: state.revision, life: lifeOf(state) },
    figures: figuresOf(state),
    events,
    conversation: await conversationOf(dealId),
    documents: await documentsOf(dealId),
    integrity: { eventsSha256: eventsHash(events) },
  };
}

async function documentsOf(dealId: string): Promise<DealFile["documents"]> {
  const rows = await database().prisma.jacketDocument.findMany({ where: { dealId }, orderBy: { revision: "asc" } });
  const documents: DealFile["documents"] = [];
  for (const { kind, revision, fileName, createdAt, voidedAt, sha256, blobKey } of rows) {
    const blob = await getBlob(blobKey);
    if (!blob) continue;
    documents.push({
      kind,
      revision,
      fileName,
      contentType: "application/pdf",
      createdAt: createdAt.toISOString(),
      voidedAt: voidedAt?.toISOString() ?? null,
      sha256,
      bytes: Buffer.from(blob.bytes).toString("base64"),
    });
  }
  return documents;
}

async function conversationOf(dealId: string): Promise<DealFile["conversation"]> {
  const { prisma } = database();
  const inOrder = { where: { dealId }, orderBy: { seq: "asc" } } as const;
  const streams = [
    ["chat", await prisma.chatMessage.findMany(inOrder)],
    ["whisper", await prisma.whisperMessage.findMany(inOrder)],
  ] as const;
  return streams.flatMap(([stream, rows]) =>
    rows.map(({ seq, messageId, contentHash, at, authorSide, authorId, role, firstName, content }) => ({
      stream,
      seq,
      messageId,
      contentHash,
      at: at.toISOString(),
      authorSide: authorSide as "customer" | "store",
      authorId,
      role,
      firstName,
      content: content as { kind: string },
    })),
  );
}

/** What a customer takes along: the card as they may have it, what they were told of its history, and nothing else. */
export async function exportCustomerCopy(dealId: string, audience: Audience) {
  const view = await readDealView(dealId, audience);
  if (!view) return null;
  const history = await readDealChanges(dealId, audience);
  return {
    format: CUSTOMER_COPY_FORMAT,
    version: CUSTOMER_COPY_VERSION,
    exportedAt: now().toISOString(),
    deal: { number: view.card.identity.dealNumber, revision: view.revision, life: view.life },
    figures: headlineNumbers(view),
    view,
    history: history.map(({ revision, at, by: { kind, role, firstName, seat }, cause, numbers }) => ({
      revision,
      at,
      by: { kind, role, firstName, ...(seat && { seat }) },
      what: cause,
      numbers,
    })),
  };
}
