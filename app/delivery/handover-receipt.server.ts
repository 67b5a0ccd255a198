import { createHash } from "node:crypto";
import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { handoverReceiptContent } from "#machines/deal/handover-content";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

/** Keeps what was handed over as both signed it, with its hash; once, whatever runs twice. */
export async function keepHandoverReceipt(dealId: string, revision: number): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  assert(state, "a receipt is about a deal that exists");
  const content = handoverReceiptContent(contextOf(state));
  const sha256 = createHash("sha256").update(content).digest("hex");
  await database().prisma.handoverReceipt.createMany({
    data: [{ dealId, revision, content, sha256, createdAt: now() }],
    skipDuplicates: true,
  });
}

/** The kept receipt, read back and held against its hash; null while there is none. */
export async function readHandoverReceipt(
  dealId: string,
): Promise<{ content: string; sha256: string; intact: boolean } | null> {
  const row = await database().prisma.handoverReceipt.findUnique({ where: { dealId } });
  if (!row) return null;
  const { content, sha256 } = row;
  return { content, sha256, intact: createHash("sha256").update(content).digest("hex") === sha256 };
}
