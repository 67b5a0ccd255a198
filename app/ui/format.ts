import { regionalLocale, type Locale } from "#app/ui/locale";

const MINUS = "\u2212";
const NO_BREAK_SPACE = "\u00a0";
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const PPM_PER_PERCENT = 10_000;

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Building an Intl formatter costs far more than using one, and a card formats hundreds of figures. */
function remembered<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = formatters.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}

/**
 * Node and the browsers carry different ICU data: one writes a narrow no-break space where the other writes a space
 * ("2:06 PM"), and hydration would notice. One space for both, and an amount can then never wrap.
 */
const evenSpaces = (text: string) => text.replace(/[\u202f\u2009 ]/g, NO_BREAK_SPACE);

export interface MoneyFormat {
  /** `whenAny` leaves out `.00`. */
  cents?: "always" | "never" | "whenAny";
  /** `always` writes a plus before a gain: `+$600`. */
  sign?: "auto" | "always";
}

export interface MoneyParts {
  /** Sign, symbol and dollars: `−$1,000` or `−1 000`. */
  dollars: string;
  /** The decimal mark and cents, or nothing: `.00` or `,00`. */
  cents: string;
  /** What follows: nothing in English, ` $` in French. */
  trail: string;
}

/** The parts of an amount, so that dollars and cents can be drawn in two inks. A real minus sign, never a hyphen. */
export function moneyParts(cents: number, locale: Locale, format: MoneyFormat = {}): MoneyParts {
  const { cents: showCents = "always", sign = "auto" } = format;
  const digits = showCents === "never" || (showCents === "whenAny" && cents % 100 === 0) ? 0 : 2;
  const formatter = remembered(
    `money ${locale} ${digits} ${sign}`,
    () =>
      new Intl.NumberFormat(regionalLocale[locale], {
        style: "currency",
        currency: "USD",
        currencyDisplay: "narrowSymbol",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: sign === "always" ? "exceptZero" : "negative",
      }),
  );
  const parts: MoneyParts = { dollars: "", cents: "", trail: "" };
  let afterDigits = false;
  for (const part of formatter.formatToParts(cents / 100)) {
    const text = part.type === "minusSign" ? MINUS : evenSpaces(part.value);
    if (part.type === "decimal" || part.type === "fraction") parts.cents += text;
    else if (part.type === "integer" || part.type === "group") parts.dollars += text;
    else if (afterDigits) parts.trail += text;
    else parts.dollars += text;
    afterDigits ||= part.type === "integer";
  }
  return parts;
}

/** An amount in cents as one string: `$573.21`, `573,21 $`, `−$1,000.00`. */
export function formatMoney(cents: number, locale: Locale, format: MoneyFormat = {}): string {
  const parts = moneyParts(cents, locale, format);
  return parts.dollars + parts.cents + parts.trail;
}

/** A whole or decimal count with the language's grouping: `58,240`. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  const formatter = remembered(
    `number ${locale} ${digits}`,
    () =>
      new Intl.NumberFormat(regionalLocale[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return evenSpaces(formatter.format(value)).replace("-", MINUS);
}

/** A rate in parts per million: 54,900 is `5.49 %`. Both languages set a no-break space before the sign. */
export const formatPercent = (ppm: number, locale: Locale, digits = 2): string =>
  `${formatNumber(ppm / PPM_PER_PERCENT, locale, digits)}${NO_BREAK_SPACE}%`;

export const formatMiles = (miles: number, locale: Locale): string =>
  `${formatNumber(miles, locale)}${NO_BREAK_SPACE}mi`;

/** `short` Nov 28 · `weekday` Sat, Nov 28 · `long` November 28, 2026 · `numeric` 2026-11-28. */
export type DateStyle = "short" | "weekday" | "long" | "numeric";

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { month: "short", day: "numeric" },
  weekday: { weekday: "short", month: "short", day: "numeric" },
  long: { year: "numeric", month: "long", day: "numeric" },
  numeric: { year: "numeric", month: "2-digit", day: "2-digit" },
};

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day has no time zone: shown in the store's zone, `2026-11-28` would become the 27th. */
const zoneOf = (date: Date | string, timeZone: string) =>
  typeof date === "string" && DATE_ONLY.test(date) ? "UTC" : timeZone;

function dateFormatter(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(
    `date ${locale} ${timeZone} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(regionalLocale[locale], { ...options, timeZone }),
  );
}

/** A moment, or a calendar day written `2026-11-28`, in the store's time zone. */
export function formatDate(date: Date | string, locale: Locale, timeZone: string, style: DateStyle = "short"): string {
  const formatter = dateFormatter(locale, zoneOf(date, timeZone), dateStyles[style]);
  if (style !== "numeric") return formatter.format(new Date(date)).replace(/[\u202f\u00a0]/g, " ");
  const parts = Object.fromEntries(formatter.formatToParts(new Date(date)).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** A time of day: `2:06 PM`, `14 h 06`. A full hour loses its minutes: `6 PM`, `18 h`. */
export function formatTime(date: Date | string, locale: Locale, timeZone: string): string {
  const options = { hour: "numeric", minute: "2-digit", hourCycle: locale === "en" ? "h12" : "h23" } as const;
  const parts = dateFormatter(locale, timeZone, options).formatToParts(new Date(date));
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  const [hour, minute] = [String(Number(value("hour"))), value("minute")];
  if (locale === "fr") return [hour, "h", minute === "00" ? "" : minute].filter(Boolean).join(NO_BREAK_SPACE);
  return `${hour}${minute === "00" ? "" : `:${minute}`}${NO_BREAK_SPACE}${value("dayPeriod").toUpperCase()}`;
}

/** `Sat, Nov 28, 6 PM`. */
export const formatDateTime = (
  date: Date | string,
  locale: Locale,
  timeZone: string,
  style: DateStyle = "short",
): string => `${formatDate(date, locale, timeZone, style)}, ${formatTime(date, locale, timeZone)}`;

/** A length of work: `24 min`, `2 h 20 min`. The same in both languages. */
export function formatMinutes(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter(Boolean)
    .join(" ")
    .replaceAll(" ", NO_BREAK_SPACE);
}

/** A running clock: `0:48`, `24:18`, and from an hour on `1 h 12`. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}${NO_BREAK_SPACE}h${NO_BREAK_SPACE}${two(minutes)}` : `${minutes}:${two(seconds % 60)}`;
}

const relativeWords = {
  en: { now: "just now", ago: (length: string) => `${length} ago` },
  fr: { now: "à l’instant", ago: (length: string) => `il y a ${length}` },
} satisfies Record<Locale, { now: string; ago: (length: string) => string }>;

/** How long ago, in the words of a by-line: `just now` for a minute, minutes, hours, and from a day on the date. */
export function formatAgo(then: Date | string, now: Date, locale: Locale, timeZone: string): string {
  const passed = now.getTime() - new Date(then).getTime();
  if (passed < MINUTE_MS) return relativeWords[locale].now;
  if (passed >= DAY_MS) return formatDate(then, locale, timeZone);
  const minutes = Math.floor(passed / MINUTE_MS);
  return relativeWords[locale].ago(formatMinutes(passed < HOUR_MS ? minutes : Math.floor(minutes / 60) * 60));
}
