import { cents } from "#machines/money/cents";
import type { TenderMethod } from "#machines/stages/tender";
import { database } from "#app/platform/database.server";
import { postMovement } from "./ledger.server";

const payoutKinds = {
  cash: "payoutCash",
  check: "payoutCheck",
  bankDraft: "payoutCheck",
  card: "payoutCard",
  transfer: "payoutTransfer",
} as const satisfies Record<TenderMethod, string>;

/** Somebody handed a desk deposit back to its customer: it leaves its till, once. Answers whose deal it was; null: nothing is owed. */
export async function handBack(attemptId: string, rooftopId: string, staffId: string): Promise<string | null> {
  const attempt = await database().prisma.depositAttempt.findUnique({ where: { id: attemptId } });
  const deal = attempt && (await database().prisma.deal.findUnique({ where: { id: attempt.dealId } }));
  if (!attempt || deal?.rooftopId !== rooftopId) return null;
  const owed = await database().prisma.ledgerEntry.findFirst({
    where: { attemptId, kind: "refundOwed", side: "debit" },
  });
  if (!owed) return null;
  await database().transaction((tx) =>
    postMovement(tx, {
      key: `payout:${attemptId}`,
      kind: payoutKinds[(attempt.method ?? "cash") as TenderMethod],
      amount: cents(owed.amount),
      dealId: attempt.dealId,
      attemptId,
      reason: owed.reason,
      by: { kind: "staff", id: staffId },
    }),
  );
  return attempt.dealId;
}
