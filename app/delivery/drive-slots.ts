import type { PlainDate } from "#machines/money/plain-date";
import { usualHandover } from "#machines/store/handover-policy";
import type { StorePolicy } from "#machines/store/store-policy";
import { type OfferedDay, offeredSlots } from "./offered-slots";

/** Nobody plans a test drive for next month. */
const DRIVE_DAYS_AHEAD = 7;

export const drivePolicy = (policy: Pick<StorePolicy, "handover">) => (policy.handover ?? usualHandover).testDrive;

/** When a car can be tried: the store's hours in the length of a drive, from the first that leaves time to get ready. */
export function driveSlots(policy: StorePolicy, today: PlainDate, now: Date): OfferedDay[] {
  const { minutes, leadMinutes } = drivePolicy(policy);
  const delivery = {
    ...policy.delivery,
    slotMinutes: minutes,
    leadHours: leadMinutes / 60,
    daysAhead: DRIVE_DAYS_AHEAD,
  };
  return offeredSlots({ ...policy, delivery }, today, now);
}
