import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { keyedHash } from "#app/platform/field-encryption.server";
import type { ResumeLink } from "#app/generated/prisma/client";
import { shopperEmailHash } from "./shopper.server";

/** 256 bits; 128 would do. */
const TOKEN_BYTES = 32;
const tokenPattern = /^[\w-]{43}$/;

/** Long enough to find the mail, too short for it to lie around as a key. */
export const RESUME_LINK_MINUTES = 15;

/** Five tries at one of a million codes, and only for somebody who holds the link. */
export const MOST_CODE_TRIES = 5;

export interface NewResumeLink {
  url: string;
  /** Six digits for a browser other than the one that asked. */
  code: string;
  expiresAt: Date;
}

const tokenHashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Keyed, because a plain hash of six digits is found in a second; with the link's id, so that equal codes differ. */
const codeHashOf = (linkId: string, code: string): string => keyedHash(`${linkId}:${code}`, "ResumeLink:codeHash");

export function newResumeCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0");
}

interface LinkToMake {
  dealId: string;
  /** Whose mailbox it goes to; null for a link shown on the card itself. */
  emailHash: string | null;
  askedBy: string | null;
  code: string;
}

/**
 * Stores a new link and kills its older ones: one unused link per deal and mailbox, and one shown on the card.
 * The deal's row is locked meanwhile, or two requests at once would leave two links alive.
 * The address is built from PUBLIC_URL and never from the request, whose Host header anyone can write.
 */
async function makeLink({ dealId, emailHash, askedBy, code }: LinkToMake): Promise<NewResumeLink> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const id = randomUUID();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + RESUME_LINK_MINUTES * 60_000);
  await database().prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Deal" WHERE "id" = ${dealId} FOR UPDATE`;
    await tx.resumeLink.updateMany({
      where: { dealId, emailHash, usedAt: null, replacedAt: null },
      data: { replacedAt: createdAt },
    });
    await tx.resumeLink.create({
      data: {
        id,
        tokenHash: tokenHashOf(token),
        codeHash: codeHashOf(id, code),
        dealId,
        emailHash,
        askedBy,
        createdAt,
        expiresAt,
      },
    });
  });
  return { url: `${env.PUBLIC_URL}/resume/${token}`, code, expiresAt };
}

/**
 * A link for a mailbox. `askedBySessionId` is the session of the browser that asked: it may use the link without the
 * code. Several links in one mail share a code, so that the reader has one to type.
 */
export function createResumeLink(link: {
  dealId: string;
  email: string;
  askedBySessionId: string | null;
  code?: string;
}): Promise<NewResumeLink> {
  return makeLink({
    dealId: link.dealId,
    emailHash: shopperEmailHash(link.email),
    askedBy: link.askedBySessionId,
    code: link.code ?? newResumeCode(),
  });
}

/**
 * A link for the share popover and its QR code: whoever scans it also types the code that stands beside it.
 * The caller has checked that this session may open the deal.
 */
export function createCarryOnLink(link: { dealId: string; sessionId: string }): Promise<NewResumeLink> {
  return makeLink({ dealId: link.dealId, emailHash: null, askedBy: link.sessionId, code: newResumeCode() });
}

const isAlive = (link: ResumeLink): boolean =>
  !link.usedAt && !link.replacedAt && link.expiresAt > now() && link.wrongCodes < MOST_CODE_TRIES;

/** The link of a token while it can still be used. Reading never uses it up: mail scanners open every link. */
export async function findLiveLink(token: string): Promise<ResumeLink | null> {
  if (!tokenPattern.test(token)) return null;
  const link = await database().prisma.resumeLink.findUnique({ where: { tokenHash: tokenHashOf(token) } });
  return link && isAlive(link) ? link : null;
}

/** Counts a try before looking at it, so that a hundred at once are still five. What is no code at all is no try. */
export async function codeIsRight(link: ResumeLink, given: string): Promise<boolean> {
  const code = given.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return false;
  const { count } = await database().prisma.resumeLink.updateMany({
    where: { id: link.id, wrongCodes: { lt: MOST_CODE_TRIES } },
    data: { wrongCodes: { increment: 1 } },
  });
  if (count === 0) return false;
  return timingSafeEqual(Buffer.from(codeHashOf(link.id, code)), Buffer.from(link.codeHash));
}

/** Uses a link up. Of any number of callers exactly one is told true. */
export async function consumeLink(link: ResumeLink): Promise<boolean> {
  const at = now();
  const { count } = await database().prisma.resumeLink.updateMany({
    where: { id: link.id, usedAt: null, replacedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return count === 1;
}
