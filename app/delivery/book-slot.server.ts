import type { PlainDate } from "#machines/money/plain-date";
import type { SlotRequest } from "#app/deals/deal-resolvers.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { offeredSlots } from "./offered-slots";

/** A booking is made just before its event is journalled; one this old without its event was left by a crash. */
const ORPHAN_AFTER_MS = 10 * 60_000;

/**
 * Takes a place in a slot. The unique index on store, time and lane keeps two deals out of one place, whichever server
 * they came to; the booking's id is the edit's, so a repeated edit finds its own booking.
 */
export async function bookSlot(request: SlotRequest): Promise<{ endsAt: string } | "notOffered" | "taken"> {
  const { policy, startsAt, rooftopId } = request;
  const at = now();
  const wish = { condition: request.condition, homeMiles: request.method === "home" ? request.homeMiles : null };
  const slot = offeredSlots(policy, storeDate(at, policy.timeZone) as PlainDate, at, wish)
    .flatMap(({ slots }) => slots)
    .find((offered) => Date.parse(offered.startsAt) === Date.parse(startsAt));
  if (!slot) return "notOffered";
  const take = () => takeLane(request, slot.startsAt, at);
  if ((await take()) || ((await releaseOrphans(rooftopId, at)) > 0 && (await take()))) return { endsAt: slot.endsAt };
  return "taken";
}

/** The drivers that could bring a car; one of them, null, where a car is picked up or the store counts none. */
const driversFor = ({ method, policy }: SlotRequest): (number | null)[] =>
  method === "home" && policy.handover
    ? Array.from({ length: policy.handover.drivers }, (_, driver) => driver)
    : [null];

/** The first free lane, or the one this very edit already has. A place that was given back is taken afresh. */
async function takeLane(request: SlotRequest, slotStart: string, at: Date): Promise<boolean> {
  const { bookingId, rooftopId, dealId, policy } = request;
  const places = driversFor(request).flatMap((driver) =>
    Array.from({ length: policy.delivery.lanes }, (_, lane) => ({ lane, driver })),
  );
  for (const { lane, driver } of places) {
    try {
      const { rows } = await database().query(
        `insert into "DeliveryBooking" as b ("id","rooftopId","slotStart","lane","dealId","createdAt","driver")
         values ($1,$2,$3,$4,$5,$6,$7)
         on conflict ("id") do update set "slotStart" = $3, "lane" = $4, "createdAt" = $6, "driver" = $7, "releasedAt" = null
           where b."releasedAt" is not null and b."dealId" = $5
         returning b."id"`,
        [bookingId, rooftopId, slotStart, lane, dealId, at.toISOString(), driver],
      );
      if (rows.length > 0) return true;
      break;
    } catch (error) {
      if (!uniqueViolation(error)) throw error;
    }
  }
  return isBooked(bookingId, dealId, slotStart);
}

async function isBooked(id: string, dealId: string, slotStart: string): Promise<boolean> {
  const own = { id, dealId, slotStart: new Date(slotStart), releasedAt: null };
  return (await database().prisma.deliveryBooking.count({ where: own })) > 0;
}

/** Gives back the coming places that nobody's journal knows of; answers how many. */
export async function releaseOrphans(rooftopId: string, at: Date): Promise<number> {
  const { rows } = await database().query(
    `update "DeliveryBooking" b set "releasedAt" = $2
     where b."rooftopId" = $1 and b."slotStart" > $2 and b."releasedAt" is null and b."createdAt" < $3
       and not exists (select 1 from "JournalEntry" j where j."dealId" = b."dealId"
                         and j."type" in ('delivery.slotBooked', 'handover.timeBooked') and j."event"->>'bookingId' = b."id")
     returning b."id"`,
    [rooftopId, at.toISOString(), new Date(at.getTime() - ORPHAN_AFTER_MS).toISOString()],
  );
  return rows.length;
}

/** Gives a place back: another time was chosen, or the deal no longer needs one. Doing it twice changes nothing. */
export async function releaseSlot(bookingId: string): Promise<void> {
  await database().prisma.deliveryBooking.updateMany({
    where: { id: bookingId, releasedAt: null },
    data: { releasedAt: now() },
  });
}
