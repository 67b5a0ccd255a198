import { randomUUID } from "node:crypto";
import { z } from "zod";
import { stipKinds } from "#machines/deal/credit-slice";
import { centsSchema, longText, optionalLongText } from "#machines/money/stored-value";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { lenderOf } from "./lender-network.server";
import { lenderRequest } from "./lender-request.server";
import type { Submitter } from "./submit-application.server";
import { tellCredit } from "#app/credit/tell-credit.server";

export const rehashSchema = z.strictObject({
  amount: centsSchema.nullable(),
  termMonths: z.int().min(12).max(96).nullable(),
  waive: z.array(z.enum(stipKinds)).max(stipKinds.length),
  note: optionalLongText,
});

const rehashing = defineJob({
  name: "rehash-with-lender",
  schema: z.object({ messageId: z.string() }),
  retryLimit: 8,
  handle: ({ messageId }) => sendRehash(messageId),
});

const takingBack = defineJob({
  name: "withdraw-from-lender",
  schema: z.object({ submissionId: z.string() }),
  retryLimit: 8,
  async handle({ submissionId }) {
    const submission = await database().prisma.lenderSubmission.findUniqueOrThrow({ where: { id: submissionId } });
    if (submission.reference) await lenderOf(submission.lenderCode)?.withdraw(submission.reference);
  },
});

const noting = defineJob({
  name: "note-to-lender",
  schema: z.object({ messageId: z.string() }),
  retryLimit: 8,
  handle: ({ messageId }) => sendNote(messageId),
});

const ownSubmission = (submissionId: string, { rooftopId }: Submitter) =>
  database().prisma.lenderSubmission.findFirst({ where: { id: submissionId, rooftopId } });

/** Asks a lender for something else: another amount or term, a paper let go. The thread keeps the words; its answer is a new version. */
export async function rehash(submissionId: string, asked: unknown, by: Submitter): Promise<boolean> {
  const submission = await ownSubmission(submissionId, by);
  const read = rehashSchema.safeParse(asked);
  if (!submission?.reference || !read.success || submission.status === "withdrawn") return false;
  const id = randomUUID();
  await database().prisma.lenderMessage.create({
    data: {
      id,
      submissionId,
      externalId: `ours-${id}`,
      kind: "rehash",
      by: `${by.firstName} ${by.lastName}`,
      body: read.data,
      at: now(),
    },
  });
  await enqueue(rehashing, { messageId: id }, { key: id });
  return true;
}

export async function sendRehash(messageId: string): Promise<void> {
  const { prisma } = database();
  const message = await prisma.lenderMessage.findUniqueOrThrow({ where: { id: messageId } });
  const submission = await prisma.lenderSubmission.findUniqueOrThrow({ where: { id: message.submissionId } });
  const lender = lenderOf(submission.lenderCode);
  if (!lender || !submission.reference)
    throw new Fault("This lender is not connected.", { code: "lender-unknown", retryable: true });
  await lender.rehash(submission.reference, rehashSchema.parse(message.body), await lenderRequest(submission));
}

const noteSchema = z.strictObject({ text: longText });

/** Words to a lender that ask for nothing it could decide; they stand in the thread at once. */
export async function writeToLender(submissionId: string, given: unknown, by: Submitter): Promise<boolean> {
  const submission = await ownSubmission(submissionId, by);
  const read = noteSchema.safeParse(given);
  if (!submission?.reference || !read.success || submission.status === "withdrawn") return false;
  const id = randomUUID();
  const externalId = `ours-${id}`;
  const name = `${by.firstName} ${by.lastName}`;
  await database().prisma.lenderMessage.create({
    data: { id, submissionId, externalId, kind: "note", by: name, body: read.data, at: now() },
  });
  await enqueue(noting, { messageId: id }, { key: id });
  return true;
}

async function sendNote(messageId: string): Promise<void> {
  const { prisma } = database();
  const message = await prisma.lenderMessage.findUniqueOrThrow({ where: { id: messageId } });
  const submission = await prisma.lenderSubmission.findUniqueOrThrow({ where: { id: message.submissionId } });
  const lender = lenderOf(submission.lenderCode);
  if (!lender || !submission.reference)
    throw new Fault("This lender is not connected.", { code: "lender-unknown", retryable: true });
  await lender.note(submission.reference, { id: messageId, text: noteSchema.parse(message.body).text });
}

/** Takes an application back; what the lender answers afterwards is kept, and offers nothing. */
export async function withdraw(submissionId: string, by: Submitter): Promise<boolean> {
  const submission = await ownSubmission(submissionId, by);
  if (!submission || submission.status === "withdrawn") return false;
  const { version } = await database().prisma.lenderSubmission.update({
    where: { id: submissionId },
    data: { status: "withdrawn", version: { increment: 1 } },
  });
  await tellCredit(submission.dealId, `withdrawn:${submissionId}`, {
    type: "credit.answered",
    submissionId,
    version,
    status: "withdrawn",
    amount: null,
    termMonths: null,
    payment: null,
    conditions: [],
    expiresAt: null,
    terms: null,
  });
  await enqueue(takingBack, { submissionId }, { key: submissionId });
  return true;
}

/** What was said between store and lender, in order. */
export const threadOf = (submissionId: string) =>
  database().prisma.lenderMessage.findMany({ where: { submissionId }, orderBy: { at: "asc" } });
