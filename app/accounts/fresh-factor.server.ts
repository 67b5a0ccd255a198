import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { StaffPerson } from "./request-person.server";
import { secondFactorIsRight } from "./second-factor.server";

/** A second factor older than this is asked for again, before anything is opened or changed that needs a fresh one. */
export const FRESH_FACTOR_MINUTES = 15;

/** Did this person prove themselves lately in this session? A code that is given with the question counts, once. */
export async function hasFreshFactor(person: StaffPerson, code: string): Promise<boolean> {
  const session = await database().prisma.session.findUnique({ where: { idHash: person.sessionId } });
  const since = now().getTime() - FRESH_FACTOR_MINUTES * 60_000;
  // Demo people have no second factor; coming in is the proof they can give, and it grows old the same.
  const provenAt = session?.secondFactorAt ?? (await demoProof(person, session?.createdAt ?? null));
  if (provenAt && provenAt.getTime() > since) return true;
  if (!code || !(await secondFactorIsRight(person.staffId, code))) return false;
  await noteFreshFactor(person.sessionId);
  return true;
}

export async function noteFreshFactor(sessionId: string): Promise<void> {
  await database().prisma.session.update({ where: { idHash: sessionId }, data: { secondFactorAt: now() } });
}

async function demoProof({ staffId }: StaffPerson, cameIn: Date | null): Promise<Date | null> {
  const staff = await database().prisma.staffMember.findUnique({ where: { id: staffId }, include: { rooftop: true } });
  return staff?.rooftop.demo && staff.passwordHash === null ? cameIn : null;
}
