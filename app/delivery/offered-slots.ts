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

type Calendar = Pick<StorePolicy, "hours" | "closedDates" | "timeZone" | "delivery" | "handover">;

/** What the time is for: a car takes its time to be made ready, and a delivery its way there and back. */
export interface SlotWish {
  condition?: "new" | "certified" | "used" | null;
  /** Null: picked up at the store. */
  homeMiles?: number | null;
}

/** A year of closed days would be a store that is closed. */
const MOST_DAYS_TO_PREPARE = 60;

const weekday = (date: PlainDate) => new Date(`${date}T12:00:00Z`).getUTCDay();

/**
 * The times a store offers: its hours cut into slots, from the first one that leaves time to prepare the car.
 * Only instants leave this function; a day of 23 or 25 hours has one slot fewer or more, never a wrong one.
 */
export function offeredSlots(
  policy: Calendar,
  today: PlainDate,
  now: Date,
  { condition = null, homeMiles = null }: SlotWish = {},
): OfferedDay[] {
  const { slotMinutes, leadHours, daysAhead } = policy.delivery;
  const prepared =
    condition && policy.handover ? preparedBy(policy, policy.handover.prepHours[condition], today, now) : 0;
  const earliest = Math.max(now.getTime() + leadHours * HOUR_MS, prepared);
  // Who brings a car leaves after opening, arrives within the time they named, and is back before closing.
  const onTheRoad = homeMiles === null ? 0 : homeMiles * (policy.handover?.minutesPerMile ?? 0) * MINUTE_MS;
  const days: OfferedDay[] = [];
  for (let ahead = 0; ahead <= daysAhead; ahead++) {
    const date = addDays(today, ahead);
    const hours = policy.hours[weekday(date)];
    if (!hours || policy.closedDates.includes(date)) continue;
    const closes = storeInstant(date, hours.closes, policy.timeZone).getTime() - onTheRoad;
    const slots: OfferedSlot[] = [];
    let start = storeInstant(date, hours.opens, policy.timeZone).getTime();
    const arrives = onTheRoad === 0 ? 0 : start + onTheRoad;
    for (; start + slotMinutes * MINUTE_MS <= closes; start += slotMinutes * MINUTE_MS) {
      if (start < earliest || start + slotMinutes * MINUTE_MS <= arrives) continue;
      const endsAt = new Date(start + slotMinutes * MINUTE_MS).toISOString();
      slots.push({ startsAt: new Date(start).toISOString(), endsAt });
    }
    if (slots.length > 0) days.push({ date, slots });
  }
  return days;
}

/** When a car that is begun now is ready: its hours, counted while the store is open. */
function preparedBy(policy: Calendar, openHours: number, today: PlainDate, now: Date): number {
  let left = openHours * HOUR_MS;
  for (let ahead = 0; ahead <= MOST_DAYS_TO_PREPARE; ahead++) {
    const date = addDays(today, ahead);
    const hours = policy.hours[weekday(date)];
    if (!hours || policy.closedDates.includes(date)) continue;
    const opens = Math.max(storeInstant(date, hours.opens, policy.timeZone).getTime(), now.getTime());
    const open = storeInstant(date, hours.closes, policy.timeZone).getTime() - opens;
    if (open >= left) return opens + left;
    left -= Math.max(0, open);
  }
  return now.getTime();
}
