import type { PlainDate } from "#machines/money/plain-date";
import type { SlotRequest } from "#app/deals/deal-resolvers.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { offeredSlots } from "./offered-slots";

/**
 * Takes a place in a slot. The unique index on store, time and lane keeps two deals out of one place, whichever server
 * they came to; the booking's id is the edit's, so a repeated edit finds its own booking.
 */
export async function bookSlot(request: SlotRequest): Promise<{ endsAt: string } | "notOffered" | "taken"> {
  const { dealId, rooftopId, policy, startsAt, bookingId } = request;
  const at = now();
  const slot = offeredSlots(policy, storeDate(at, policy.timeZone) as PlainDate, at)
    .flatMap(({ slots }) => slots)
    .find((offered) => Date.parse(offered.startsAt) === Date.parse(startsAt));
  if (!slot) return "notOffered";

  const { prisma } = database();
  if (await prisma.deliveryBooking.findUnique({ where: { id: bookingId } })) return { endsAt: slot.endsAt };
  for (let lane = 0; lane < policy.delivery.lanes; lane++) {
    try {
      const booking = { id: bookingId, rooftopId, slotStart: new Date(slot.startsAt), lane, dealId, createdAt: at };
      await prisma.deliveryBooking.create({ data: booking });
      return { endsAt: slot.endsAt };
    } catch (error) {
      if (!uniqueViolation(error)) throw error;
    }
  }
  return "taken";
}

/** Gives a place back: another time was chosen, or the deal no longer needs one. Doing it twice changes nothing. */
export async function releaseSlot(bookingId: string): Promise<void> {
  await database().prisma.deliveryBooking.updateMany({
    where: { id: bookingId, releasedAt: null },
    data: { releasedAt: now() },
  });
}
