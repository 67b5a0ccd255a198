import type { TradeSlice } from "../stages/trade";
import type { DealContext } from "./deal-context";

/** What is said and shown of a car that comes in. No figure reads it; a property test holds that. */
const saidOfCar: ReadonlySet<keyof TradeSlice> = new Set<keyof TradeSlice>([
  "condition",
  "photos",
  "damage",
  "noValuation",
  "review",
  "messages",
]);

interface AtOneTime {
  value: object;
  context: DealContext;
}

/**
 * Did nothing change but what was said of the first car, with every stage where it was? Then no figure moved, and none has
 * to be looked at to know: answers about a car's condition are what people send most.
 */
export function isOnlySaidOfCar(before: AtOneTime, after: AtOneTime): boolean {
  if (before.value !== after.value) return false;
  const [was, is] = [before.context, after.context];
  for (const name in is) {
    if (name === "trade" || name === "wait") continue;
    if (was[name as keyof DealContext] !== is[name as keyof DealContext]) return false;
  }
  for (const name in is.trade) {
    const field = name as keyof TradeSlice;
    if (was.trade[field] !== is.trade[field] && !saidOfCar.has(field)) return false;
  }
  return true;
}
