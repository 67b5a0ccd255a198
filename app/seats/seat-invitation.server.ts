import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { MOST_CODE_TRIES, newResumeCode } from "#app/accounts/resume-link.server";
import type { SeatInvitation } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { keyedHash } from "#app/platform/field-encryption.server";

const TOKEN_BYTES = 32;
const tokenPattern = /^[\w-]{43}$/;

/** Somebody in another town opens it tomorrow evening; the code goes another way than the link. */
export const SEAT_LINK_HOURS = 48;

export interface SeatLink {
  url: string;
  code: string;
  expiresAt: Date;
}

const tokenHashOf = (token: string) => createHash("sha256").update(token).digest("base64url");
const codeHashOf = (id: string, code: string) => keyedHash(`${id}:${code}`, "SeatInvitation:codeHash");

/** A link to one seat; the seat's older links die with it. The caller has checked that the seat is open and free. */
export async function makeSeatLink(dealId: string, seatId: string): Promise<SeatLink> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const id = randomUUID();
  const code = newResumeCode();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + SEAT_LINK_HOURS * 3_600_000);
  await database().prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Deal" WHERE "id" = ${dealId} FOR UPDATE`;
    await tx.seatInvitation.updateMany({
      where: { dealId, seatId, usedAt: null, replacedAt: null },
      data: { replacedAt: createdAt },
    });
    await tx.seatInvitation.create({
      data: { id, dealId, seatId, tokenHash: tokenHashOf(token), codeHash: codeHashOf(id, code), createdAt, expiresAt },
    });
  });
  return { url: `${env.PUBLIC_URL}/seat/${token}`, code, expiresAt };
}

/** The invitation of a token while it can still be used. Reading never uses it up. */
export async function findInvitation(token: string): Promise<SeatInvitation | null> {
  if (!tokenPattern.test(token)) return null;
  const link = await database().prisma.seatInvitation.findUnique({ where: { tokenHash: tokenHashOf(token) } });
  const alive = link && !link.usedAt && !link.replacedAt && link.expiresAt > now() && link.wrongCodes < MOST_CODE_TRIES;
  return alive ? link : null;
}

/** Counts a try before looking at it, so that a hundred at once are still five. */
export async function seatCodeIsRight(link: SeatInvitation, given: string): Promise<boolean> {
  const code = given.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return false;
  const { count } = await database().prisma.seatInvitation.updateMany({
    where: { id: link.id, wrongCodes: { lt: MOST_CODE_TRIES } },
    data: { wrongCodes: { increment: 1 } },
  });
  if (count === 0) return false;
  return timingSafeEqual(Buffer.from(codeHashOf(link.id, code)), Buffer.from(link.codeHash));
}

/** Uses an invitation up. Of any number of callers exactly one is told true. */
export async function useInvitation({ id }: SeatInvitation): Promise<boolean> {
  const { count } = await database().prisma.seatInvitation.updateMany({
    where: { id, usedAt: null, replacedAt: null, expiresAt: { gt: now() } },
    data: { usedAt: now() },
  });
  return count === 1;
}

/** Nothing came of it: the same link may be tried again. */
export async function giveBackInvitation({ id }: SeatInvitation): Promise<void> {
  await database().prisma.seatInvitation.update({ where: { id }, data: { usedAt: null } });
}
