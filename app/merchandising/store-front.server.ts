import type { Locale } from "#app/ui/locale";
import { formatTime } from "#app/ui/format";
import type { RooftopDress } from "#app/ui/root-data";
import { now } from "#app/platform/clock.server";
import { openingAt } from "./opening-hours";
import { derived, type StockBoard } from "./stock-board.server";
import type { StoreFront } from "./store-front";
import { storeMessages } from "./store-messages";
import { writer, type Writer } from "./writer.server";

const mondayFirst = [1, 2, 3, 4, 5, 6, 0] as const;
const MINUTE_MS = 60_000;

export interface StorePage {
  store: StoreFront;
  /** Read by root.tsx for the accent and the time zone of the page. */
  rooftop: RooftopDress;
}

/** A wall time of the store, `20:00`, as its language says it: it has no zone, so it is read and written in one. */
const wallTime = (time: string, locale: Locale) => formatTime(`2000-01-01T${time}:00Z`, locale, "UTC");

function openingText({ policy, today }: StockBoard, { t, locale, weekday }: Writer): string {
  const opening = openingAt(policy, now());
  if (!opening) return t("hours.closed");
  if (opening.open) return t("hours.openUntil", { time: wallTime(opening.until, locale) });
  const time = wallTime(opening.at, locale);
  return opening.on === today
    ? t("hours.opensToday", { time })
    : t("hours.closedUntil", { day: weekday(opening.on), time });
}

/** The store in one language; it changes by the minute, because a store opens and closes. */
export function storePage(board: StockBoard, locale: Locale): StorePage {
  const minute = Math.floor(now().getTime() / MINUTE_MS);
  const known = derived<{ minute: number; page: StorePage }>(board, `store:${locale}`, () => ({
    minute,
    page: makeStorePage(board, locale),
  }));
  if (known.minute !== minute) Object.assign(known, { minute, page: makeStorePage(board, locale) });
  return known.page;
}

function makeStorePage(board: StockBoard, locale: Locale): StorePage {
  const { policy, today } = board;
  const { name, phone, email, address, timeZone } = policy;
  const words = writer(locale, timeZone);
  const weekdayToday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const hours = mondayFirst.map((day) => {
    const open = policy.hours[day];
    return {
      day: words.t(`hours.days.d${day}`),
      hours: open ? `${wallTime(open.opens, locale)} – ${wallTime(open.closes, locale)}` : words.t("hours.closed"),
      isToday: day === weekdayToday,
    };
  });
  const opening = openingText(board, words);
  return {
    store: { name, phone, email, address, opening, hours, words: storeMessages[locale] },
    rooftop: { timeZone, accent: null },
  };
}

/** Pages differ by language cookie and carry a nonce: a browser may keep them but asks each time, a proxy may not keep them. */
export const pageHeaders = { "Cache-Control": "private, no-cache", Vary: "Cookie, Accept-Language" } as const;
