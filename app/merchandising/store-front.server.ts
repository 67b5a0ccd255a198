import type { PlainDate } from "#machines/money/plain-date";
import type { RooftopDress } from "#app/ui/root-data";
import { now } from "#app/platform/clock.server";
import { openingAt, type Opening } from "./opening-hours";
import type { StockBoard } from "./stock-board.server";

/** What every public page says about the store. */
export interface StoreFront {
  name: string;
  phone: string;
  email: string;
  address: { street: string; city: string; region: string; postcode: string };
  hours: ({ opens: string; closes: string } | null)[];
  opening: Opening;
  today: PlainDate;
}

export interface StorePage {
  store: StoreFront;
  /** Read by root.tsx for the accent and the time zone of the page. */
  rooftop: RooftopDress;
}

export function storePage({ policy, today }: StockBoard): StorePage {
  const { name, phone, email, address, hours, timeZone } = policy;
  return {
    store: { name, phone, email, address, hours, opening: openingAt(policy, now()), today },
    rooftop: { timeZone, accent: null },
  };
}

/** Pages differ by language cookie and carry a nonce: a browser may keep them but asks each time, a proxy may not keep them. */
export const pageHeaders = { "Cache-Control": "private, no-cache", Vary: "Cookie, Accept-Language" } as const;
