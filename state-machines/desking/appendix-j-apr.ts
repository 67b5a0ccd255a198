import type { Cents } from "../money/cents";
import { Exact } from "../money/exact-decimal";
import { type UnitPeriod, type UnitPeriodInterval, unitPeriodsPerYear } from "./unit-periods";

/** Equal amounts at equal steps, as unit-periods after the first advance. */
export interface CashFlow {
  amount: Cents;
  count: number;
  start: UnitPeriodInterval;
  /** Unit-periods from one amount of the flow to the next. */
  every: number;
}

/** Newton stops moving long before this; more steps would mean a defect, and a loop must end. */
const MOST_STEPS = 200;
/** A step this small leaves an error below 1e-22 of the unit-period rate: the regulation asks 1e-3 of a year's. */
const SETTLED_STEP = 1e-13;
/** No cash flow of a contract yields a million times its money in one unit-period. */
const HIGHEST_RATE = 1e6;
const LOWEST_RATE = -0.99;

/**
 * The APR of Regulation Z, Appendix J: "the yearly cost of credit, counted in unit-periods".
 *
 *     Σ advances A ÷ ((1 + e·i)(1 + i)^q)  =  Σ payments P ÷ ((1 + f·i)(1 + i)^t)
 *     APR in percent = 100 · i · unit-periods per year
 *
 * q, t are whole unit-periods and e, f fractions; a fraction discounts by simple interest, not by
 * (1 + i)^f. It is a nominal rate: XIRR is another number. Nothing rounds; disclosures show it
 * half-up to two decimals. Null when no rate fits, as when payments are a trifle of the advance.
 * Worked by hand in the regulation, (c)(1)(i): 5,000.00 against 24 × 230.00 is 9.69 %.
 */
export function annualPercentageRate(advances: CashFlow[], payments: CashFlow[], period: UnitPeriod): Exact | null {
  return unitPeriodRate(advances, payments)?.times(unitPeriodsPerYear(period)).times(100) ?? null;
}

/**
 * The rate per unit-period at which payments are worth the advances; see annualPercentageRate.
 *
 * A bracketed Newton in ordinary numbers finds the neighbourhood, because it is fast; steps on the
 * exact equation then settle it, so no binary rounding survives into the answer.
 */
export function unitPeriodRate(advances: CashFlow[], payments: CashFlow[]): Exact | null {
  const start = approximateRate(advances, payments);
  if (start === null) return null;
  let rate = new Exact(Math.abs(start) < SETTLED_STEP ? 0 : start);
  for (let step = 0; step < MOST_STEPS; step++) {
    const surplus = exactValue(payments, rate).minus(exactValue(advances, rate));
    const slope = slopeAt(payments, rate.toNumber()) - slopeAt(advances, rate.toNumber());
    const move = surplus.toNumber() / slope;
    rate = rate.minus(move);
    if (Math.abs(move) < SETTLED_STEP) return rate;
  }
  return null;
}

function exactValue(flows: CashFlow[], rate: Exact): Exact {
  const discount = new Exact(1).div(rate.plus(1));
  let value = new Exact(0);
  for (const { amount, count, start, every } of flows) {
    const perStep = every === 1 ? discount : discount.pow(every);
    const annuity = rate.isZero() || count === 1 ? new Exact(count) : perStep.pow(count).minus(1).div(perStep.minus(1)); // Σ of count powers of the step's discount
    const untilStart = discount.pow(start.whole).div(start.fraction.times(rate).plus(1));
    value = value.plus(annuity.times(untilStart).times(amount));
  }
  return value;
}

function approximateRate(advances: CashFlow[], payments: CashFlow[]): number | null {
  const surplusAt = (rate: number) => valueAt(payments, rate) - valueAt(advances, rate);
  let low = LOWEST_RATE;
  let high = 1;
  while (surplusAt(high) > 0 && high < HIGHEST_RATE) high *= 4;
  if (!(surplusAt(low) > 0) || surplusAt(high) > 0) return null;
  let rate = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const surplus = surplusAt(rate);
    if (surplus > 0) low = rate;
    else high = rate;
    const newton = rate - surplus / (slopeAt(payments, rate) - slopeAt(advances, rate));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - rate) < 1e-14) return next;
    rate = next;
  }
  return rate;
}

function valueAt(flows: CashFlow[], rate: number): number {
  let value = 0;
  for (const flow of flows) {
    const perStep = (1 + rate) ** -flow.every;
    let discount = (1 + rate) ** -flow.start.whole / (1 + flow.start.fraction.toNumber() * rate);
    for (let index = 0; index < flow.count; index++) {
      value += flow.amount * discount;
      discount *= perStep;
    }
  }
  return value;
}

/** How fast the value of the flows falls as the rate rises; always below zero. */
function slopeAt(flows: CashFlow[], rate: number): number {
  let slope = 0;
  for (const flow of flows) {
    const perStep = (1 + rate) ** -flow.every;
    const fraction = flow.start.fraction.toNumber();
    let discount = (1 + rate) ** -flow.start.whole / (1 + fraction * rate);
    const ofFraction = fraction / (1 + fraction * rate);
    for (let index = 0; index < flow.count; index++) {
      slope -= flow.amount * discount * ((flow.start.whole + index * flow.every) / (1 + rate) + ofFraction);
      discount *= perStep;
    }
  }
  return slope;
}
