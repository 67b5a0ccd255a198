import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import type { ResumeLink, Session } from "#app/generated/prisma/client";
import { grantDealAccess } from "./deal-actor.server";
import { codeIsRight, findLiveLink, consumeLink } from "./resume-link.server";
import { browserSession, startShopperSession } from "./session.server";
import { createShopper } from "./shopper.server";

/** Tokens cannot be guessed; this keeps somebody who tries from keeping the database busy. */
const perAddress = rateLimit("resume.follow.address", { points: 30, perSeconds: 15 * 60 });

export type ResumeQuestion = { state: "dead" } | { state: "ready"; needsCode: boolean };

export type ResumeRefusal =
  { ok: false; reason: "dead" | "wrongCode" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };

export type ResumeAnswer = { ok: true; dealId: string; setCookie: string } | ResumeRefusal;

function isTheBrowserThatAsked(link: ResumeLink, session: Session | null): boolean {
  return link.askedBy !== null && session?.idHash === link.askedBy;
}

/** What the page of a link shows. Changes nothing. */
export async function readResumeLink(request: Request, token: string): Promise<ResumeQuestion> {
  const link = await findLiveLink(token);
  if (!link) return { state: "dead" };
  const session = await browserSession(request.headers.get("Cookie"));
  return { state: "ready", needsCode: !isTheBrowserThatAsked(link, session) };
}

/**
 * Who the visitor becomes. A browser that already shops stays that shopper and gains the deal. Another browser becomes
 * the shopper the link was made for: the one with that mailbox, or the one whose card showed it. A link that staff showed
 * makes a new shopper, so that no member of staff can turn into a customer who is already in the journal.
 */
async function shopperFor(request: Request, link: ResumeLink, session: Session | null): Promise<string> {
  if (session?.shopperId && !session.pairingId) return session.shopperId;
  const { prisma } = database();
  if (link.emailHash) {
    const access = await prisma.dealAccess.findFirst({
      where: { dealId: link.dealId, shopper: { emailHash: link.emailHash } },
      orderBy: { grantedAt: "asc" },
    });
    if (access) return access.shopperId;
  } else if (link.askedBy) {
    const asking = await prisma.session.findUnique({ where: { idHash: link.askedBy } });
    // A screen of the store's is given back: what is carried home from it belongs to nobody who holds it next.
    if (asking?.shopperId && !asking.pairingId) return asking.shopperId;
  }
  return createShopper(request);
}

/**
 * A link that was shown on a card opens what its card was: made in a seat, it opens that seat and nothing more, whichever
 * browser follows it; made by somebody who may no longer open the deal, it opens nothing.
 */
async function seatOfAsker({ dealId, askedBy, emailHash }: ResumeLink): Promise<string | null | "gone"> {
  if (!askedBy || emailHash) return null;
  const { prisma } = database();
  const asking = await prisma.session.findUnique({ where: { idHash: askedBy } });
  if (!asking?.shopperId || asking.pairingId) return null;
  const access = await prisma.dealAccess.findUnique({
    where: { dealId_shopperId: { dealId, shopperId: asking.shopperId } },
  });
  return access ? access.seatId : "gone";
}

/** Uses a link up and opens its deal to this browser, under a new session id since it gained a right. */
export async function followResumeLink(
  request: Request,
  { token, code, address }: { token: string; code: string; address: string },
): Promise<ResumeAnswer> {
  const turn = await perAddress.take(address);
  if (!turn.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: turn.retryAfterSeconds };
  const link = await findLiveLink(token);
  if (!link) return { ok: false, reason: "dead" };
  const session = await browserSession(request.headers.get("Cookie"));
  if (!isTheBrowserThatAsked(link, session) && !(await codeIsRight(link, code))) {
    if (code !== "") log.warn({ resumeLinkId: link.id }, "wrong resume code");
    return { ok: false, reason: (await findLiveLink(token)) ? "wrongCode" : "dead" };
  }
  const seat = await seatOfAsker(link);
  if (seat === "gone" || !(await consumeLink(link))) return { ok: false, reason: "dead" };
  const shopperId = await shopperFor(request, link, session);
  await grantDealAccess(shopperId, link.dealId, seat);
  const { setCookie } = await startShopperSession(request, { shopperId });
  return { ok: true, dealId: link.dealId, setCookie };
}
