import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Applicant, SentToLender } from "#machines/deal/credit-slice";
import { numbersFrom } from "#machines/deal/deal-view";
import { dealStructure } from "#machines/lending/deal-structure";
import type { LenderStructure } from "#machines/lending/lender-structure";
import { methodOf } from "#machines/lending/lent-method";
import { writeAudit } from "#app/audit/audit-trail.server";
import { readyToSend } from "#app/credit/credit-application.server";
import { openFields } from "#app/credit/sealed-fields.server";
import { tellCredit } from "#app/credit/tell-credit.server";
import type { CreditApplication } from "#app/generated/prisma/client";
import { readDealView } from "#app/deals/read-deal.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { lenderOf } from "./lender-network.server";
import { takes } from "./lender-port";
import { lenderRequest } from "./lender-request.server";

/** The same person at the same lender twice within this is one inquiry too many. */
const DUPLICATE_DAYS = 30;

export interface Submitter {
  staffId: string;
  firstName: string;
  lastName: string;
  rooftopId: string;
}

export type Submitted =
  | { ok: true; submissionId: string; repeated: boolean }
  | { ok: false; reason: "notReady" | "notFinanced" | "noLender" | "otherMethod" | "duplicate" };

const fingerprintOf = (structure: LenderStructure) =>
  createHash("sha256").update(JSON.stringify(structure)).digest("base64url").slice(0, 32);

/** The job that opens the sealed fields and sends them; its own data is an id. */
const sending = defineJob({
  name: "send-to-lender",
  schema: z.object({ submissionId: z.string() }),
  retryLimit: 8,
  handle: ({ submissionId }) => sendToLender(submissionId),
});

/** Everybody's numbers at this store who applied to this lender lately, on another deal. */
async function isDuplicate(dealId: string, lenderCode: string, hashes: string[]): Promise<boolean> {
  if (hashes.length === 0) return false;
  const since = new Date(now().getTime() - DUPLICATE_DAYS * 86_400_000);
  const { prisma } = database();
  const twins = await prisma.creditApplication.findMany({
    where: { numberHash: { in: hashes }, dealId: { not: dealId }, disposedAt: null },
    select: { dealId: true },
  });
  const sent = await prisma.lenderSubmission.count({
    where: {
      dealId: { in: twins.map((twin) => twin.dealId) },
      lenderCode,
      sentAt: { gt: since },
      status: { not: "withdrawn" },
    },
  });
  return sent > 0;
}

/** The car and everybody's name, as this lender is told them: what its answer is later held against. */
async function sentOf({ vehicle }: LenderStructure, applications: readonly CreditApplication[]): Promise<SentToLender> {
  const named = await Promise.all(
    applications.map(async (application) => {
      const { firstName = "", lastName = "" } = await openFields(application);
      return { applicant: application.applicant as Applicant, name: `${firstName} ${lastName}`.trim() };
    }),
  );
  return { vin: vehicle.vin, mileage: vehicle.mileage, applicants: named };
}

/**
 * Sends the deal's applications to a lender, once for each structure: the same structure again is the submission there
 * is. A person who applied there on another deal within thirty days is not sent again without a named reason.
 */
export async function submitApplication(
  dealId: string,
  lenderCode: string,
  by: Submitter,
  duplicateReason: string | null = null,
): Promise<Submitted> {
  const lender = lenderOf(lenderCode);
  if (!lender) return { ok: false, reason: "noLender" };
  const applications = await readyToSend(dealId);
  if (!applications) return { ok: false, reason: "notReady" };
  const view = await readDealView(dealId, "customer");
  const structure = view && dealStructure(numbersFrom(view));
  if (!structure) return { ok: false, reason: "notFinanced" };
  if (!takes(lender, methodOf(structure))) return { ok: false, reason: "otherMethod" };
  const hashes = applications.flatMap(({ numberHash }) => numberHash ?? []);
  if (!duplicateReason && (await isDuplicate(dealId, lenderCode, hashes))) return { ok: false, reason: "duplicate" };
  const { prisma } = database();
  const fingerprint = fingerprintOf(structure);
  const place = { dealId_lenderCode_fingerprint: { dealId, lenderCode, fingerprint } };
  const id = randomUUID();
  const { rooftopId, staffId } = by;
  await prisma.lenderSubmission.createMany({
    data: [
      {
        id,
        dealId,
        rooftopId,
        lenderCode,
        lenderName: lender.name,
        fingerprint,
        structure: JSON.parse(JSON.stringify(structure)),
        status: "received",
        sentBy: staffId,
        duplicateReason,
        sentAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  const submission = await prisma.lenderSubmission.findUniqueOrThrow({ where: place });
  const repeated = submission.id !== id;
  if (!repeated) {
    const actorName = `${by.firstName} ${by.lastName}`;
    const detail = duplicateReason ? `${lender.name}: ${duplicateReason}` : lender.name;
    await writeAudit({ rooftopId, actorId: staffId, actorName, act: "credit.sent", dealId, subject: id, detail });
  }
  await tellCredit(dealId, `sent:${submission.id}`, {
    type: "credit.sent",
    submissionId: submission.id,
    lender: lender.name,
    ...(structure.lease && { method: "lease" as const }),
    sent: await sentOf(structure, applications),
  });
  await enqueue(sending, { submissionId: submission.id }, { key: submission.id });
  return { ok: true, submissionId: submission.id, repeated };
}

export async function sendToLender(submissionId: string): Promise<void> {
  const { prisma } = database();
  const submission = await prisma.lenderSubmission.findUniqueOrThrow({ where: { id: submissionId } });
  if (submission.reference || submission.status === "withdrawn") return;
  const lender = lenderOf(submission.lenderCode);
  if (!lender) throw new Fault("This lender is not connected.", { code: "lender-unknown", retryable: true });
  const request = await lenderRequest(submission);
  const { reference } = await lender.submit(request);
  await prisma.lenderSubmission.update({ where: { id: submissionId }, data: { reference } });
}
