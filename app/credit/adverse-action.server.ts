import { randomUUID } from "node:crypto";
import { z } from "zod";
import { declineReasons } from "#machines/lending/decide-application";
import type { AdverseActionTask, CreditApplication } from "#app/generated/prisma/client";
import { writeAudit } from "#app/audit/audit-trail.server";
import { keepNotice } from "#app/documents/jacket-documents.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";

const DAY_MS = 86_400_000;
/** Regulation B: a decision is told within 30 days of a completed application; a counter-offer that nobody took within 90. */
export const DECISION_DAYS = 30;
export const COUNTER_DAYS = 90;
/** From here on the desk is warned. */
const WARN_DAYS = 1;

export const clockKinds = ["decision", "counterOffer"] as const;
export type ClockKind = (typeof clockKinds)[number];

async function startClock(
  application: CreditApplication,
  kind: ClockKind,
  startedAt: Date,
  days: number,
): Promise<void> {
  const { id: applicationId, dealId, rooftopId } = application;
  const dueAt = new Date(startedAt.getTime() + days * DAY_MS);
  await database().prisma.adverseActionTask.createMany({
    data: [{ id: randomUUID(), dealId, rooftopId, applicationId, kind, startedAt, dueAt, state: "open" }],
    skipDuplicates: true,
  });
}

export const startDecisionClock = (application: CreditApplication) =>
  startClock(application, "decision", application.completedAt ?? now(), DECISION_DAYS);

export const startCounterClock = (application: CreditApplication, at: Date) =>
  startClock(application, "counterOffer", at, COUNTER_DAYS);

/** Somebody got what they asked for, or took the counter-offer: nothing is owed to them any more. */
export async function stopClocks(dealId: string, kinds: readonly ClockKind[] = clockKinds): Promise<void> {
  await database().prisma.adverseActionTask.updateMany({
    where: { dealId, kind: { in: [...kinds] }, state: "open" },
    data: { state: "notNeeded", settledAt: now() },
  });
}

/** How pressing a task is on this day. */
export function clockState({ dueAt, state }: Pick<AdverseActionTask, "dueAt" | "state">, at: Date) {
  if (state !== "open") return "settled" as const;
  const left = dueAt.getTime() - at.getTime();
  if (left < 0) return "overdue" as const;
  return left <= WARN_DAYS * DAY_MS ? ("alarm" as const) : ("task" as const);
}

export const openClocks = (rooftopId: string) =>
  database().prisma.adverseActionTask.findMany({ where: { rooftopId, state: "open" }, orderBy: { dueAt: "asc" } });

/** What a notice has to say: specific reasons, who decided, who keeps the report and what its reader may ask for. */
export const adverseNoticeSchema = z.strictObject({
  reasons: z.array(z.enum(declineReasons)).min(1).max(4),
  creditor: z.string().trim().min(1).max(80),
  creditorAddress: z.string().trim().min(1).max(160),
  agency: z.strictObject({
    name: z.string().trim().min(1).max(80),
    address: z.string().trim().min(1).max(160),
    phone: z.string().trim().min(1).max(40),
  }),
  /** The score used, its range, its day and what weighed most, where one was used. */
  score: z
    .strictObject({
      value: z.int().min(300).max(850),
      lowest: z.int(),
      highest: z.int(),
      on: z.iso.date(),
      factors: z.array(z.string().trim().min(1).max(120)).min(1).max(5),
    })
    .nullable(),
});
/** As it is kept: without the score, which lies sealed; the oldest ones name no address. */
const keptNoticeSchema = adverseNoticeSchema.omit({ score: true }).extend({ creditorAddress: z.string().default("") });
export type AdverseNotice = z.infer<typeof adverseNoticeSchema>;

/** The built-in network's bureau: invented, like everything of the demo. */
export const DEMO_AGENCY = {
  name: "Meridian Credit Reports (demo)",
  address: "PO Box 100, Lakeside, IL 60601",
  phone: "555 0100",
} as const;

/** Drawn and kept as it was given, from which nothing moves it any more. */
const keepingNotice = defineJob({
  name: "keep-adverse-notice",
  schema: z.object({ dealId: z.string() }),
  retryLimit: 8,
  handle: ({ dealId }) => keepNotice(dealId),
});

export type NoticeAnswer = { ok: true } | { ok: false; reason: "incomplete" | "settled" };

/**
 * Keeps the notice of a decision that went against somebody, and settles its task. Without one specific reason of the
 * list there is none. The score lies with the sealed fields; here is all that the paper is drawn from but that.
 */
export async function giveNotice(
  taskId: string,
  notice: unknown,
  person: { staffId: string; firstName: string; lastName: string; rooftopId: string },
): Promise<NoticeAnswer> {
  const read = adverseNoticeSchema.safeParse(notice);
  if (!read.success) return { ok: false, reason: "incomplete" };
  const { score: _sealed, ...kept } = read.data;
  const { prisma } = database();
  const { count } = await prisma.adverseActionTask.updateMany({
    where: { id: taskId, rooftopId: person.rooftopId, state: "open" },
    data: { state: "sent", notice: kept, settledBy: person.staffId, settledAt: now() },
  });
  if (count === 0) return { ok: false, reason: "settled" };
  const task = await prisma.adverseActionTask.findUniqueOrThrow({ where: { id: taskId } });
  await prisma.creditApplication.update({ where: { id: task.applicationId }, data: { decidedAt: now() } });
  await writeAudit({
    rooftopId: person.rooftopId,
    actorId: person.staffId,
    actorName: `${person.firstName} ${person.lastName}`,
    act: "adverseAction.told",
    dealId: task.dealId,
    subject: task.applicationId,
    detail: read.data.reasons.join(", "),
  });
  await enqueue(keepingNotice, { dealId: task.dealId }, { key: taskId });
  return { ok: true };
}

/** What the notice's paper is drawn from: the stored notice of each applicant of a deal. */
export async function adverseNoticesOf(dealId: string) {
  const tasks = await database().prisma.adverseActionTask.findMany({ where: { dealId, state: "sent" } });
  return tasks.flatMap(({ applicationId, kind, settledAt, notice }) => {
    const read = keptNoticeSchema.safeParse(notice);
    return read.success ? [{ applicationId, kind, toldAt: settledAt?.toISOString() ?? "", ...read.data }] : [];
  });
}
