import { z } from "zod";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { cents, type Cents } from "#machines/money/cents";
import { readDealState } from "#app/deals/read-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { log } from "#app/platform/log.server";
import type { ProviderNews } from "./payment-provider";
import { refundAttempt } from "./refund-deposit.server";

const HOUR_MS = 3_600_000;

const newsSchema = z.strictObject({
  id: z.string(),
  provider: z.string(),
  type: z.enum(["checkout.completed", "checkout.failed"]),
  reference: z.string(),
  amount: z.int().transform((amount) => cents(amount)),
  reason: z.string().optional(),
});

const handleNews = defineJob({
  name: "handle-provider-news",
  schema: z.object({ id: z.string() }),
  retryLimit: 8,
  handle: ({ id }) => handleStoredNews(id),
});

/**
 * What the provider says, stored before it is answered and handled from there: its unique id makes a repeat harmless,
 * and a crash right after the answer leaves a job that goes on.
 */
export async function receiveProviderNews(news: ProviderNews): Promise<void> {
  await database().transaction(async (tx) => {
    const { rows } = await tx.query(
      `insert into "ProviderEvent" ("id","provider","type","payload","receivedAt") values ($1,$2,$3,$4,$5)
       on conflict ("id") do nothing returning "id"`,
      [news.id, news.provider, news.type, JSON.stringify(news), now().toISOString()],
    );
    if (rows.length > 0) await enqueue(handleNews, { id: news.id }, { tx, key: news.id });
  });
  // Handled at once for the people watching; the job is there for the case that this process ends here.
  await handleStoredNews(news.id).catch((error: unknown) => log.warn({ err: error }, "provider news left to its job"));
}

async function handleStoredNews(id: string): Promise<void> {
  const { prisma } = database();
  const stored = await prisma.providerEvent.findUnique({ where: { id } });
  if (!stored || stored.handledAt) return;
  const news = newsSchema.parse(stored.payload) as ProviderNews;
  const attempt = await prisma.depositAttempt.findFirst({ where: { reference: news.reference } });
  const outcome = await outcomeOf(news, attempt, stored.receivedAt);
  await prisma.providerEvent.update({ where: { id }, data: { handledAt: now(), outcome } });
}

/** News about nothing we asked for, or about another amount, changes nothing and is kept for a person to look at. */
async function outcomeOf(news: ProviderNews, attempt: DepositAttempt | null, receivedAt: Date): Promise<string> {
  if (!attempt) return "ignored: unknown reference";
  if (attempt.amount !== news.amount) {
    log.error({ reference: news.reference }, "a payment does not match the deposit it is for");
    return "flagged: other amount";
  }
  return news.type === "checkout.completed" ? recordHeld(news, attempt, receivedAt) : recordFailed(news, attempt);
}

/**
 * One payment is recorded once, whatever the ids its news come under: the edit's id is the attempt's. Two pieces of news
 * of one payment at once then meet in the door, and neither takes the other for a payment too many.
 */
async function recordHeld(news: ProviderNews, attempt: DepositAttempt, receivedAt: Date): Promise<string> {
  const { dealId, amount } = attempt;
  const state = await readDealState(dealId);
  if (!state) return "ignored: no such deal";
  const { holdHours } = contextOf(state).store.deposit;
  const answer = await submitDealEvent({
    dealId,
    editId: `held:${attempt.id}`,
    actor: { kind: "system", name: "payments" },
    event: heldEvent(attempt, news, new Date(receivedAt.getTime() + holdHours * HOUR_MS).toISOString()),
  });
  if (answer.status === "again")
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
  if (answer.status === "refused") {
    if (answer.refusal.code === "editConflict" || (await isRecorded(attempt))) return "ignored: recorded already";
    // Paid, but the deal has no use for it: the money goes back at once, under its own key.
    await refundAttempt(attempt.id, cents(amount));
    return `refunded: ${answer.refusal.code}`;
  }
  await settle(attempt.id, "held");
  return "held";
}

/** Is this very payment the one the deal has, or has given back? Then the news is old news under a new id. */
async function isRecorded({ dealId, attempt }: DepositAttempt): Promise<boolean> {
  const state = await readDealState(dealId);
  const deposit = state && contextOf(state).deposit;
  return deposit?.attempt === attempt && ["held", "refunding", "refunded"].includes(deposit.status);
}

const heldEvent = (attempt: DepositAttempt, news: ProviderNews, holdUntil: string): DealEvent => ({
  type: "deposit.held",
  attempt: attempt.attempt,
  amount: cents(attempt.amount) as Cents,
  reference: news.reference,
  holdUntil,
});

async function recordFailed(news: ProviderNews, attempt: DepositAttempt): Promise<string> {
  const answer = await submitDealEvent({
    dealId: attempt.dealId,
    editId: `${news.provider}:${news.id}`,
    actor: { kind: "system", name: "payments" },
    event: { type: "deposit.failed", attempt: attempt.attempt, reason: news.reason ?? "declined" },
  });
  if (answer.status === "again")
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
  await settle(attempt.id, "failed");
  return "failed";
}

/** A try only moves forward: one that is already refunded is not held again by late news. */
async function settle(id: string, status: "held" | "failed"): Promise<void> {
  await database().prisma.depositAttempt.updateMany({
    where: { id, status: { in: ["opening", "open"] } },
    data: { status, settledAt: now() },
  });
}
