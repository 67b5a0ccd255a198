import { contextOf } from "#machines/deal/apply-deal-event";
import { type Cents, cents } from "#machines/money/cents";
import { assert } from "#machines/assert";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { chooseProvider } from "./choose-provider.server";

/** Gives one payment back under its own stored key: however often this runs, the money moves once. */
export async function refundAttempt(attemptId: string, amount: Cents): Promise<string> {
  const { prisma } = database();
  const attempt = await prisma.depositAttempt.findUniqueOrThrow({ where: { id: attemptId } });
  const provider = chooseProvider();
  if (!provider || !attempt.reference) {
    throw new Fault("There is no provider to refund this payment.", { code: "payments", retryable: false });
  }
  const refundKey = attempt.refundKey ?? `refund:${attempt.id}`;
  await prisma.depositAttempt.update({ where: { id: attemptId }, data: { refundKey, status: "refunding" } });
  const { reference } = await provider.refund({ idempotencyKey: refundKey, reference: attempt.reference, amount });
  await prisma.depositAttempt.update({ where: { id: attemptId }, data: { status: "refunded", settledAt: now() } });
  return reference;
}

/** The work behind "refund my deposit": provider first, then the deal; both bear being asked again. */
export async function refundDeposit(dealId: string): Promise<void> {
  const state = await readDealState(dealId);
  assert(state, "a refund is about a deal that exists");
  const { deposit } = contextOf(state);
  if (deposit.status !== "refunding") return;
  const attempt = await database().prisma.depositAttempt.findUnique({
    where: { dealId_attempt: { dealId, attempt: deposit.attempt } },
  });
  assert(attempt && deposit.amount !== null, "a held deposit has its attempt");
  const reference = await refundAttempt(attempt.id, cents(deposit.amount));
  const answer = await submitDealEvent({
    dealId,
    editId: `refund:${attempt.id}`,
    actor: { kind: "system", name: "payments" },
    event: { type: "deposit.refunded", amount: deposit.amount, reference: reference.slice(0, 80) },
  });
  if (answer.status === "again")
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
}
