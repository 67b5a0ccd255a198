import { expect } from "vitest";
import { z } from "zod";
import { amortizationSchedule } from "#machines/desking/amortization-schedule";
import { financedBalance } from "#machines/desking/amount-financed";
import { annualPercentageRate, type CashFlow } from "#machines/desking/appendix-j-apr";
import { dealFigures } from "#machines/desking/deal-figures";
import { periodGrowth } from "#machines/desking/period-growth";
import { paymentGrid } from "#machines/desking/payment-grid";
import { retailDisclosure } from "#machines/desking/retail-disclosure";
import { annuity, levelPayment } from "#machines/desking/retail-payment";
import { intervalBetween, monthsAndDaysBack, type UnitPeriod } from "#machines/desking/unit-periods";
import { worksheet } from "#machines/desking/worksheet";
import { cents, minus, sum, times } from "#machines/money/cents";
import { Exact } from "#machines/money/exact-decimal";
import { addMonths, daysBetween, plainDate } from "#machines/money/plain-date";
import { percentOf, ppmFromPercent, rateOfPercent } from "#machines/money/rate";
import { dealInputs, dealVector, loanInputs, loanVector } from "./vector-deals";
import { expectRate, expectStated, type Expected, sameFigures } from "./vector-figures";

export function checkTax(input: unknown, expected: Expected) {
  const { deal } = z.strictObject({ deal: dealVector }).parse(input);
  sameFigures(structureFigures(deal), expected);
}

export function checkLoan(input: unknown, expected: Expected) {
  const loan = loanVector.parse(input);
  const inputs = loanInputs(loan);
  const balance = balanceOf(loan.deal);
  const terms = { ...inputs.finance, ...balance, contractDate: loan.contract_date };
  const annualRate = rateOfPercent(loan.rate_pct);
  const box = retailDisclosure({ ...terms, annualRate });
  const growth = periodGrowth(loan.payment_method, annualRate, terms);
  const schedule = amortizationSchedule(balance.principal, box.payment, growth).map(({ number, ...line }) => ({
    n: number,
    ...line,
  }));
  const interval = monthsAndDaysBack(loan.contract_date, loan.first_payment_date);
  const figures = dealFigures(inputs);
  sameFigures(
    {
      ...structureFigures(loan.deal),
      payment: box.payment,
      final_payment: box.finalPayment,
      total_of_payments: box.totalOfPayments,
      finance_charge: box.financeCharge,
      total_sale_price: sum([figures.outTheDoor, figures.trade.negativeEquity, box.financeCharge]),
      unit_periods: interval.months,
      odd_days: interval.days,
      days_to_first_payment: daysBetween(loan.contract_date, loan.first_payment_date),
      apr_pct: box.aprPercent?.toFixed(8),
      apr_disclosed_pct: box.aprPercent?.toFixed(2),
      schedule_first_3: schedule.slice(0, 3),
      schedule_last: schedule.at(-1),
    },
    expected,
  );
  checkWorksheet(inputs, expected);
}

/** The assembled worksheet must say the same as the functions it is made of. */
function checkWorksheet(inputs: ReturnType<typeof loanInputs>, expected: Expected) {
  const sheet = worksheet(inputs);
  expect(sheet.outTheDoor).toBe(expected["total_price"]);
  if (!sheet.finance.ok) return expect(sheet.finance.code).toBe("paymentBelowFirstInterest");
  sameFigures(
    {
      payment: sheet.finance.payment,
      final_payment: sheet.finance.finalPayment,
      amount_financed: sheet.finance.amountFinanced,
      total_of_payments: sheet.finance.totalOfPayments,
      finance_charge: sheet.finance.financeCharge,
      total_sale_price: sheet.finance.totalSalePrice,
      down_payment: sheet.finance.downPayment,
      apr_pct: sheet.finance.aprPercent,
      apr_disclosed_pct: sheet.finance.aprDisclosed,
    },
    expected,
    "given",
  );
}

function balanceOf(deal: z.output<typeof dealVector>) {
  const figures = dealFigures(dealInputs(deal));
  return financedBalance({
    totalPrice: figures.outTheDoor,
    negativeEquity: figures.trade.negativeEquity,
    positiveEquity: figures.trade.positiveEquity,
    rebates: figures.price.rebates,
    cashDown: deal.cash_down,
    prepaidFinanceCharge: deal.prepaid_finance_charge,
  });
}

function structureFigures(deal: z.output<typeof dealVector>) {
  const figures = dealFigures(dealInputs(deal));
  const balance = balanceOf(deal);
  return {
    taxable_base: figures.tax.taxableBase,
    components: figures.tax.components.map((component) => component.tax),
    tax_components: figures.tax.components.map(({ name, base, ratePpm, tax }) => ({
      name,
      base,
      rate_pct: new Exact(percentOf(ratePpm)).toString(),
      tax,
    })),
    tax_total: figures.tax.total,
    net_trade: figures.trade.equity,
    negative_equity: figures.trade.negativeEquity,
    down_payment: balance.downPayment,
    total_price: figures.outTheDoor,
    unpaid_balance: balance.unpaidBalance,
    principal: balance.principal,
    amount_financed: balance.amountFinanced,
  };
}

