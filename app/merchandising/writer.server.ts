import { formatDate, formatMiles, formatMoney, formatNumber, formatPercent, type MoneyFormat } from "#app/ui/format";
import type { Ppm } from "#machines/money/rate";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { paymentTextMessages } from "./payment-text-messages";
import { storeTextMessages } from "./store-text-messages";
import { vehicleWords } from "./vehicle-words";

function createWriter(locale: Locale, timeZone: string) {
  return {
    locale,
    t: translator(storeTextMessages, locale, timeZone),
    words: translator(vehicleWords, locale, timeZone),
    /** Of payments at a shopper's own terms. */
    p: translator(paymentTextMessages, locale, timeZone),
    money: (cents: number, format?: MoneyFormat) => formatMoney(cents, locale, format),
    miles: (miles: number) => formatMiles(miles, locale),
    number: (value: number, digits?: number) => formatNumber(value, locale, digits),
    percent: (rate: Ppm) => formatPercent(rate, locale),
    date: (date: Date | string) => formatDate(date, locale, timeZone),
    weekday: (date: string) => formatDate(date, locale, timeZone, "weekday"),
  };
}

/** Everything it takes to write a sentence about a car in one language and one store's zone. */
export type Writer = ReturnType<typeof createWriter>;

const writers = new Map<string, Writer>();

/** Reading a message costs far more than filling it in, so a language is set up once and kept. */
export function writer(locale: Locale, timeZone: string): Writer {
  const key = `${locale} ${timeZone}`;
  const known = writers.get(key);
  if (known) return known;
  const made = createWriter(locale, timeZone);
  writers.set(key, made);
  return made;
}

export const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
