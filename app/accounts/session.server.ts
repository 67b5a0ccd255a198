import { staffRoles, type StaffRole } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import type { Session } from "#app/generated/prisma/client";
import { claimedSessionId, newSessionSecret, sessionCookie, sessionIdOf } from "./session-cookie.server";
import { announceSessionEnded, type SessionEnded } from "./session-ended.server";
import * as limits from "./session-limits.server";

export { sessionCookie } from "./session-cookie.server";
export { onSessionEnded } from "./session-ended.server";

/** Who is behind a request or a socket. `sessionId` is the hash of the secret and safe to keep and to compare. */
export type SessionPerson =
  | {
      kind: "staff";
      staffId: string;
      rooftopId: string;
      role: StaffRole;
      firstName: string;
      lastName: string;
      seesCost: boolean;
      sessionId: string;
    }
  | {
      kind: "shopper";
      shopperId: string;
      sessionId: string;
      /** A screen of the store's in the customer's hands. */
      pairingId?: string;
    }
  | { kind: "nobody" };

export interface StartedSession {
  sessionId: string;
  /** The whole value of the Set-Cookie header. */
  setCookie: string;
}

const nobody: SessionPerson = { kind: "nobody" };

/** The row of a session that is neither ended nor over, locked or not. */
async function keptSession(sessionId: string | null): Promise<Session | null> {
  if (!sessionId) return null;
  const row = await database().prisma.session.findUnique({ where: { idHash: sessionId } });
  return row && !row.revokedAt && row.expiresAt > now() ? row : null;
}

/** The row of a session that is neither ended, over, locked nor idle; whose it is and what it may do is not asked here. */
async function liveSession(sessionId: string | null): Promise<Session | null> {
  const row = await keptSession(sessionId);
  if (!row || row.lockedAt) return null;
  const at = now().getTime();
  if (row.pairingId && at - row.lastSeenAt.getTime() >= limits.SCREEN_IDLE_AT_SERVER_MS) {
    await lockSession(row.idHash);
    return null;
  }
  if (row.staffId && at - row.lastSeenAt.getTime() >= limits.staffIdleMs()) return null;
  return row;
}

async function staffPerson(row: Session & { staffId: string }): Promise<SessionPerson> {
  const staff = await database().prisma.staffMember.findUnique({
    where: { id: row.staffId },
    include: { rooftop: { select: { demo: true } } },
  });
  if (!staff?.active) return nobody;
  // Demo people have no password and no second factor, so they exist only while the demo does.
  const isDemoPerson = staff.rooftop.demo && staff.passwordHash === null;
  if (isDemoPerson ? !env.DEMO : !row.secondFactorAt) return nobody;
  const role = staffRoles.find((known) => known === staff.role);
  if (!role) return nobody;
  const { id: staffId, rooftopId, firstName, lastName, seesCost } = staff;
  return { kind: "staff", staffId, rooftopId, role, firstName, lastName, seesCost, sessionId: row.idHash };
}

async function personOf(row: Session | null): Promise<SessionPerson> {
  if (row?.staffId) return staffPerson({ ...row, staffId: row.staffId });
  if (row?.shopperId) {
    const { shopperId, idHash: sessionId, pairingId } = row;
    return { kind: "shopper", shopperId, sessionId, ...(pairingId && { pairingId }) };
  }
  return nobody;
}

/** Reads who a Cookie header belongs to; used alike by loaders and by the socket's handshake. Counts as activity. */
export async function readSession(cookieHeader: string | null | undefined): Promise<SessionPerson> {
  const row = await liveSession(await claimedSessionId(cookieHeader));
  const person = await personOf(row);
  if (row && person.kind !== "nobody") await noteActivity(row.idHash, row.lastSeenAt);
  return person;
}

/** Keeps a session from going idle: called for every request, and by the socket for what a person does there. */
export async function noteActivity(sessionId: string, lastSeenAt?: Date): Promise<void> {
  const at = now();
  const stale = new Date(at.getTime() - limits.SEEN_WRITE_EVERY_MS);
  if (lastSeenAt && lastSeenAt > stale) return;
  await database().prisma.session.updateMany({
    where: { idHash: sessionId, revokedAt: null, lastSeenAt: { lte: stale } },
    data: { lastSeenAt: at },
  });
}

/** For whoever holds a session for longer than a request. Asking is not activity. */
export async function sessionStillValid(sessionId: string): Promise<boolean> {
  const person = await personOf(await liveSession(sessionId));
  return person.kind !== "nobody";
}

/** The live session of a browser, whoever is behind it: half signed in, a shopper, or only known for asking. */
export async function browserSession(cookieHeader: string | null | undefined): Promise<Session | null> {
  return liveSession(await claimedSessionId(cookieHeader));
}

/** The session of a store's screen, locked or not: what its lock page asks about. Asking is not activity. */
export async function screenSession(cookieHeader: string | null | undefined): Promise<Session | null> {
  const row = await keptSession(await claimedSessionId(cookieHeader));
  return row?.pairingId ? row : null;
}

