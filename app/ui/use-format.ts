import { useMemo } from "react";
import * as format from "#app/ui/format";
import { useLocale, useTimeZone } from "#app/ui/messages";

/** format.ts with the page's language and the store's time zone already filled in. */
export function useFormat() {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return useMemo(
    () => ({
      locale,
      timeZone,
      money: (cents: number, options?: format.MoneyFormat) => format.formatMoney(cents, locale, options),
      percent: (ppm: number, digits?: number) => format.formatPercent(ppm, locale, digits),
      number: (value: number, digits?: number) => format.formatNumber(value, locale, digits),
      miles: (miles: number) => format.formatMiles(miles, locale),
      date: (date: Date | string, style?: format.DateStyle) => format.formatDate(date, locale, timeZone, style),
      time: (date: Date | string) => format.formatTime(date, locale, timeZone),
      dateTime: (date: Date | string, style?: format.DateStyle) => format.formatDateTime(date, locale, timeZone, style),
      ago: (then: Date | string, now: Date) => format.formatAgo(then, now, locale, timeZone),
      minutes: format.formatMinutes,
      clock: format.formatClock,
    }),
    [locale, timeZone],
  );
}