export function checkGrid(input: unknown, expected: Expected) {
  const grid = loanVector
    .omit({ term_months: true, rate_pct: true })
    .extend({ terms: z.array(z.number()), cash_downs: z.array(z.number().transform(cents)) })
    .extend({ rate_pct_by_term: z.record(z.string(), z.string()) })
    .parse(input);
  const terms = grid.terms.map((termMonths) => ({
    termMonths,
    contractRate: ppmFromPercent(grid.rate_pct_by_term[termMonths] ?? ""),
    firstPaymentDate: grid.first_payment_date,
  }));
  const cells = paymentGrid(loanInputs({ ...grid, term_months: 0, rate_pct: "0" }), terms, grid.cash_downs).rows.flat();
  const { cells: stated, ...beside } = expected;
  sameFigures({}, beside);
  const wanted = z.array(z.record(z.string(), z.unknown())).parse(stated);
  expect(cells).toHaveLength(wanted.length);
  for (const [index, cell] of cells.entries()) {
    expectStated("gridCell", wanted[index] ?? {});
    if (!cell.ok) throw new Error(`Cell ${index} refused: ${cell.code}`);
    sameFigures(
      {
        term_months: cell.termMonths,
        cash_down: cell.cashDown,
        payment: cell.payment,
        amount_financed: cell.amountFinanced,
        finance_charge: cell.financeCharge,
        apr_pct: cell.aprPercent,
      },
      wanted[index] ?? {},
    );
  }
}

const scheduleVector = z.strictObject({
  principal: z.number().transform(cents),
  rate_pct: z.string(),
  term_months: z.number(),
  payment_method: z.enum(["actuarial_30", "odd_days_365", "simple_365"]),
  contract_date: z.string().default("2026-01-01").transform(plainDate),
  first_payment_date: z.string().transform(plainDate).optional(),
  /** Says in words what the dates say. */
  first_period: z.literal("one regular month").optional(),
  regular_payment: z.number().transform(cents).optional(),
});

export function checkSchedule(input: unknown, expected: Expected) {
  const loan = scheduleVector.parse(input);
  const growth = periodGrowth(loan.payment_method, rateOfPercent(loan.rate_pct), {
    contractDate: loan.contract_date,
    firstPaymentDate: loan.first_payment_date ?? addMonths(loan.contract_date, 1),
    termMonths: loan.term_months,
  });
  const payment = loan.regular_payment ?? levelPayment(loan.principal, annuity(growth));
  const schedule = amortizationSchedule(loan.principal, payment, growth);
  const total = sum(schedule.map((line) => line.payment));
  sameFigures(
    {
      payment,
      first_interest: schedule[0]?.interest,
      first_balance: schedule[0]?.balance,
      second_interest: schedule[1]?.interest,
      second_balance: schedule[1]?.balance,
      total_interest_equal_payments: minus(times(payment, loan.term_months), loan.principal),
      final_payment: schedule.at(-1)?.payment,
      total_of_payments: total,
      finance_charge: minus(total, loan.principal),
    },
    expected,
  );
}

const unitVector = z.strictObject({
  unit: z.enum(["month", "semimonth", "week", "day", "year365"]),
  k: z.number().default(1),
});
const aprVector = z.strictObject({
  advances: z.array(z.strictObject({ amount: z.number().transform(cents), date: z.string().transform(plainDate) })),
  payment_streams: z.array(
    z.strictObject({
      amount: z.number().transform(cents),
      count: z.number(),
      start: z.string().transform(plainDate),
      every: unitVector,
    }),
  ),
  unit_period: unitVector,
});

export function checkApr(input: unknown, expected: Expected) {
  const { advances, payment_streams: streams, unit_period } = aprVector.parse(input);
  const period = unitPeriod(unit_period);
  const opening = advances[0]?.date ?? plainDate("");
  const since = (date: typeof opening) => intervalBetween(opening, date, period);
  const payments: CashFlow[] = streams.map(({ amount, count, start, every }) => ({
    amount,
    count,
    start: since(start),
    every: every.k / unit_period.k,
  }));
  const apr = annualPercentageRate(
    advances.map(({ amount, date }) => ({ amount, count: 1, start: since(date), every: 1 })),
    payments,
    period,
  );
  const total = sum(streams.map(({ amount, count }) => times(amount, count)));
  const { first_interval, apr_pct_published, published_decimals, ...rest } = expected;
  sameFigures(
    {
      apr_pct: apr?.toFixed(8),
      total_of_payments: total,
      finance_charge: minus(total, sum(advances.map(({ amount }) => amount))),
    },
    rest,
  );
  expect(apr?.toFixed(Number(published_decimals))).toBe(apr_pct_published);
  const { t, f } = z.strictObject({ t: z.number(), f: z.string() }).parse(first_interval);
  expect(payments[0]?.start.whole).toBe(t);
  expectRate(payments[0]?.start.fraction.toFixed(10), f, "first_interval.f");
}

function unitPeriod({ unit, k }: z.output<typeof unitVector>): UnitPeriod {
  return { unit: unit === "year365" ? "yearIn365" : unit, multiple: k };
}
