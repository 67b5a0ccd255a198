import { cents } from "#machines/money/cents";
import type { TenderMethod } from "#machines/stages/tender";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import { type Movement, postMovement } from "./ledger.server";

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
  return (await payOut(attempt, { kind: "staff", id: staffId })) ? attempt.dealId : null;
}

/** What is owed of one desk deposit leaves its till, for the reason it is owed for. Answers whether anything is owed. */
export async function payOut({ id, dealId, method }: DepositAttempt, by: Movement["by"]): Promise<boolean> {
  const owed = await database().prisma.ledgerEntry.findFirst({
    where: { attemptId: id, kind: "refundOwed", side: "debit" },
  });
  if (!owed) return false;
  await database().transaction((tx) =>
    postMovement(tx, {
      key: `payout:${id}`,
      kind: payoutKinds[(method ?? "cash") as TenderMethod],
      amount: cents(owed.amount),
      dealId,
      attemptId: id,
      reason: owed.reason,
      by,
    }),
  );
  return true;
}
