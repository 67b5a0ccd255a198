import { endDealAccess } from "#app/accounts/deal-actor.server";
import { onDealEvent } from "#app/deals/deal-feed.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";

/** Takes back what a seat opened: access, lines, and any link that still leads to it. Twice is as good as once. */
export async function closeSeat(dealId: string, seatId: string): Promise<void> {
  await database().prisma.seatInvitation.updateMany({
    where: { dealId, seatId, usedAt: null, replacedAt: null },
    data: { replacedAt: now() },
  });
  await endDealAccess(dealId, seatId);
}

/** At once, for the lines that are open now; the effect of the same event does it again, for certain. */
export const watchEndedSeats = (): (() => void) =>
  onDealEvent(({ dealId, row: { event } }) => {
    if (event.type !== "seat.ended") return;
    closeSeat(dealId, event.seatId).catch((error: unknown) =>
      log.warn({ err: error, dealId }, "a seat is not closed yet"),
    );
  });
