/** What a wall clock at the store shows at an instant, as if it were UTC. */
function wallMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
}

/**
 * The instant at which the store's clock shows a date and time. The offset is looked up twice, because the first guess
 * may fall on the other side of a change of the clocks.
 */
export function storeInstant(date: string, wallTime: string, timeZone: string): Date {
  const shown = Date.parse(`${date}T${wallTime}:00Z`);
  const guess = shown - (wallMs(shown, timeZone) - shown);
  return new Date(guess - (wallMs(guess, timeZone) - shown));
}

/** What a field of date and time shows for an instant: the store's wall clock. */
export const wallClockOf = (instant: string, timeZone: string): string =>
  new Date(wallMs(Date.parse(instant), timeZone)).toISOString().slice(0, 16);
