import { screenIdleAt } from "#app/accounts/session-limits.server";
import type { SessionPerson } from "#app/accounts/session.server";
import type { ShowroomPairing } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

/** A screen of this deal as its card lists it. */
export interface ListedScreen {
  pairingId: string;
  kind: "tablet" | "handOver";
  state: "open" | "locked" | "over";
  by: string;
  openedAt: string;
}

/** Screens that were handed over and not yet taken back, newest first. */
export async function screensOfDeal(dealId: string): Promise<ListedScreen[]> {
  const { prisma } = database();
  const open = await prisma.showroomPairing.findMany({
    where: { dealId, endedAt: null, openedAt: { not: null } },
    orderBy: { openedAt: "desc" },
  });
  const sessions = await prisma.session.findMany({
    where: { idHash: { in: open.flatMap((one) => one.sessionId ?? []) } },
  });
  const staff = await prisma.staffMember.findMany({ where: { id: { in: open.map((one) => one.staffId) } } });
  const idleAt = screenIdleAt(now());
  return open.map(({ id: pairingId, kind, staffId, sessionId, openedAt }) => {
    const session = sessions.find(({ idHash }) => idHash === sessionId);
    const over = !session || session.revokedAt !== null || session.expiresAt <= now();
    const locked = !over && (session.lockedAt !== null || session.lastSeenAt <= idleAt);
    return {
      pairingId,
      kind: kind === "handOver" ? "handOver" : "tablet",
      state: over ? "over" : locked ? "locked" : "open",
      by: staff.find(({ id }) => id === staffId)?.firstName ?? "",
      openedAt: openedAt!.toISOString(),
    };
  });
}

/** The pairing of the screen that asks; null for everybody else. */
export async function pairingOfPerson(person: SessionPerson): Promise<ShowroomPairing | null> {
  if (person.kind !== "shopper" || !person.pairingId) return null;
  const pairing = await database().prisma.showroomPairing.findUnique({ where: { id: person.pairingId } });
  return pairing && !pairing.endedAt ? pairing : null;
}
