import { endDealAccess } from "#app/accounts/deal-actor.server";
import { endSession, lockSession, unlockSession } from "#app/accounts/session.server";
import type { ShowroomPairing } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { flushScreenTime } from "./screen-time.server";
import { tellScreen } from "./tell-screen.server";

/** A screen of this deal, for whoever works on the deal; null when it is another deal's. */
export async function screenOf(dealId: string, pairingId: string): Promise<ShowroomPairing | null> {
  const pairing = await database().prisma.showroomPairing.findUnique({ where: { id: pairingId } });
  return pairing?.dealId === dealId ? pairing : null;
}

/** Takes a screen back: its session ends at once, wherever it is, and what it may open is gone. */
export async function endScreen(pairing: ShowroomPairing): Promise<void> {
  const { count } = await database().prisma.showroomPairing.updateMany({
    where: { id: pairing.id, endedAt: null },
    data: { endedAt: now(), codePlace: null, codeHash: null },
  });
  if (pairing.sessionId) await endSession(pairing.sessionId);
  await endDealAccess(pairing.dealId, pairing.id);
  await flushScreenTime(pairing.dealId);
  if (count > 0 && pairing.openedAt) await tellScreen(pairing, "closed");
}

/** Nobody is at it: it shows nothing until it is unlocked. */
export async function lockScreen({ sessionId, dealId }: ShowroomPairing): Promise<void> {
  if (sessionId) await lockSession(sessionId);
  await flushScreenTime(dealId);
}

/** By a member of staff from their own card, who sees who holds it. */
export async function unlockScreen({ sessionId, endedAt }: ShowroomPairing): Promise<void> {
  if (sessionId && !endedAt) await unlockSession(sessionId);
}
