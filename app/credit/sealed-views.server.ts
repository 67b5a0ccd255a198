import { randomUUID } from "node:crypto";
import { hasFreshFactor } from "#app/accounts/fresh-factor.server";
import type { StaffPerson } from "#app/accounts/request-person.server";

import { writeAudit } from "#app/audit/audit-trail.server";
import type { CreditApplication } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { type CreditValues, lastFour } from "./credit-fields";
import { openFields } from "./sealed-fields.server";

/** How long somebody may look once they said why. */
export const VIEW_MINUTES = 5;
/** Nobody reads fifty credit files in ten minutes for a reason. */
const MOST_VIEWS = 50;
const MOST_VIEWS_MS = 10 * 60_000;

const ALARM = "credit.alarm";

export type ViewAnswer =
  { ok: true; until: Date } | { ok: false; reason: "role" | "reasonMissing" | "secondFactor" | "tooMany" | "gone" };

/** Sealed data is for the finance manager's eyes alone. */
const mayLook = ({ role }: StaffPerson) => role === "fniManager";

/** Opens one application for one person for some minutes: with a reason, a fresh second factor, and a row that stays. */
export async function openSealedView(
  person: StaffPerson,
  application: CreditApplication,
  { reason, code }: { reason: string; code: string },
): Promise<ViewAnswer> {
  if (!mayLook(person)) return { ok: false, reason: "role" };
  if (application.disposedAt || !application.sealKey) return { ok: false, reason: "gone" };
  if (reason.trim().length < 5) return { ok: false, reason: "reasonMissing" };
  if (!(await hasFreshFactor(person, code))) return { ok: false, reason: "secondFactor" };
  const at = now();
  const { staffId, rooftopId, sessionId } = person;
  const staffName = `${person.firstName} ${person.lastName}`;
  const recent = await database().prisma.sealedView.count({
    where: { staffId, openedAt: { gt: new Date(at.getTime() - MOST_VIEWS_MS) } },
  });
  if (recent >= MOST_VIEWS) {
    await raiseAlarm(person, at);
    return { ok: false, reason: "tooMany" };
  }
  const until = new Date(at.getTime() + VIEW_MINUTES * 60_000);
  const { id: applicationId, dealId } = application;
  await database().prisma.sealedView.create({
    data: {
      id: randomUUID(),
      rooftopId,
      dealId,
      applicationId,
      staffId,
      staffName,
      reason: reason.trim(),
      sessionId,
      openedAt: at,
      until,
    },
  });
  await writeAudit({
    rooftopId,
    actorId: staffId,
    actorName: staffName,
    act: "credit.opened",
    dealId,
    subject: applicationId,
    detail: reason.trim(),
  });
  return { ok: true, until };
}

/** Told once for a while: in the log at once, and in the report of who saw whose credit, for whoever answers for it. */
async function raiseAlarm({ rooftopId, staffId, firstName, lastName }: StaffPerson, at: Date): Promise<void> {
  log.warn({ security: true, staffId }, "unusually many credit files were opened");
  const since = new Date(at.getTime() - MOST_VIEWS_MS);
  const told = await database().prisma.auditEntry.count({
    where: { rooftopId, actorId: staffId, act: ALARM, at: { gt: since.toISOString() } },
  });
  if (told > 0) return;
  const detail = `${MOST_VIEWS} in ${MOST_VIEWS_MS / 60_000} min`;
  await writeAudit({ rooftopId, actorId: staffId, actorName: `${firstName} ${lastName}`, act: ALARM, detail });
}

/** Who opened unusually many credit files, and when; the newest first. */
export async function alarmsOf(rooftopId: string) {
  const rows = await database().prisma.auditEntry.findMany({
    where: { rooftopId, act: ALARM },
    orderBy: { seq: "desc" },
    take: 20,
  });
  return rows.map(({ seq, actorName, at, detail }) => ({
    id: seq,
    staffName: actorName,
    at,
    detail,
  }));
}

export interface SealedSight {
  /** Null: sealed; only that it was stated is told. */
  values: (CreditValues & { score?: string }) | null;
  until: string | null;
}

/** What this person sees of an application now: nothing, or everything until their minutes are over. */
export async function sealedSight(person: StaffPerson, application: CreditApplication): Promise<SealedSight> {
  const { staffId, sessionId } = person;
  const view = await database().prisma.sealedView.findFirst({
    where: { applicationId: application.id, staffId, sessionId, until: { gt: now() } },
    orderBy: { until: "desc" },
  });
  if (!view || !mayLook(person) || !application.sealKey) return { values: null, until: null };
  return { values: await openFields(application), until: view.until.toISOString() };
}

/** What a finance manager reads without opening: the last four of the number, and nothing else. */
export async function numberShown(person: StaffPerson, application: CreditApplication): Promise<string | null> {
  if (!mayLook(person) || !application.sealKey) return null;
  const { governmentNumber } = await openFields(application);
  return governmentNumber ? lastFour(governmentNumber) : null;
}

/** Who saw whose credit data: by application or by employee, the newest first. */
export const viewsOf = (rooftopId: string, of: { applicationId?: string; staffId?: string; dealId?: string } = {}) =>
  database().prisma.sealedView.findMany({
    where: { rooftopId, ...of },
    orderBy: { openedAt: "desc" },
    take: 500,
    select: {
      id: true,
      dealId: true,
      applicationId: true,
      staffId: true,
      staffName: true,
      reason: true,
      openedAt: true,
      until: true,
    },
  });
