import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { DESK } from "./desk-deposit.server";
import { type Payer, storedPayer } from "./payer.server";
import { paymentsOf } from "./payment-connection.server";
import type { PaymentMode, PaymentProvider } from "./payment-provider";
import { settleAttempt } from "./settle-attempt.server";
import { holderOf } from "./vehicle-hold.server";

const system = { kind: "system", name: "payments" } as const;

/** The shortest life of an online card authorisation among the card brands; a longer hold is taken and refunded. */
const AUTHORIZATION_HOURS = 5 * 24;

/**
 * Sends the payer to the provider's page for the deposit they accepted the terms of.
 * One try at a time: a second click, another tab or a retry after a crash finds the same try, the same stored key and
 * therefore the same checkout. Who would pay for a vehicle that another deal holds is told before paying.
 */
export async function holdDeposit(
  dealId: string,
  payer: Payer | null = null,
): Promise<{ url: string } | { refusal: Refusal }> {
  const provider = (await paymentsOf(dealId))?.provider;
  if (!provider) return { refusal: refuse("paymentsOff") };
  const state = await readDealState(dealId);
  const deal = state && contextOf(state);
  if (!deal?.deposit.accepted) return { refusal: refuse("depositTermsMissing") };
  if (deal.deposit.status === "held") return { refusal: refuse("depositHeldAlready") };
  const stockNumber = deal.vehicle.vehicle?.stockNumber;
  if (!stockNumber) return { refusal: refuse("noVehicle") };
  const holder = await holderOf(stockNumber);
  if (holder && holder.dealId !== dealId) return { refusal: refuse("vehicleTaken") };

  const attempt = (await usableAttempt(dealId, stockNumber, provider)) ?? (await newAttempt(dealId, deal, provider));
  if (!attempt || attempt.provider === DESK) return { refusal: refuse("depositInProgress") };
  if (payer) await rememberPayer(attempt, payer);
  const opened = await submitDealEvent({
    dealId,
    editId: `deposit-checkout:${attempt.attempt}`,
    actor: system,
    event: { type: "deposit.checkoutOpened", attempt: attempt.attempt, amount: cents(attempt.amount) },
  });
  if (opened.status === "refused") {
    await database().prisma.depositAttempt.updateMany({
      where: { id: attempt.id, status: "opening" },
      data: { status: "failed", settledAt: now() },
    });
    return { refusal: opened.refusal };
  }
  if (opened.status === "again") return { refusal: refuse("depositInProgress") };
  return { url: attempt.checkoutUrl ?? (await openCheckout(provider, attempt, dealId)) };
}

/** The first device that opened the page; a dispute asks for it. */
const rememberPayer = ({ id }: DepositAttempt, payer: Payer) =>
  database().prisma.depositAttempt.updateMany({
    where: { id, payer: null },
    data: { payer: storedPayer(payer, id) },
  });

const openAttempt = (dealId: string) =>
  database().prisma.depositAttempt.findFirst({ where: { dealId, status: { in: ["opening", "open"] } } });

/**
 * The try that is under way, if it can still be paid. One whose page was paid or closed meanwhile is settled first; one
 * for another vehicle is closed, since it would hold the wrong car.
 */
async function usableAttempt(
  dealId: string,
  stockNumber: string,
  provider: PaymentProvider,
): Promise<DepositAttempt | null> {
  const attempt = await openAttempt(dealId);
  if (!attempt?.reference) return attempt;
  if (attempt.stockNumber !== null && attempt.stockNumber !== stockNumber) {
    await provider.closeCheckout(attempt.reference);
  }
  await settleAttempt(attempt.id);
  return openAttempt(dealId);
}

/** Set aside where the hold fits into the life of an authorisation, else taken at once and paid back if need be. */
const modeFor = ({ store }: DealContext): PaymentMode =>
  store.deposit.holdHours <= AUTHORIZATION_HOURS ? "authorize" : "capture";

/**
 * The row and its key are there before the provider is called. Two clicks race for one row: the database lets a deal have
 * one try under way, and the one who comes second shares the first one's. Null if that one is over already.
 */
async function newAttempt(
  dealId: string,
  deal: DealContext,
  provider: PaymentProvider,
): Promise<DepositAttempt | null> {
  const { deposit, vehicle } = deal;
  const { prisma } = database();
  const attempt = 1 + (await prisma.depositAttempt.count({ where: { dealId } }));
  const key = `deposit:${dealId}:${attempt}`;
  try {
    return await prisma.depositAttempt.create({
      data: {
        id: key,
        dealId,
        attempt,
        amount: deposit.accepted?.amount ?? 0,
        idempotencyKey: key,
        provider: provider.name,
        status: "opening",
        mode: modeFor(deal),
        stockNumber: vehicle.vehicle?.stockNumber ?? null,
        createdAt: now(),
      },
    });
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    return openAttempt(dealId);
  }
}

async function openCheckout(provider: PaymentProvider, attempt: DepositAttempt, dealId: string): Promise<string> {
  const { reference, url } = await provider.openCheckout({
    idempotencyKey: attempt.idempotencyKey,
    attemptId: attempt.id,
    mode: attempt.mode === "authorize" ? "authorize" : "capture",
    amount: cents(attempt.amount),
    description: "Refundable deposit",
    returnUrl: `${env.PUBLIC_URL}/deals/${dealId}/paid`,
  });
  await database().prisma.depositAttempt.updateMany({
    where: { id: attempt.id, status: "opening" },
    data: { status: "open", reference, checkoutUrl: url },
  });
  return url;
}
