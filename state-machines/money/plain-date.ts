declare const plainDateBrand: unique symbol;

/**
 * A calendar date as its ISO label, "2026-11-28". A label, never an instant: it has no time zone,
 * so a due date is the same day for the browser, the server and the lender. Sorts as a string.
 */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** Four-digit years only; contracts and regulation examples lie between these. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isPlainDate(text: string): text is PlainDate {
  const [, year, month, day] = isoDate.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Admits a label as a date; 2026-02-30 is a broken assumption and throws. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

/**
 * The same day some months later or earlier, clamped to the month's length.
 * Always count from the original date (31 Jan, 28 Feb, 31 Mar): stepping month by month loses the 31st.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthIndex / 12);
  const toMonth = monthIndex - toYear * 12 + 1;
  return label(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  // Civil date from a day count, the inverse of dayNumber: eras of 400 years beginning on 1 March.
  const shifted = dayNumberOf(date) + days;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return label(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  );
}

/** Calendar days from one date to a later one; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** Day counts of monthly due dates, clamped from the first one's day; their differences are the days of each period. */
export function monthlyDayNumbers(first: PlainDate, count: number): number[] {
  const [year, month, day] = partsOf(first);
  const dayNumbers: number[] = [];
  for (let step = 0; step < count; step++) {
    const monthIndex = month - 1 + step;
    const dueYear = year + Math.floor(monthIndex / 12);
    const dueMonth = (monthIndex % 12) + 1;
    dayNumbers.push(dayNumber(dueYear, dueMonth, Math.min(day, daysInMonth(dueYear, dueMonth))));
  }
  return dayNumbers;
}

function dayNumberOf(date: PlainDate): number {
  return dayNumber(...partsOf(date));
}

/** Days since 1 March of year 0 in the proleptic Gregorian calendar; only differences of it mean anything. */
function dayNumber(year: number, month: number, day: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return yearFromMarch * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function partsOf(date: PlainDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function label(year: number, month: number, day: number): PlainDate {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as PlainDate;
}