/** Locks a screen: its cookie stays and opens nothing, and its lines are cut at once. */
export async function lockSession(sessionId: string): Promise<void> {
  const { count } = await database().prisma.session.updateMany({
    where: { idHash: sessionId, revokedAt: null, lockedAt: null },
    data: { lockedAt: now() },
  });
  if (count > 0) announceSessionEnded({ sessionId, why: "revoked" });
}

export async function unlockSession(sessionId: string): Promise<void> {
  await database().prisma.session.updateMany({
    where: { idHash: sessionId, revokedAt: null },
    data: { lockedAt: null, lastSeenAt: now() },
  });
}

interface NewSession {
  staffId?: string;
  shopperId?: string;
  secondFactorAt?: Date;
  pairingId?: string;
  lifeMs: number;
}

/** Every start makes a new id and ends the browser's old one, so an id planted beforehand is worth nothing. */
async function startSession(request: Request, { lifeMs, ...whose }: NewSession): Promise<StartedSession> {
  const secret = newSessionSecret();
  const sessionId = sessionIdOf(secret);
  const at = now();
  await database().prisma.session.create({
    data: {
      idHash: sessionId,
      ...whose,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + lifeMs),
      userAgent: request.headers.get("User-Agent")?.slice(0, limits.LONGEST_USER_AGENT) ?? null,
    },
  });
  const oldId = await claimedSessionId(request.headers.get("Cookie"));
  if (oldId) await endSession(oldId, "replaced");
  return { sessionId, setCookie: await sessionCookie.serialize(secret, { maxAge: Math.floor(lifeMs / 1_000) }) };
}

/** Without `secondFactorAt` the session is half signed in: it may enter the second factor and nothing else. */
export function startStaffSession(
  request: Request,
  { staffId, secondFactorAt }: { staffId: string; secondFactorAt: Date | null },
): Promise<StartedSession> {
  return secondFactorAt
    ? startSession(request, { staffId, secondFactorAt, lifeMs: limits.STAFF_LONGEST_MS })
    : startSession(request, { staffId, lifeMs: limits.HALF_SIGNED_IN_MS });
}

/** Demo people have no second factor to give; `readSession` accepts them in demo mode alone. */
export function startDemoStaffSession(request: Request, staffId: string): Promise<StartedSession> {
  return startSession(request, { staffId, lifeMs: limits.STAFF_LONGEST_MS });
}

export function startShopperSession(request: Request, { shopperId }: { shopperId: string }): Promise<StartedSession> {
  return startSession(request, { shopperId, lifeMs: limits.SHOPPER_LONGEST_MS });
}

/** A screen in the customer's hands: a shopper of its own, for the one deal of its pairing. */
export function startScreenSession(
  request: Request,
  whose: { shopperId: string; pairingId: string },
): Promise<StartedSession> {
  return startSession(request, { ...whose, lifeMs: limits.SCREEN_LONGEST_MS });
}

/** Staff come back to a screen they handed over: the shift they signed in for goes on, and ends when it would have. */
export function resumeStaffSession(
  request: Request,
  { staffId, secondFactorAt, until }: { staffId: string; secondFactorAt: Date | null; until: Date },
): Promise<StartedSession> {
  const lifeMs = Math.max(0, until.getTime() - now().getTime());
  return startSession(request, { staffId, ...(secondFactorAt && { secondFactorAt }), lifeMs });
}

/** Nobody's session: it only lets a resume link recognise the browser that asked for it. */
export function startAskingSession(request: Request): Promise<StartedSession> {
  return startSession(request, { lifeMs: limits.ASKING_BROWSER_MS });
}

export async function endSession(sessionId: string, why: SessionEnded["why"] = "revoked"): Promise<void> {
  const { count } = await database().prisma.session.updateMany({
    where: { idHash: sessionId, revokedAt: null },
    data: { revokedAt: now() },
  });
  if (count > 0) announceSessionEnded({ sessionId, why });
}

/** Ends every session of one person: signing out everywhere, a new password, an account that was disabled. */
export async function endAllSessions(whose: { staffId: string } | { shopperId: string }): Promise<void> {
  const { prisma } = database();
  const live = await prisma.session.findMany({ where: { ...whose, revokedAt: null }, select: { idHash: true } });
  for (const { idHash } of live) await endSession(idHash);
}

/** A person's live sessions, the latest activity first, for a list they can end one by one. */
export function listSessions(whose: { staffId: string } | { shopperId: string }) {
  return database().prisma.session.findMany({
    where: { ...whose, revokedAt: null, expiresAt: { gt: now() } },
    select: { idHash: true, createdAt: true, lastSeenAt: true, userAgent: true },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
  });
}

/** The Set-Cookie value that takes the cookie out of the browser. */
export function clearedSessionCookie(): Promise<string> {
  return sessionCookie.serialize("", { maxAge: 0 });
}
