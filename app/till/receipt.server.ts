import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { postDeskDeposit } from "#app/payments/desk-deposit.server";
import { postTender } from "#app/payments/post-tender.server";
import { readKeptReceipt } from "./keep-receipts.server";

/**
 * The receipt of one payment as the jacket keeps it, the same paper for both sides. `of` is the deposit or a tender's
 * number. Null where there is no such payment. What the desk took a moment ago is written down first.
 */
export async function readReceipt(dealId: string, of: string): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const state = await readDealState(dealId);
  if (!state) return null;
  const { deposit, tenders } = contextOf(state);
  if (of === "deposit") {
    if (deposit.heldAt === null) return null;
    if (deposit.takenBy) await postDeskDeposit(dealId, deposit.attempt);
    return readKeptReceipt(dealId, `depositReceipt:D${deposit.attempt}`);
  }
  const number = /^[1-9]\d{0,3}$/.test(of) ? Number(of) : 0;
  if (!tenders.list[number - 1]) return null;
  await postTender(dealId, number);
  return readKeptReceipt(dealId, `tenderReceipt:${number}`);
}
