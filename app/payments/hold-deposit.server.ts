import { contextOf } from "#machines/deal/apply-deal-event";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { chooseProvider } from "./choose-provider.server";
import type { PaymentProvider } from "./payment-provider";

const system = { kind: "system", name: "payments" } as const;

/**
 * Sends the payer to the provider's page for the deposit they accepted the terms of.
 * One try at a time: a second click, another tab or a retry after a crash finds the same try, the same stored key and
 * therefore the same checkout.
 */
export async function holdDeposit(dealId: string): Promise<{ url: string } | { refusal: Refusal }> {
  const provider = chooseProvider();
  if (!provider) return { refusal: refuse("paymentsOff") };
  const state = await readDealState(dealId);
  const deposit = state && contextOf(state).deposit;
  if (!deposit?.accepted) return { refusal: refuse("depositTermsMissing") };
  if (deposit.status === "held") return { refusal: refuse("depositHeldAlready") };

  const attempt = (await openAttempt(dealId)) ?? (await newAttempt(dealId, deposit.accepted.amount, provider));
  if (!attempt) return { refusal: refuse("depositInProgress") };
  const opened = await submitDealEvent({
    dealId,
    editId: `deposit-checkout:${attempt.attempt}`,
    actor: system,
    event: { type: "deposit.checkoutOpened", attempt: attempt.attempt, amount: cents(attempt.amount) },
  });
  if (opened.status === "refused") {
    await database().prisma.depositAttempt.update({ where: { id: attempt.id }, data: { status: "failed" } });
    return { refusal: opened.refusal };
  }
  if (opened.status === "again") return { refusal: refuse("depositInProgress") };
  return { url: attempt.checkoutUrl ?? (await openCheckout(provider, attempt, dealId)) };
}

const openAttempt = (dealId: string) =>
  database().prisma.depositAttempt.findFirst({ where: { dealId, status: { in: ["opening", "open"] } } });

/**
 * The row and its key are there before the provider is called. Two clicks race for one row: the database lets a deal have
 * one try under way, and the one who comes second shares the first one's. Null if that one is over already.
 */
async function newAttempt(dealId: string, amount: number, provider: PaymentProvider): Promise<DepositAttempt | null> {
  const { prisma } = database();
  const attempt = 1 + (await prisma.depositAttempt.count({ where: { dealId } }));
  const key = `deposit:${dealId}:${attempt}`;
  const row = { id: key, dealId, attempt, amount, idempotencyKey: key, provider: provider.name, status: "opening" };
  try {
    return await prisma.depositAttempt.create({ data: { ...row, createdAt: now() } });
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    return openAttempt(dealId);
  }
}

async function openCheckout(provider: PaymentProvider, attempt: DepositAttempt, dealId: string): Promise<string> {
  const { reference, url } = await provider.openCheckout({
    idempotencyKey: attempt.idempotencyKey,
    amount: cents(attempt.amount),
    description: "Refundable deposit",
    returnUrl: `${env.PUBLIC_URL}/deals/${dealId}?stage=deposit`,
  });
  await database().prisma.depositAttempt.updateMany({
    where: { id: attempt.id, status: "opening" },
    data: { status: "open", reference, checkoutUrl: url },
  });
  return url;
}
