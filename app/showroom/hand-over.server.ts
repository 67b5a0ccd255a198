import { randomUUID } from "node:crypto";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { openedScreen } from "./pair-screen.server";

/**
 * The screen in a member of staff's hands becomes the customer's: its staff session ends, and what takes its place sees
 * what a customer sees. Who handed it over may come back to it until their shift would have ended anyway.
 */
export async function handOver(request: Request, person: StaffPerson, dealId: string): Promise<{ setCookie: string }> {
  const { prisma } = database();
  const session = await prisma.session.findUniqueOrThrow({ where: { idHash: person.sessionId } });
  const pairing = await prisma.showroomPairing.create({
    data: {
      id: `screen-${randomUUID()}`,
      dealId,
      rooftopId: person.rooftopId,
      kind: "handOver",
      staffId: person.staffId,
      createdAt: now(),
      openedAt: now(),
      heldUntil: session.expiresAt,
      heldFactorAt: session.secondFactorAt,
    },
  });
  return openedScreen(request, pairing);
}
