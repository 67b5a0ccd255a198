import { type Cents, cents } from "#machines/money/cents";
import { addDays, type PlainDate } from "#machines/money/plain-date";
import type { ConditionAnswers, TradeDescription, ValuationLine } from "#machines/stages/trade";

/** Named on every estimate, so that nobody takes it for a guide book. */
export const RULE_OF_THUMB = "Age and mileage rule of thumb, 2026-11";

/** An estimate is a snapshot of a market that moves. */
const GOOD_DAYS = 14;
const ROUND_TO = 5_000;
/** Either side of the middle: what two stores would honestly differ by. */
const SPREAD_PERCENT = 6;
/** A running car is worth its parts and metal. */
const FLOOR = 50_000;

/** What a typical new vehicle of the make's price class costs; a make that is not listed counts as mainstream. */
const NEW_PRICE = { mainstream: 3_400_000, premium: 5_400_000 } as const;
const PREMIUM_MAKES = new Set([
  "acura",
  "audi",
  "bmw",
  "cadillac",
  "genesis",
  "infiniti",
  "lexus",
  "lincoln",
  "mercedes-benz",
  "porsche",
  "tesla",
  "volvo",
  "arden",
]);

/** Share of the value kept through the first year, and through each one after it, in percent. */
const FIRST_YEAR_KEPT = 82;
const LATER_YEAR_KEPT = 88;
const USUAL_MILES_A_YEAR = 12_000;
/** Cents for each mile over or under the usual; half that effect once a car is old. */
const CENTS_PER_MILE = 8;
const OLD_AT_YEARS = 8;

const CONDITION_DOLLARS: { [Question in keyof ConditionAnswers]-?: Record<string, number> } = {
  warningLights: { none: 0, some: -900 },
  accidents: { none: 0, repaired: -1_200, unrepaired: -2_600 },
  tires: { good: 0, worn: -400 },
  body: { clean: 0, scratches: -350, dents: -900 },
  interior: { clean: 0, worn: -300, smokedIn: -800 },
  keys: { two: 0, one: -200 },
  serviceRecords: { full: 450, some: 0, none: -250 },
};

export interface Estimate {
  low: Cents;
  base: Cents;
  high: Cents;
  lines: ValuationLine[];
  source: string;
  asOf: PlainDate;
  goodThrough: PlainDate;
}

/**
 * A trade's value range by age, mileage and condition: the offline default behind the valuation port.
 *
 *     base = new price × 82 % × 88 % ^ (age − 1)  ± 8 ¢ per mile off the usual  ± condition, to the nearest $50
 *     range = base ± 6 %
 *
 * The lines add up to the base to the cent; what rounding moved stands on the age line.
 * Worked by hand in tests/app/valuation/rule-of-thumb.test.ts.
 */
export function ruleOfThumb(
  { description, condition }: { description: TradeDescription; condition: ConditionAnswers },
  today: PlainDate,
): Estimate {
  const age = Math.max(0, Number(today.slice(0, 4)) - description.year);
  const isPremium = PREMIUM_MAKES.has(description.make.toLowerCase());
  let byAge: number = isPremium ? NEW_PRICE.premium : NEW_PRICE.mainstream;
  for (let year = 0; year < age; year++)
    byAge = Math.round((byAge * (year === 0 ? FIRST_YEAR_KEPT : LATER_YEAR_KEPT)) / 100);

  const usualMiles = Math.max(age, 0.5) * USUAL_MILES_A_YEAR;
  const perMile = age >= OLD_AT_YEARS ? CENTS_PER_MILE / 2 : CENTS_PER_MILE;
  // Mileage explains at most half of what the car is worth.
  const limit = Math.round(byAge / 2);
  const mileage = Math.max(-limit, Math.min(limit, Math.round((usualMiles - description.mileage) * perMile)));

  const conditions = Object.entries(condition).flatMap(([question, answer]) => {
    const dollars = CONDITION_DOLLARS[question as keyof ConditionAnswers][answer] ?? 0;
    return dollars === 0 ? [] : [{ code: question, amount: cents(dollars * 100) }];
  });
  const sum = byAge + mileage + conditions.reduce((total, line) => total + line.amount, 0);
  const base = cents(Math.max(FLOOR, Math.round(sum / ROUND_TO) * ROUND_TO));
  const spread = Math.max(ROUND_TO, Math.round((base * SPREAD_PERCENT) / 100 / ROUND_TO) * ROUND_TO);
  return {
    low: cents(Math.max(0, base - spread)),
    base,
    high: cents(base + spread),
    lines: [
      { code: "age", amount: cents(byAge + (base - sum)) },
      { code: "mileage", amount: cents(mileage) },
      ...conditions,
    ],
    source: RULE_OF_THUMB,
    asOf: today,
    goodThrough: addDays(today, GOOD_DAYS),
  };
}
