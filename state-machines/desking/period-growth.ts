import { Exact } from "../money/exact-decimal";
import { daysBetween, monthlyDayNumbers, type PlainDate } from "../money/plain-date";
import { monthsAndDaysBack } from "./unit-periods";

/** How a lender lets interest run; named after what it does with the days before the first payment. */
export type PaymentMethod = "actuarial_30" | "odd_days_365" | "simple_365";

export interface LoanCalendar {
  contractDate: PlainDate;
  firstPaymentDate: PlainDate;
  termMonths: number;
}

export interface PeriodGrowth {
  /** What one dollar grows to over each period: 1 + the period's rate. One entry per payment. */
  factors: readonly Exact[];
  /** True when every period after the first grows alike, so that sums have a closed form. */
  uniformAfterFirst: boolean;
}

const one = new Exact(1);

/**
 * "Interest runs from the day you sign": the growth of each period, first the odd one, then the regular ones.
 *
 *     actuarial_30   first (1 + odd ÷ 30 · i)(1 + i)^m, later 1 + i           i = rate ÷ 12
 *     odd_days_365   first 1 + m·i + rate · odd ÷ 365, later 1 + i
 *     simple_365     1 + rate · actual days ÷ 365 in every period, leap years too
 *
 * m whole months and odd days are counted backwards from the first due date. Nothing rounds here:
 * a rounded rate ÷ 12 moves an 84-month payment by cents.
 */
export function periodGrowth(method: PaymentMethod, annualRate: Exact, calendar: LoanCalendar): PeriodGrowth {
  if (method === "simple_365") return dailySimpleGrowth(annualRate, calendar);
  const monthlyRate = annualRate.div(12);
  const regular = one.plus(monthlyRate);
  const { months, days } = monthsAndDaysBack(calendar.contractDate, calendar.firstPaymentDate);
  const first =
    method === "actuarial_30"
      ? one.plus(monthlyRate.times(days).div(30)).times(regular.pow(months))
      : one.plus(monthlyRate.times(months)).plus(annualRate.times(days).div(365));
  const factors = Array.from({ length: calendar.termMonths }, (_, period) => (period === 0 ? first : regular));
  return { factors, uniformAfterFirst: true };
}

/** Growth of a loan whose first payment falls a month after the contract, as lenders compare rates on. */
export function regularMonthlyGrowth(annualRate: Exact, termMonths: number): PeriodGrowth {
  const regular = one.plus(annualRate.div(12));
  return { factors: Array.from({ length: termMonths }, () => regular), uniformAfterFirst: true };
}

function dailySimpleGrowth(annualRate: Exact, calendar: LoanCalendar): PeriodGrowth {
  const dueDays = monthlyDayNumbers(calendar.firstPaymentDate, calendar.termMonths);
  const byDays = new Map<number, Exact>(); // months have four lengths: four products instead of one per payment
  const growthOver = (days: number) => {
    const known = byDays.get(days) ?? one.plus(annualRate.times(days).div(365));
    byDays.set(days, known);
    return known;
  };
  const factors = dueDays.map((dueDay, period) =>
    growthOver(
      period === 0
        ? daysBetween(calendar.contractDate, calendar.firstPaymentDate)
        : dueDay - (dueDays[period - 1] ?? dueDay),
    ),
  );
  return { factors, uniformAfterFirst: annualRate.isZero() };
}
