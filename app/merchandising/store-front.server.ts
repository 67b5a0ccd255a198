import type { RooftopDress } from "#app/ui/root-data";
import { now } from "#app/platform/clock.server";
import { openingAt } from "./opening-hours";
import type { StoreFront } from "./store-front";
import type { StockBoard } from "./stock-board.server";

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
