import { addDays, type PlainDate } from "#machines/money/plain-date";
import type { StorePolicy } from "#machines/store/store-policy";
import { storeInstant } from "./store-time";

export interface OfferedSlot {
  startsAt: string;
  endsAt: string;
}

export interface OfferedDay {
  date: PlainDate;
  slots: OfferedSlot[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const weekday = (date: PlainDate) => new Date(`${date}T12:00:00Z`).getUTCDay();

/**
 * The times a store offers: its hours cut into slots, from the first one that leaves time to prepare the car.
 * Only instants leave this function; a day of 23 or 25 hours has one slot fewer or more, never a wrong one.
 */
export function offeredSlots(
  policy: Pick<StorePolicy, "hours" | "closedDates" | "timeZone" | "delivery">,
  today: PlainDate,
  now: Date,
): OfferedDay[] {
  const { slotMinutes, leadHours, daysAhead } = policy.delivery;
  const earliest = now.getTime() + leadHours * HOUR_MS;
  const days: OfferedDay[] = [];
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = addDays(today, ahead);
    const hours = policy.hours[weekday(date)];
    if (!hours || policy.closedDates.includes(date)) continue;
    const closes = storeInstant(date, hours.closes, policy.timeZone).getTime();
    const slots: OfferedSlot[] = [];
    let start = storeInstant(date, hours.opens, policy.timeZone).getTime();
    for (; start + slotMinutes * MINUTE_MS <= closes; start += slotMinutes * MINUTE_MS) {
      if (start < earliest) continue;
      const endsAt = new Date(start + slotMinutes * MINUTE_MS).toISOString();
      slots.push({ startsAt: new Date(start).toISOString(), endsAt });
    }
    if (slots.length > 0) days.push({ date, slots });
  }
  return days;
}
