import { describe, expect, test } from "vitest";
import { z } from "zod";
import { dealFigures } from "#machines/desking/deal-figures";
import { leaseDeal } from "#machines/desking/lease-deal";
import { worksheet } from "#machines/desking/worksheet";
import { cents, minus, plus, sum } from "#machines/money/cents";
import { Exact, roundToCents } from "#machines/money/exact-decimal";
import { addMonths, daysBetween } from "#machines/money/plain-date";
import { rateOf } from "#machines/money/rate";
import { dealInputs, dealVector, loanInputs, loanVector } from "./vector-deals";
import { leaseTerms, leaseVector } from "./vector-leases";
import { readVectorFile, type Vector } from "./vector-files";

/**
 * The mistakes this trade makes, made on purpose: each wrong way is worked on the same examples, and examples must
 * tell it from the right one. A core that went wrong like this could not pass.
 */
const own = `${import.meta.dirname}/money`;
const vectorsOf = (name: string) => readVectorFile(`${name}.json`, own).vectors;
const taxDeals = [...vectorsOf("tax-random"), ...vectorsOf("tax-published"), ...vectorsOf("loan-random")];
const dealOf = (vector: Vector) => z.object({ deal: dealVector }).parse(vector.input).deal;

/** How many examples state another figure than the wrong way gives. */
const toldApart = (vectors: Vector[], field: string, wrong: (vector: Vector) => unknown) =>
  vectors.filter((vector) => vector.expected[field] !== undefined && vector.expected[field] !== wrong(vector)).length;

/** The yearly yield of dated cash flows, actual days over 365, compounding: what a spreadsheet's XIRR says. */
function xirrPercent(advance: number, payments: { amount: number; days: number }[]): number {
  let [low, high] = [-0.5, 10];
  for (let step = 0; step < 100; step++) {
    const rate = (low + high) / 2;
    const value = payments.reduce((total, { amount, days }) => total + amount / (1 + rate) ** (days / 365), 0);
    if (value > advance) low = rate;
    else high = rate;
  }
  return low * 100;
}

describe("a planted error is caught", () => {
  test("APR by XIRR", () => {
    const loans = vectorsOf("loan-random")
      .filter(({ input }) => input["rate_pct"] !== "0")
      .slice(0, 30);
    const off = loans.filter((vector) => {
      const inputs = loanInputs(loanVector.parse(vector.input));
      const { finance } = worksheet(inputs);
      if (!finance.ok) return false;
      const payments = Array.from({ length: finance.numberOfPayments }, (_, index) => ({
        amount: index + 1 === finance.numberOfPayments ? finance.finalPayment : finance.payment,
        days: daysBetween(inputs.contractDate, addMonths(finance.firstPaymentDate, index)),
      }));
      const wrong = xirrPercent(finance.amountFinanced, payments);
      return Math.abs(wrong - Number(vector.expected["apr_pct"])) > 1e-6;
    });
    expect(off.length).toBeGreaterThan(loans.length * 0.8);
  });

  test("the tax rounded on the sum of its components", () => {
    const wrong = (vector: Vector) => {
      const { components } = dealFigures(dealInputs(dealOf(vector)) as never).tax;
      const exact = components.map(({ base, ratePpm }) => rateOf(ratePpm).times(base));
      const capped = components.some(({ base, ratePpm, tax }) => roundToCents(rateOf(ratePpm).times(base)) !== tax);
      return capped
        ? vector.expected["tax_total"]
        : roundToCents(exact.reduce((one, other) => one.plus(other), new Exact(0)));
    };
    expect(toldApart(taxDeals, "tax_total", wrong)).toBeGreaterThan(5);
  });

  test("the trade credit on the equity instead of the allowance", () => {
    const wrong = (vector: Vector) => {
      const inputs = dealInputs(dealOf(vector));
      const equity = sum(inputs.trades.map(({ allowance, payoff }) => cents(Math.max(0, minus(allowance, payoff)))));
      return dealFigures({ ...inputs, trades: [{ allowance: equity, payoff: cents(0) }] }).tax.total;
    };
    expect(toldApart(taxDeals, "tax_total", wrong)).toBeGreaterThan(10);
  });

  test("negative equity taxed with the price", () => {
    const wrong = (vector: Vector) => {
      const inputs = dealInputs(dealOf(vector));
      const owed = dealFigures(inputs).trade.negativeEquity;
      const price = { ...inputs.price, sellingPrice: plus(inputs.price.sellingPrice, owed) };
      return dealFigures({ ...inputs, price }).tax.total;
    };
    expect(toldApart(taxDeals, "tax_total", wrong)).toBeGreaterThan(5);
  });

  test("a lease's refundable deposit, or its first payment, counted twice", () => {
    const leases = vectorsOf("lease-random");
    const worked = (vector: Vector) => leaseDeal(leaseTerms(leaseVector.parse(vector.input)));
    const depositTwice = (vector: Vector) => plus(worked(vector).amountDueAtSigning, worked(vector).refundableDeposit);
    const depositKept = (vector: Vector) => plus(worked(vector).totalOfPayments, worked(vector).refundableDeposit);
    const firstTwice = (vector: Vector) => plus(worked(vector).totalOfPayments, worked(vector).totalPayment);
    expect(toldApart(leases, "amount_due_at_signing", depositTwice)).toBeGreaterThan(10);
    expect(toldApart(leases, "total_of_payments", depositKept)).toBeGreaterThan(10);
    expect(toldApart(leases, "total_of_payments", firstTwice)).toBe(leases.length);
  });

  test("the customer's deposit taken off once more beside the cash down that holds it", () => {
    const loans = vectorsOf("loan-random");
    const wrong = (vector: Vector) => {
      const inputs = loanInputs(loanVector.parse(vector.input));
      const { finance } = worksheet({ ...inputs, cashDown: cents(inputs.cashDown + 50_000) });
      return finance.ok ? finance.amountFinanced : null;
    };
    expect(toldApart(loans, "amount_financed", wrong)).toBe(loans.length);
  });

  test("a prepaid finance charge paid in cash left in the amount financed", () => {
    const loans = vectorsOf("loan-random");
    const wrong = ({ expected }: Vector) => expected["unpaid_balance"];
    expect(toldApart(loans, "amount_financed", wrong)).toBeGreaterThan(5);
  });

  test("a money factor taken for a rate of 2400 times itself", () => {
    const leases = vectorsOf("lease-random").filter(({ expected }) => expected["implicit_rate_pct"] !== undefined);
    const wrong = (vector: Vector) => leaseTerms(leaseVector.parse(vector.input)).moneyFactor.times(2400).toFixed(8);
    expect(toldApart(leases, "implicit_rate_pct", wrong)).toBeGreaterThan(leases.length / 2);
  });

  test("a rebate that lowers the taxed price everywhere", () => {
    const wrong = (vector: Vector) => {
      const inputs = dealInputs(dealOf(vector));
      return dealFigures({ ...inputs, tax: { ...inputs.tax, rebateTaxable: false } }).tax.total;
    };
    expect(toldApart(taxDeals, "tax_total", wrong)).toBeGreaterThan(5);
  });
});
