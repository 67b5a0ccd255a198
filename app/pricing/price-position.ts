import { cents, type Cents } from "#machines/money/cents";
import { daysBetween, type PlainDate } from "#machines/money/plain-date";
import { priceSlopes } from "#app/valuation/price-slopes";
import { weightedQuantile } from "#app/valuation/weighted-quantile";
import type { Comparable } from "#app/valuation/value-from-comparables";

/** Below this many cars a figure would be an anecdote. */
export const LEAST_COMPARABLES = 8;
const SUPPLY_DAYS = 45;
const MILES_UNIT = 100_000;

export interface PricePosition {
  n: number;
  /** Asking prices adjusted to this car's year and mileage, in cents. */
  low: Cents;
  middle: Cents;
  high: Cents;
  /** 97 means three per cent under the middle. */
  priceToMarket: number;
  rank: number;
  from: string;
  to: string;
  /** Null where nothing left the market in that time. */
  daysSupply: number | null;
}

interface Priced {
  year: number;
  mileage: number;
  price: Cents;
}

/**
 * Where a price stands among cars like it: the middle half of their prices, each carried over to this car's year and miles,
 * its place by price, and how many days the supply lasts. Asking prices, not sold ones. Null below eight cars.
 */
export function pricePosition(car: Priced, comparables: readonly Comparable[], today: PlainDate): PricePosition | null {
  if (comparables.length < LEAST_COMPARABLES) return null;
  const points = comparables.map((one) => ({
    years: one.year - car.year,
    miles: (one.mileage - car.mileage) / MILES_UNIT,
    logPrice: Math.log(Math.max(1, one.price)),
    weight: 1,
  }));
  const { perYear, perHundredThousandMiles } = priceSlopes(points);
  const adjusted = points.map(({ logPrice, years, miles }) => ({
    value: Math.exp(logPrice - perYear * years - perHundredThousandMiles * miles),
    weight: 1,
  }));
  const at = (share: number) => cents(Math.round(weightedQuantile(adjusted, share) / 100) * 100);
  const days = comparables.map(({ seenOn }) => seenOn).toSorted();
  const left = comparables.filter(({ sold, seenOn }) => sold && daysBetween(seenOn, today) <= SUPPLY_DAYS).length;
  const forSale = comparables.filter(({ sold }) => !sold).length;
  const middle = at(0.5);
  return {
    n: comparables.length,
    low: at(0.25),
    middle,
    high: at(0.75),
    priceToMarket: Math.round((car.price / middle) * 100),
    rank: adjusted.filter(({ value }) => value < car.price).length + 1,
    from: days[0] ?? "",
    to: days.at(-1) ?? "",
    daysSupply: left === 0 ? null : Math.round(forSale / (left / SUPPLY_DAYS)),
  };
}

export const ageBuckets = ["0-15", "16-30", "31-45", "46-60", "60+"] as const;
export type AgeBucket = (typeof ageBuckets)[number];

export const ageBucket = (days: number): AgeBucket =>
  days <= 15 ? "0-15" : days <= 30 ? "16-30" : days <= 45 ? "31-45" : days <= 60 ? "46-60" : "60+";

export interface PriceSuggestion {
  low: Cents;
  high: Cents;
  reasons: ("aged" | "aboveMarket" | "belowMarket" | "fewViews" | "shortSupply")[];
}

const OLD_DAYS = 45;
const ABOVE = 103;
const BELOW = 94;
const SHORT_SUPPLY = 30;

/** Whole hundreds of dollars less five: a price people set, and no false exactness. */
const rounded = (amount: number) => cents(Math.max(0, Math.round(amount / 100_00) * 100_00 - 5_00));

/**
 * A range with its reasons, or nothing where the price stands well. A suggestion to a person: nothing here changes a price,
 * and a deal keeps the price it was pinned at.
 */
export function suggestPrice(
  price: Cents,
  days: number,
  position: PricePosition | null,
  viewsPerDay: number | null,
): PriceSuggestion | null {
  if (!position) return null;
  const reasons: PriceSuggestion["reasons"] = [];
  const isOld = days > OLD_DAYS;
  if (isOld) reasons.push("aged");
  if (position.priceToMarket >= ABOVE) reasons.push("aboveMarket");
  if (isOld && viewsPerDay !== null && viewsPerDay < 1) reasons.push("fewViews");
  if (position.priceToMarket <= BELOW && !isOld) {
    reasons.push("belowMarket");
    if (position.daysSupply !== null && position.daysSupply < SHORT_SUPPLY) reasons.push("shortSupply");
    return { low: rounded(Math.max(price, position.middle * 0.96)), high: rounded(position.middle), reasons };
  }
  if (reasons.length === 0 || (position.priceToMarket < BELOW && isOld)) return null;
  const ceiling = Math.min(price - 100_00, position.middle * (isOld ? 0.99 : 1.01));
  if (ceiling <= 0) return null;
  return { low: rounded(Math.min(ceiling, position.middle * (isOld ? 0.95 : 0.97))), high: rounded(ceiling), reasons };
}
