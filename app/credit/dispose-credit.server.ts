import { writeAudit } from "#app/audit/audit-trail.server";
import { removeSealedPapers } from "#app/documents/jacket-documents.server";
import { removeBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { defineJob, enqueue } from "#app/platform/jobs.server";
import { z } from "zod";

/** Records of an application are kept 25 months after what was done on it (12 CFR 1002.12), and not a day for comfort. */
export const KEPT_MONTHS = 25;
/** A draft that nobody finished is nobody's record. */
const DRAFT_DAYS = 90;

const monthsBefore = (at: Date, months: number) => {
  const day = new Date(at);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day;
};

/**
 * Throws away what may no longer be kept: the fields, their key (whatever copy is left says nothing any more), the files
 * of the papers, the links. What stays says only that there was one. A legal hold wins over every day.
 */
export async function disposeOfCredit(): Promise<number> {
  const { prisma } = database();
  const at = now();
  const old = monthsBefore(at, KEPT_MONTHS);
  const due = await prisma.creditApplication.findMany({
    where: {
      disposedAt: null,
      legalHold: null,
      OR: [
        { decidedAt: { lt: old } },
        { decidedAt: null, completedAt: { lt: old } },
        { status: "draft", updatedAt: { lt: new Date(at.getTime() - DRAFT_DAYS * 86_400_000) } },
      ],
    },
  });
  for (const { id, dealId, rooftopId, applicant } of due) {
    const papers = await prisma.stip.findMany({ where: { dealId, sealedFileKey: { not: null } } });
    const held = await prisma.creditApplication.count({ where: { dealId, legalHold: { not: null } } });
    await prisma.$transaction([
      prisma.creditField.deleteMany({ where: { applicationId: id } }),
      prisma.creditLink.deleteMany({ where: { applicationId: id } }),
      prisma.creditAccess.deleteMany({ where: { applicationId: id } }),
      prisma.creditApplication.update({
        where: { id },
        data: {
          sealKey: null,
          numberHash: null,
          consentAddress: null,
          consentAgent: null,
          status: "disposed",
          disposedAt: at,
        },
      }),
      ...(held === 0 ? [prisma.stip.updateMany({ where: { dealId }, data: { sealedFileKey: null } })] : []),
    ]);
    await removeSealedPapers(dealId, applicant === "coBuyer" ? "coBuyer" : "");
    if (held === 0) for (const { sealedFileKey } of papers) if (sealedFileKey) await removeBlob(sealedFileKey);
    await writeAudit({
      rooftopId,
      actorId: "system",
      actorName: "",
      act: "credit.disposed",
      dealId,
      subject: id,
      detail: `${KEPT_MONTHS} months`,
    });
  }
  return due.length;
}

/** A court, a regulator or a complaint: nothing of this application is thrown away until somebody says so. */
export async function setLegalHold(
  applicationId: string,
  reason: string | null,
  person: { staffId: string; firstName: string; lastName: string; rooftopId: string },
): Promise<boolean> {
  const { count } = await database().prisma.creditApplication.updateMany({
    where: { id: applicationId, rooftopId: person.rooftopId, disposedAt: null },
    data: { legalHold: reason },
  });
  if (count === 1)
    await writeAudit({
      rooftopId: person.rooftopId,
      actorId: person.staffId,
      actorName: `${person.firstName} ${person.lastName}`,
      act: reason === null ? "hold.ended" : "hold.set",
      subject: applicationId,
      detail: reason ?? "",
    });
  return count === 1;
}

const DAILY_SECONDS = 24 * 60 * 60;

/** Once a day, each run asking for the next one. */
const disposal = defineJob({
  name: "dispose-of-credit",
  schema: z.object({ day: z.string() }),
  retryLimit: 8,
  handle: async () => {
    await disposeOfCredit();
    await planDisposal(DAILY_SECONDS);
  },
});

export function planDisposal(startAfterSeconds = 0): Promise<void> {
  const day = new Date(now().getTime() + startAfterSeconds * 1_000).toISOString().slice(0, 10);
  return enqueue(disposal, { day }, { key: day, startAfterSeconds });
}
