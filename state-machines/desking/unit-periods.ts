import { Exact } from "../money/exact-decimal";
import { addMonths, daysBetween, type PlainDate } from "../money/plain-date";

/** The common period that an APR is worked out in; `yearIn365` is for a single payment within a year. */
export interface UnitPeriod {
  unit: "month" | "semimonth" | "week" | "day" | "yearIn365";
  /** How many of the unit make one period: every two weeks is { unit: "week", multiple: 2 }. */
  multiple: number;
}

export const monthlyUnitPeriod: UnitPeriod = { unit: "month", multiple: 1 };

/** Time as the regulation counts it: whole unit-periods and a fraction of one. */
export interface UnitPeriodInterval {
  whole: number;
  fraction: Exact;
}

/**
 * "How many periods until the first payment?" Appendix J (b)(5): counted backwards from the later date.
 *
 *     month × k    whole months back; left-over months count 30 days each; fraction = days ÷ 30k
 *     semimonth    two to a month; fraction = days ÷ 15
 *     week × k     fraction = days ÷ 7k          day × k    fraction = days ÷ k
 *     one year     no whole period; fraction = days ÷ 365
 *
 * Backwards matters: from 30 December to 28 February is one month and 29 days, not 29 days less.
 * Nothing rounds. Worked by hand in the regulation: 23 February to 1 March is 6/15 of a semimonth.
 */
export function intervalBetween(earlier: PlainDate, later: PlainDate, period: UnitPeriod): UnitPeriodInterval {
  const { unit, multiple } = period;
  if (unit === "yearIn365") return { whole: 0, fraction: new Exact(daysBetween(earlier, later)).div(365) };
  if (unit === "week" || unit === "day") {
    return wholeAndRest(daysBetween(earlier, later), unit === "week" ? 7 * multiple : multiple);
  }
  const { months, days } = monthsAndDaysBack(earlier, later);
  if (unit === "semimonth") {
    const rest = wholeAndRest(days, 15);
    return { whole: 2 * months + rest.whole, fraction: rest.fraction };
  }
  const whole = Math.floor(months / multiple);
  return { whole, fraction: new Exact((months - whole * multiple) * 30 + days).div(30 * multiple) };
}

/** Whole months counted backwards from the later date, clamped from its own day, and the days before them. */
export function monthsAndDaysBack(earlier: PlainDate, later: PlainDate): { months: number; days: number } {
  let months = (Number(later.slice(0, 4)) - Number(earlier.slice(0, 4))) * 12;
  months += Number(later.slice(5, 7)) - Number(earlier.slice(5, 7));
  if (addMonths(later, -months) < earlier) months -= 1;
  return { months, days: daysBetween(earlier, addMonths(later, -months)) };
}

export function unitPeriodsPerYear({ unit, multiple }: UnitPeriod): Exact {
  const perYear = { month: 12, semimonth: 24, week: 52, day: 365, yearIn365: 1 }[unit];
  return new Exact(perYear).div(multiple);
}

function wholeAndRest(days: number, daysPerPeriod: number): UnitPeriodInterval {
  const whole = Math.floor(days / daysPerPeriod);
  return { whole, fraction: new Exact(days - whole * daysPerPeriod).div(daysPerPeriod) };
}
