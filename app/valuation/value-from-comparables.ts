import type { DealEventOf } from "#machines/deal/deal-events";
import { type Cents, cents } from "#machines/money/cents";
import { addDays, daysBetween, type PlainDate } from "#machines/money/plain-date";
import type { ConditionAnswers, ValuationLine } from "#machines/stages/trade";
import type { DamageMark } from "#machines/stages/trade-damage";
import { conditionLines } from "./condition-lines";
import { priceSlopes } from "./price-slopes";
import { type Weighted, weightedQuantile } from "./weighted-quantile";

/** The screens translate it; a guide book that took this place would be named itself. */
export const COMPARABLES_SOURCE = "comparables";
/** Fewer cars than this are anecdotes. No rule of thumb stands in for them: no number is said then. */
export const NEEDED_COMPARABLES = 8;
export const YEARS_EITHER_SIDE = 2;
/** A market half a year ago was another one. */
export const SEEN_WITHIN_DAYS = 180;

/** An estimate is a snapshot of a market that moves. */
const GOOD_DAYS = 14;
const ROUND_TO = 5_000;
/** A running car is worth its parts and metal. */
const FLOOR = 50_000;
/** The odometer readings an estimate is told for; outside of it another one is asked for. */
const MILEAGE_BAND = 5_000;
/** What an asking price comes down by until it is a sale. */
const ASKING_TO_SOLD = 0.97;
/** Getting a car ready, keeping it and selling it again, of what it sells for; never less than the small car's share. */
const RESALE_PERCENT = 9;
const LEAST_RESALE = 90_000;
/** A car of another year says less of this one, and one seen long ago less of today. */
const WEIGHT_BY_YEARS = [1, 0.7, 0.45];
const WEIGHT_OF_ASKING = 0.8;

/** A car like it: what somebody asks or got for it, and when. */
export interface Comparable {
  year: number;
  mileage: number;
  price: Cents;
  sold: boolean;
  seenOn: PlainDate;
}

export interface CarToValue {
  year: number;
  mileage: number;
  condition: ConditionAnswers;
  damage: readonly DamageMark[];
}

type Valued = DealEventOf<"trade.valued">;
type NotValued = DealEventOf<"trade.notValued">;

/** To the nearest $50: a value is not known closer. */
const rounded = (amount: number): Cents => cents(Math.round(amount / ROUND_TO) * ROUND_TO);

/**
 * A trade's value range from cars like it, or the word that too few are known.
 *
 *     each price is brought to this car's year and mileage along the model's own slopes (price-slopes.ts)
 *     cars like it = weighted median · range = the middle half
 *     base = cars like it ± mileage − getting ready and selling again ± condition
 *
 * Every line is a multiple of $50, so they add up to the base to the cent. Worked by hand in
 * tests/app/valuation/value-from-comparables.test.ts.
 */
export function valueFromComparables(
  car: CarToValue,
  comparables: readonly Comparable[],
  today: PlainDate,
): Valued | NotValued {
  const used = comparables.filter(
    ({ year, seenOn, price }) =>
      price > 0 &&
      Math.abs(year - car.year) <= YEARS_EITHER_SIDE &&
      daysBetween(seenOn, today) >= 0 &&
      daysBetween(seenOn, today) <= SEEN_WITHIN_DAYS,
  );
  const said = { source: COMPARABLES_SOURCE, asOf: today };
  if (used.length < NEEDED_COMPARABLES) {
    return { type: "trade.notValued", comparables: used.length, needed: NEEDED_COMPARABLES, ...said };
  }
  const market = marketOf(car, used);
  const condition = conditionLines(car.condition, car.damage);
  // Of the price as it is said: of the exact one, a few dollars less could fall over an edge of the rounding and leave more.
  const resale = rounded(Math.max(LEAST_RESALE, (rounded(market.middle) * RESALE_PERCENT) / 100));
  const deductions = condition.reduce((total, { amount }) => total + amount, 0) - resale;
  const worth = (price: number) => Math.max(FLOOR, rounded(price) + deductions);
  const base = cents(worth(market.middle));
  return {
    type: "trade.valued",
    // The middle half of the market; a narrow one still leaves what two stores would honestly differ by.
    low: cents(Math.min(worth(market.low), base - ROUND_TO)),
    base,
    high: cents(Math.max(worth(market.high), base + ROUND_TO)),
    lines: linesOf(market, resale, condition, base),
    goodThrough: addDays(today, GOOD_DAYS),
    mileageBand: bandOf(car.mileage),
    comparables: {
      count: used.length,
      sold: used.filter(({ sold }) => sold).length,
      spreadPercent: Math.min(100, Math.round(((market.high - market.low) / 2 / market.middle) * 100)),
      firstSeen: used.reduce((first, { seenOn }) => (seenOn < first ? seenOn : first), today),
      lastSeen: used.reduce((last, { seenOn }) => (seenOn > last ? seenOn : last), used[0]!.seenOn),
    },
    ...said,
  };
}

interface Market {
  low: number;
  middle: number;
  high: number;
  /** The same cars with the miles that they have: what the mileage line is the difference from. */
  asDriven: number;
}

function marketOf(car: Pick<CarToValue, "year" | "mileage">, used: readonly Comparable[]): Market {
  const points = used.map(({ year, mileage, price, sold }) => ({
    years: year - car.year,
    miles: (mileage - car.mileage) / 100_000,
    logPrice: Math.log(price * (sold ? 1 : ASKING_TO_SOLD)),
    weight: WEIGHT_BY_YEARS[Math.abs(year - car.year)]! * (sold ? 1 : WEIGHT_OF_ASKING),
  }));
  const slopes = priceSlopes(points);
  const adjusted = (milesToo: boolean): Weighted[] =>
    points.map(({ years, miles, logPrice, weight }) => ({
      value: Math.exp(logPrice - slopes.perYear * years - (milesToo ? slopes.perHundredThousandMiles * miles : 0)),
      weight,
    }));
  const alike = adjusted(true);
  return {
    low: weightedQuantile(alike, 0.25),
    middle: weightedQuantile(alike, 0.5),
    high: weightedQuantile(alike, 0.75),
    asDriven: weightedQuantile(adjusted(false), 0.5),
  };
}

function linesOf(market: Market, resale: Cents, condition: ValuationLine[], base: Cents): ValuationLine[] {
  const cars = rounded(market.asDriven);
  const lines = [
    { code: "base", amount: cars },
    { code: "mileage", amount: cents(rounded(market.middle) - cars) },
    { code: "resale", amount: cents(-resale) },
    ...condition,
  ];
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  // What is worth less than its parts is worth its parts.
  return [...lines, { code: "floor", amount: cents(base - sum) }].filter(({ amount }) => amount !== 0);
}

function bandOf(mileage: number): NonNullable<Valued["mileageBand"]> {
  const from = Math.floor(mileage / MILEAGE_BAND) * MILEAGE_BAND;
  return { from, to: Math.min(from + MILEAGE_BAND - 1, 999_999) };
}
