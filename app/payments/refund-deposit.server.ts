import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { giveBack } from "./give-back.server";

/** The work behind "refund my deposit"; bears being asked again. */
export async function refundDeposit(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  assert(state, "a refund is about a deal that exists");
  const { deposit } = contextOf(state);
  if (deposit.status !== "refunding") return;
  const attempt = await database().prisma.depositAttempt.findUnique({
    where: { dealId_attempt: { dealId, attempt: deposit.attempt } },
  });
  assert(attempt, "a held deposit has its attempt");
  await giveBack(attempt.id, "requested");
}
