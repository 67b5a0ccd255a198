import { grantDealAccess } from "#app/accounts/deal-actor.server";
import { startScreenSession } from "#app/accounts/session.server";
import { createShopper } from "#app/accounts/shopper.server";
import type { ShowroomPairing } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { codeMatches, MOST_PAIRING_TRIES, readPairingCode } from "./pairing-code.server";
import { tellScreen } from "./tell-screen.server";

/** A store's tablets sit behind one address; somebody who guesses sits behind another. */
const perAddress = [
  rateLimit("pair.address.minute", { points: 10, perSeconds: 60 }),
  rateLimit("pair.address.hour", { points: 60, perSeconds: 60 * 60 }),
];
/** All addresses together, for a guesser with many. */
const everywhere = rateLimit("pair.everywhere", { points: 300, perSeconds: 10 * 60 });

export type PairRefusal = { ok: false; reason: "wrong" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };
export type PairAnswer = { ok: true; dealId: string; setCookie: string } | PairRefusal;

/** One answer for a code that is wrong, used, too old, tried too often or never was: it teaches nothing. */
const wrong: PairRefusal = { ok: false, reason: "wrong" };

/** Counts a try before looking at it, so that a hundred at once are still five. */
async function countedTry(place: string): Promise<ShowroomPairing | null> {
  const { prisma } = database();
  const alive = { codePlace: place, openedAt: null, endedAt: null, codeExpiresAt: { gt: now() } };
  const { count } = await prisma.showroomPairing.updateMany({
    where: { ...alive, wrongCodes: { lt: MOST_PAIRING_TRIES } },
    data: { wrongCodes: { increment: 1 } },
  });
  return count === 1 ? prisma.showroomPairing.findUnique({ where: { codePlace: place } }) : null;
}

/**
 * Makes the browser that typed the code a screen of its deal: a session that sees what a customer sees, and one deal.
 * Whoever was signed in there is signed out by it. A code is good once.
 */
export async function pairScreen(
  request: Request,
  { code, address }: { code: string; address: string },
): Promise<PairAnswer> {
  for (const [limit, key] of [...perAddress.map((limit) => [limit, address] as const), [everywhere, "all"] as const]) {
    const turn = await limit.take(key);
    if (!turn.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: turn.retryAfterSeconds };
  }
  const typed = readPairingCode(code);
  const pairing = typed && (await countedTry(typed.place));
  if (!typed || !pairing?.codeHash || !codeMatches(pairing.id, typed.secret, pairing.codeHash)) {
    log.warn({ pairingId: pairing?.id ?? null }, "wrong pairing code");
    return wrong;
  }
  const opened = await openScreen(request, pairing.id);
  return opened ? { ok: true, dealId: pairing.dealId, setCookie: opened.setCookie } : wrong;
}

/** Of any number of browsers with the same code exactly one becomes the screen. */
async function openScreen(request: Request, pairingId: string): Promise<{ setCookie: string } | null> {
  const { prisma } = database();
  const { count } = await prisma.showroomPairing.updateMany({
    where: { id: pairingId, openedAt: null, endedAt: null },
    data: { openedAt: now(), codePlace: null, codeHash: null },
  });
  if (count === 0) return null;
  return openedScreen(request, await prisma.showroomPairing.findUniqueOrThrow({ where: { id: pairingId } }));
}

/** The screen's own shopper and session, and the word in the history that the store handed it over. */
export async function openedScreen(request: Request, pairing: ShowroomPairing): Promise<{ setCookie: string }> {
  const { id: pairingId, dealId } = pairing;
  const shopperId = await createShopper(request);
  await grantDealAccess(shopperId, dealId, pairingId);
  const { sessionId, setCookie } = await startScreenSession(request, { shopperId, pairingId });
  await database().prisma.showroomPairing.update({ where: { id: pairingId }, data: { sessionId, shopperId } });
  await tellScreen(pairing, "opened");
  return { setCookie };
}
