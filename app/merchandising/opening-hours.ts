import type { StorePolicy } from "#machines/store/store-policy";
import { addDays, type PlainDate } from "#machines/money/plain-date";

/** As the store's clock says it: `until` and `at` are wall times, `on` a day of its calendar. */
export type Opening = { open: true; until: string } | { open: false; on: PlainDate; at: string } | null;

type Hours = Pick<StorePolicy, "hours" | "closedDates" | "timeZone">;

/** A store that is shut longer than this has closed. */
const MOST_DAYS_AHEAD = 14;

/** Day of the week of a calendar date, Sunday 0: a date has no time zone, so it is read in none. */
const weekdayOf = (date: PlainDate) => new Date(`${date}T00:00:00Z`).getUTCDay();

export const hoursOn = ({ hours, closedDates }: Omit<Hours, "timeZone">, date: PlainDate) =>
  closedDates.includes(date) ? null : (hours[weekdayOf(date)] ?? null);

function wallClock(at: Date, timeZone: string): { date: PlainDate; time: string } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { date: `${part.year}-${part.month}-${part.day}` as PlainDate, time: `${part.hour}:${part.minute}` };
}

/** Is the store open at this moment, until when, and when does it open next? Null when it has no hours ahead. */
export function openingAt(policy: Hours, at: Date): Opening {
  const { date, time } = wallClock(at, policy.timeZone);
  const today = hoursOn(policy, date);
  if (today && time >= today.opens && time < today.closes) return { open: true, until: today.closes };
  if (today && time < today.opens) return { open: false, on: date, at: today.opens };
  for (let ahead = 1; ahead <= MOST_DAYS_AHEAD; ahead++) {
    const day = addDays(date, ahead);
    const hours = hoursOn(policy, day);
    if (hours) return { open: false, on: day, at: hours.opens };
  }
  return null;
}
