import { createHash } from "node:crypto";
import { assert } from "#machines/assert";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { isMoneyPaper, type MoneyPaperKind, moneyPaperKinds } from "#machines/jacket/document-kinds";
import { documentKey } from "#machines/jacket/required-documents";
import { dealLocale } from "#app/accounts/deal-locale.server";
import { readDealState } from "#app/deals/read-deal.server";
import { keepPaper, readPaper } from "#app/documents/paper-store.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { drawReceipt, receiptNumber } from "./draw-receipt.server";
import { type MoneyPaper, moneyPapers } from "./money-papers.server";

/** A receipt as the jacket has it. */
export interface KeptReceipt {
  key: string;
  kind: MoneyPaperKind;
  about: string;
  fileName: string;
  sha256: string;
  blobKey: string;
}

const keyOf = ({ kind, about }: Pick<MoneyPaper, "kind" | "about">) => documentKey(kind, about);

/** Draws and keeps the paper of every movement that has none yet; each once, whoever asks first and however often. */
export async function keepReceipts(dealId: string): Promise<void> {
  const papers = await moneyPapers(dealId);
  if (papers.length === 0) return;
  const kept = new Set((await keptReceipts(dealId)).map(({ key }) => key));
  const missing = papers.filter((paper) => !kept.has(keyOf(paper)));
  if (missing.length === 0) return;
  const state = await readDealState(dealId);
  assert(state, "money moves in a deal");
  for (const paper of missing) await keepReceipt(dealId, state, paper);
}

async function keepReceipt(dealId: string, state: DealState, paper: MoneyPaper): Promise<void> {
  const deal = contextOf(state);
  const key = keyOf(paper);
  const bytes = await drawReceipt(deal, paper, await dealLocale(dealId));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await database().prisma.jacketDocument.createMany({
    data: [
      {
        id: `${dealId}:${key}`,
        dealId,
        kind: key,
        revision: state.revision,
        sha256,
        contentHash: sha256,
        blobKey: await keepPaper(bytes, key),
        fileName: `receipt-${receiptNumber(deal, paper)}.pdf`,
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
}

const placeOf = ({ kind }: KeptReceipt) => moneyPaperKinds.indexOf(kind);

/** The receipts in a deal's jacket: deposits, payments, what went back; oldest first. */
export async function keptReceipts(dealId: string): Promise<KeptReceipt[]> {
  const rows = await database().prisma.jacketDocument.findMany({
    where: { dealId, OR: moneyPaperKinds.map((kind) => ({ kind: { startsWith: `${kind}:` } })) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows
    .flatMap(({ kind: key, fileName, sha256, blobKey }) => {
      const [kind = "", about = ""] = key.split(":");
      return isMoneyPaper(kind) ? [{ key, kind, about, fileName, sha256, blobKey }] : [];
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** One receipt, byte for byte as it was kept; null where no money moved under this name. */
export async function readKeptReceipt(
  dealId: string,
  key: string,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  await keepReceipts(dealId);
  const receipt = (await keptReceipts(dealId)).find((one) => one.key === key);
  if (!receipt) return null;
  const bytes = await readPaper(receipt.blobKey);
  assert(bytes, "a kept receipt has its bytes");
  return { bytes, fileName: receipt.fileName };
}
