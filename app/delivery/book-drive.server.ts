import type { PlainDate } from "#machines/money/plain-date";
import type { StorePolicy } from "#machines/store/store-policy";
import type { DriveRequest } from "#app/deals/deal-resolvers.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database, uniqueViolation } from "#app/platform/database.server";
import { drivePolicy, driveSlots } from "./drive-slots";
import type { FreeDay } from "./free-slots.server";

/** A booking is made just before its event is journalled; one this old without its event was left by a crash. */
const ORPHAN_AFTER_MS = 10 * 60_000;

/**
 * Takes car and salesperson for a test drive. Two unique indexes keep two people out of one car, and more drives than the
 * store can take at once out of one slot; the booking's id is the edit's, so a repeated edit finds its own.
 */
export async function bookDrive(request: DriveRequest): Promise<{ endsAt: string } | "notOffered" | "taken"> {
  const { policy, startsAt, rooftopId } = request;
  const at = now();
  const slot = driveSlots(policy, storeDate(at, policy.timeZone) as PlainDate, at)
    .flatMap(({ slots }) => slots)
    .find((offered) => Date.parse(offered.startsAt) === Date.parse(startsAt));
  if (!slot) return "notOffered";
  const take = () => takePlace(request, slot, at);
  if ((await take()) || ((await releaseOrphanDrives(rooftopId, at)) > 0 && (await take())))
    return { endsAt: slot.endsAt };
  return "taken";
}

async function takePlace(
  { driveId, rooftopId, dealId, stockNumber, policy }: DriveRequest,
  slot: { startsAt: string; endsAt: string },
  at: Date,
): Promise<boolean> {
  for (let lane = 0; lane < drivePolicy(policy).lanes; lane++) {
    try {
      const { rows } = await database().query(
        `insert into "TestDriveBooking" as b ("id","rooftopId","dealId","stockNumber","slotStart","slotEnd","lane","createdAt")
         values ($1,$2,$3,$4,$5,$6,$7,$8)
         on conflict ("id") do update set "slotStart" = $5, "slotEnd" = $6, "lane" = $7, "createdAt" = $8, "releasedAt" = null
           where b."releasedAt" is not null and b."dealId" = $3
         returning b."id"`,
        [driveId, rooftopId, dealId, stockNumber, slot.startsAt, slot.endsAt, lane, at.toISOString()],
      );
      if (rows.length > 0) return true;
      break;
    } catch (error) {
      if (!uniqueViolation(error)) throw error;
    }
  }
  const own = { id: driveId, dealId, slotStart: new Date(slot.startsAt), releasedAt: null };
  return (await database().prisma.testDriveBooking.count({ where: own })) > 0;
}

/** Gives back the coming drives that nobody's journal knows of; answers how many. */
async function releaseOrphanDrives(rooftopId: string, at: Date): Promise<number> {
  const { rows } = await database().query(
    `update "TestDriveBooking" b set "releasedAt" = $2
     where b."rooftopId" = $1 and b."slotStart" > $2 and b."releasedAt" is null and b."createdAt" < $3
       and not exists (select 1 from "JournalEntry" j where j."dealId" = b."dealId"
                         and j."type" = 'drive.booked' and j."event"->>'driveId' = b."id")
     returning b."id"`,
    [rooftopId, at.toISOString(), new Date(at.getTime() - ORPHAN_AFTER_MS).toISOString()],
  );
  return rows.length;
}

/** The car is back, or was never needed. Doing it twice changes nothing. */
export async function releaseDrive(driveId: string): Promise<void> {
  await database().prisma.testDriveBooking.updateMany({
    where: { id: driveId, releasedAt: null },
    data: { releasedAt: now() },
  });
}

/** When this car can be tried: a time that car or store cannot do is shown as full. */
export async function freeDrives(policy: StorePolicy, stockNumber: string): Promise<FreeDay[]> {
  const at = now();
  const booked = await database().prisma.testDriveBooking.findMany({
    where: { rooftopId: policy.rooftopId, releasedAt: null, slotStart: { gte: at } },
    select: { slotStart: true, stockNumber: true },
  });
  const { lanes } = drivePolicy(policy);
  const isFree = (startsAt: string) => {
    const then = booked.filter(({ slotStart }) => slotStart.toISOString() === startsAt);
    return then.length < lanes && !then.some((drive) => drive.stockNumber === stockNumber);
  };
  return driveSlots(policy, storeDate(at, policy.timeZone) as PlainDate, at).map(({ date, slots }) => ({
    date,
    slots: slots.map((slot) => ({ ...slot, free: isFree(slot.startsAt) })),
  }));
}
