import { type Cents, cents, larger, noCents, smaller, sum, times } from "../money/cents";
import { addDays, type PlainDate } from "../money/plain-date";
import { type Ppm, ppm, shareOf } from "../money/rate";

/**
 * A right to bring a car back: one that the law gives, or one that the store gives by itself. Days count in the
 * store's calendar from the day of the keys, which is day zero.
 */
export interface ReturnPolicy {
  code: string;
  kind: "legal" | "voluntary";
  name: string;
  days: number;
  /** Miles driven since the hand-over beyond which nothing is taken back; null: no limit. */
  miles: number | null;
  /** Charged for taking the car back: a share of the selling price within two limits. */
  restocking: { share: Ppm; least: Cents; most: Cents } | null;
  /** Charged for each mile beyond the free ones. */
  perMile: Cents;
  freeMiles: number;
  conditions: ("new" | "certified" | "used")[];
  methods: ("cash" | "finance" | "lease")[];
  /** A law may end at a price; null: at none. */
  highestPrice: Cents | null;
}

/** The rules a return can fail by, in the order they are asked; the refusal names the one. */
export const returnRules = ["notCovered", "windowOver", "tooManyMiles", "notAsDelivered"] as const;
export type ReturnRule = (typeof returnRules)[number];

export interface ReturnFacts {
  deliveredOn: PlainDate;
  today: PlainDate;
  /** Since the hand-over. */
  milesDriven: number;
  asDelivered: boolean;
  condition: "new" | "certified" | "used";
  method: "cash" | "finance" | "lease";
  sellingPrice: Cents;
}

export type ReturnVerdict =
  | { ok: true; policy: ReturnPolicy; lastDay: PlainDate; restockingFee: Cents; mileageFee: Cents; fees: Cents }
  | { ok: false; rule: ReturnRule; policy: ReturnPolicy | null; lastDay: PlainDate | null };

/** Does this policy speak of this deal at all? */
const covers = (policy: ReturnPolicy, { condition, method, sellingPrice }: ReturnFacts) =>
  policy.conditions.includes(condition) &&
  policy.methods.includes(method) &&
  (policy.highestPrice === null || sellingPrice <= policy.highestPrice);

function ruleBroken(policy: ReturnPolicy, facts: ReturnFacts): ReturnRule | null {
  if (facts.today > addDays(facts.deliveredOn, policy.days)) return "windowOver";
  if (policy.miles !== null && facts.milesDriven > policy.miles) return "tooManyMiles";
  return facts.asDelivered ? null : "notAsDelivered";
}

/**
 * What taking the car back costs under one policy.
 *
 *     restocking = share × selling price, not under `least`, not over `most`
 *     mileage    = per mile × (miles driven − free miles), not below zero
 *
 * Cents, the share rounded half up once. Worked by hand: 1.5 % of $30,000.00 is $450.00; of $10,000.00 it would be
 * $150.00 and is the least, $200.00; of $90,000.00 it would be $1,350.00 and is the most, $600.00.
 */
export function returnFees(
  policy: Pick<ReturnPolicy, "restocking" | "perMile" | "freeMiles">,
  { sellingPrice, milesDriven }: Pick<ReturnFacts, "sellingPrice" | "milesDriven">,
): { restockingFee: Cents; mileageFee: Cents; fees: Cents } {
  const { restocking, perMile, freeMiles } = policy;
  const restockingFee = restocking
    ? smaller(larger(shareOf(sellingPrice, restocking.share), restocking.least), restocking.most)
    : noCents;
  const mileageFee = times(perMile, Math.max(0, milesDriven - freeMiles));
  return { restockingFee, mileageFee, fees: sum([restockingFee, mileageFee]) };
}

/**
 * May this car come back, under which of the store's policies, and what for? Of those that allow it the cheapest for
 * the customer counts; where none does, the rule that failed last in the order of the rules is the one that is told.
 */
export function returnVerdict(policies: readonly ReturnPolicy[], facts: ReturnFacts): ReturnVerdict {
  const covering = policies.filter((policy) => covers(policy, facts));
  const allowed = covering
    .filter((policy) => ruleBroken(policy, facts) === null)
    .map((policy) => ({ policy, ...returnFees(policy, facts) }))
    .toSorted((one, other) => one.fees - other.fees)[0];
  if (allowed) return { ok: true, lastDay: addDays(facts.deliveredOn, allowed.policy.days), ...allowed };
  const nearest = covering
    .map((policy) => ({ policy, rule: ruleBroken(policy, facts) ?? ("notCovered" as const) }))
    .toSorted((one, other) => returnRules.indexOf(other.rule) - returnRules.indexOf(one.rule))[0];
  if (!nearest) return { ok: false, rule: "notCovered", policy: null, lastDay: null };
  return { ok: false, ...nearest, lastDay: addDays(facts.deliveredOn, nearest.policy.days) };
}

/**
 * California's three days for a used car: general knowledge that a store there confirms before it offers it, the charge
 * for a mile above all.
 */
export const californiaReturns: ReturnPolicy = {
  code: "us-ca-3-day",
  kind: "legal",
  name: "California 3-day right to cancel",
  days: 3,
  miles: 400,
  restocking: { share: ppm(15_000), least: cents(20_000), most: cents(60_000) },
  perMile: cents(100),
  freeMiles: 0,
  conditions: ["used", "certified"],
  methods: ["cash", "finance", "lease"],
  highestPrice: cents(5_000_000),
};
