import { randomUUID } from "node:crypto";
import { offersMoney } from "#machines/deal/credit-slice";
import { startCounterClock, stopClocks } from "#app/credit/adverse-action.server";
import { lenderStructureSchema } from "#machines/lending/lender-structure";
import { methodOf } from "#machines/lending/lent-method";
import { tellCredit } from "#app/credit/tell-credit.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import type { LenderComment, LenderNews } from "./lender-port";
import { lenderCommentSchema, lenderNewsSchema } from "./lender-news";
import { wantStips } from "./stips.server";

export type NewsAnswer = "taken" | "repeated" | "unreadable";

/**
 * A lender's word, from a job or a signed callback: kept once, numbered, told to the deal. The order of arrival makes the
 * versions, so an older word that is repeated never replaces a newer one.
 */
export async function receiveLenderNews(lenderCode: string, given: unknown): Promise<NewsAnswer> {
  const comment = lenderCommentSchema.safeParse(given);
  if (comment.success) return keepComment(lenderCode, comment.data);
  const read = lenderNewsSchema.safeParse(given);
  if (!read.success) return "unreadable";
  const news = read.data;
  const submission = await submissionOf(lenderCode, news.reference);
  const kept = await keepMessage(submission.id, news);
  const { dealId, id: submissionId } = submission;
  const { status, amount, termMonths, payment, conditions, expiresAt } = news;
  // Of what was asked for alone: a rate is no answer to a lease, nor a money factor to a loan.
  const isLease = methodOf(lenderStructureSchema.parse(submission.structure)) === "lease";
  const words = { reference: news.reference, comment: news.comment };
  const terms = isLease ? null : news.terms && { ...news.terms, ...words };
  const lease = isLease && news.lease ? { ...news.lease, ...words } : undefined;
  // Told again as well: a first time may have ended between the row and the journal.
  await tellCredit(dealId, `answered:${submissionId}:${news.externalId}`, {
    type: "credit.answered",
    submissionId,
    version: kept.version,
    status,
    amount,
    termMonths,
    payment,
    conditions,
    expiresAt,
    terms,
    ...(lease && { lease }),
  });
  if (conditions.length > 0 && offersMoney(status)) await wantStips(dealId, submissionId, conditions);
  await moveClocks(dealId, status);
  return kept.isNew ? "taken" : "repeated";
}

async function submissionOf(lenderCode: string, reference: string) {
  const submission = await database().prisma.lenderSubmission.findFirst({ where: { lenderCode, reference } });
  // The callback may be faster than the commit of the reference it is about.
  if (!submission)
    throw new Fault("A lender spoke of what was not sent yet.", { code: "lender-early", retryable: true });
  return submission;
}

/** Words that decide nothing: they stand in the thread, and the answer keeps its version. */
async function keepComment(lenderCode: string, { reference, externalId, comment }: LenderComment): Promise<NewsAnswer> {
  const { id: submissionId } = await submissionOf(lenderCode, reference);
  const { count } = await database().prisma.lenderMessage.createMany({
    data: { id: randomUUID(), submissionId, externalId, kind: "comment", by: "lender", body: { comment }, at: now() },
    skipDuplicates: true,
  });
  return count === 1 ? "taken" : "repeated";
}

async function keepMessage(submissionId: string, news: LenderNews): Promise<{ version: number; isNew: boolean }> {
  return database().prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "LenderSubmission" WHERE "id" = ${submissionId} FOR UPDATE`;
    const place = { submissionId_externalId: { submissionId, externalId: news.externalId } };
    const known = await tx.lenderMessage.findUnique({ where: place });
    if (known) return { version: known.version ?? 0, isNew: false };
    const { version } = await tx.lenderSubmission.update({
      where: { id: submissionId },
      data: { version: { increment: 1 }, status: news.status, answeredAt: now() },
      select: { version: true },
    });
    await tx.lenderMessage.create({
      data: {
        id: randomUUID(),
        submissionId,
        externalId: news.externalId,
        kind: "decision",
        version,
        by: "lender",
        body: JSON.parse(JSON.stringify(news)),
        at: now(),
      },
    });
    return { version, isNew: true };
  });
}

/** An approval ends what is owed to the applicants; a counter-offer has a clock of its own. */
async function moveClocks(dealId: string, status: LenderNews["status"]): Promise<void> {
  if (status === "approved" || status === "conditional") return stopClocks(dealId);
  if (status !== "counter") return;
  const applications = await database().prisma.creditApplication.findMany({ where: { dealId, status: "completed" } });
  for (const application of applications) await startCounterClock(application, now());
  return stopClocks(dealId, ["decision"]);
}
