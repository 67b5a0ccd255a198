import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { cents } from "#machines/money/cents";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { DepositAttempt } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { log } from "#app/platform/log.server";
import { type Movement, postMovement } from "./ledger.server";
import { paymentsOf } from "./payment-connection.server";
import { type ProviderNews, providerNewsSchema, secretName } from "./provider-news.server";
import { settleAttempt } from "./settle-attempt.server";

/** The provider is answered within this, handled or not: it takes silence for a failure and says it all again. */
const ANSWER_WITHIN_MS = 2_000;

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
  const handled = handleStoredNews(news.id).catch((error: unknown) =>
    log.warn({ err: error }, "provider news left to its job"),
  );
  const patience = new AbortController();
  await Promise.race([handled, pause(ANSWER_WITHIN_MS, null, { signal: patience.signal }).catch(() => null)]);
  patience.abort();
}

async function handleStoredNews(id: string): Promise<void> {
  const { prisma } = database();
  const stored = await prisma.providerEvent.findUnique({ where: { id } });
  if (!stored || stored.handledAt) return;
  const outcome = await outcomeOf(providerNewsSchema.parse(stored.payload));
  await prisma.providerEvent.update({ where: { id }, data: { handledAt: now(), outcome } });
}

/** News about nothing we asked for, or from another mode than ours, changes nothing and is kept to be looked at. */
async function outcomeOf(news: ProviderNews): Promise<string> {
  const attempt = await attemptOf(news);
  if (!attempt) return "ignored: not about a deposit of ours";
  const connection = await paymentsOf(attempt.dealId);
  if (news.livemode !== connection?.provider.livemode) return "ignored: another mode";
  // A store's account speaks for that store's deposits alone.
  if (news.signedWith && !connection.secrets.some((secret) => secretName(secret) === news.signedWith))
    return "ignored: another account";
  switch (news.type) {
    case "refund.failed":
      return refundReturned(attempt, news);
    case "charge.dispute.created":
      return disputed(attempt, "opened", `${news.objectId}:opened`);
    case "charge.dispute.closed":
      return disputeClosed(attempt, news);
    default:
      return settleAttempt(attempt.id, news.intent);
  }
}

/** By the page or the payment we know of; else by the name we gave it, which the payment itself must bear out. */
async function attemptOf({ session, intent, attemptId }: ProviderNews): Promise<DepositAttempt | null> {
  const { depositAttempt } = database().prisma;
  const bySession = session ? await depositAttempt.findFirst({ where: { reference: session } }) : null;
  const byIntent = bySession ?? (intent ? await depositAttempt.findFirst({ where: { intent } }) : null);
  if (byIntent || !attemptId || session) return byIntent;
  return depositAttempt.findUnique({ where: { id: attemptId } });
}

/** The bank sent a refund back: the money is with the store, and a person has to find another way. */
async function refundReturned(attempt: DepositAttempt, news: ProviderNews): Promise<string> {
  const refund = await database().prisma.ledgerEntry.findFirst({
    where: { attemptId: attempt.id, kind: "refund", reference: news.objectId },
  });
  const amount = refund?.amount ?? attempt.kept ?? attempt.amount;
  await post(attempt, amount, {
    key: `refundReturned:${news.objectId}`,
    kind: "refundReturned",
    reference: news.objectId,
  });
  // A part that came back leaves the rest of the deposit as it is.
  await database().prisma.depositAttempt.updateMany({
    where: { id: attempt.id, status: { notIn: ["held", "returning"] } },
    data: { status: "refundFailed" },
  });
  log.error({ attempt: attempt.id }, "a refund came back from the bank: pay the customer another way");
  return "flagged: the refund came back";
}

async function disputeClosed(attempt: DepositAttempt, news: ProviderNews): Promise<string> {
  const state = news.objectStatus === "won" ? "won" : "lost";
  if (state === "lost") {
    await post(attempt, attempt.kept ?? attempt.amount, {
      key: `disputeLost:${news.objectId}`,
      kind: "disputeLost",
      reference: news.objectId,
    });
  }
  return disputed(attempt, state, `${news.objectId}:${state}`);
}

async function disputed(attempt: DepositAttempt, state: "opened" | "won" | "lost", editId: string): Promise<string> {
  const answer = await submitDealEvent({
    dealId: attempt.dealId,
    editId,
    actor: { kind: "system", name: "payments" },
    event: { type: "deposit.disputed", attempt: attempt.attempt, state },
  });
  if (answer.status === "again") {
    throw new Fault("The deal could not be changed now.", { code: "deal", retryable: true });
  }
  return `dispute ${state}`;
}

const post = (attempt: DepositAttempt, amount: number, movement: Pick<Movement, "key" | "kind" | "reference">) =>
  database().transaction((tx) =>
    postMovement(tx, {
      ...movement,
      amount: cents(amount),
      dealId: attempt.dealId,
      attemptId: attempt.id,
      by: { kind: "system", id: "payments" },
    }),
  );
