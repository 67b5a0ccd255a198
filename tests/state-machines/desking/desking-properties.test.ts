import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { amortizationSchedule } from "#machines/desking/amortization-schedule";
import { totalOfLines } from "#machines/desking/money-line";
import { paymentGrid } from "#machines/desking/payment-grid";
import { periodGrowth } from "#machines/desking/period-growth";
import { annuity, levelPayment } from "#machines/desking/retail-payment";
import { monthsAndDaysBack } from "#machines/desking/unit-periods";
import {
  solveForCashAtSigning,
  solveForCashDown,
  solveForRate,
  solveForSellingPrice,
  solveForTerm,
} from "#machines/desking/solve-backwards";
import { type MoneyLine, worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, negate } from "#machines/money/cents";
import { ppm, rateOf } from "#machines/money/rate";
import { anyDeal } from "./any-deal";
import { theosDeal } from "./sample-deal";

const many = { numRuns: 40 };
const few = { numRuns: 8 };

const paymentOf = (inputs: WorksheetInputs) => {
  const { finance } = worksheet(inputs);
  return finance.ok ? finance.payment : null;
};

describe("any deal", () => {
  test("pays off at least what it borrowed, and costs at least its prepaid charge", () => {
    fc.assert(
      fc.property(anyDeal, (inputs) => {
        const { finance } = worksheet(inputs);
        if (!finance.ok) return;
        expect(finance.totalOfPayments).toBe(finance.payment * (finance.numberOfPayments - 1) + finance.finalPayment);
        expect(finance.totalOfPayments - finance.amountFinanced).toBe(finance.financeCharge);
        // Equal payments at next to nothing may round down by half a cent each.
        const roundedDown = inputs.finance.finalPayment === "equal" ? finance.numberOfPayments / 2 : 0;
        expect(finance.totalOfPayments).toBeGreaterThanOrEqual(finance.principal - roundedDown);
      }),
      many,
    );
  });

  test("discounts back to the amount financed at its APR", () => {
    fc.assert(
      fc.property(anyDeal, (inputs) => {
        const { finance } = worksheet(inputs);
        if (!finance.ok) return;
        const monthly = Number(finance.aprPercent) / 1200;
        const { months, days } = monthsAndDaysBack(inputs.contractDate, finance.firstPaymentDate);
        let value = 0;
        for (let index = 0; index < finance.numberOfPayments; index++) {
          const paid = index + 1 === finance.numberOfPayments ? finance.finalPayment : finance.payment;
          value += paid / ((1 + (days / 30) * monthly) * (1 + monthly) ** (months + index));
        }
        expect(Math.abs(value - finance.amountFinanced)).toBeLessThan(0.5);
      }),
      many,
    );
  });

  test("foots: every line is its lines, every column its rows", () => {
    fc.assert(fc.property(anyDeal, checkFooting), many);
  });

  test("costs no less a month for a higher price, a higher rate or less cash down", () => {
    fc.assert(
      fc.property(anyDeal, fc.integer({ min: 1, max: 500_000 }), (inputs, more) => {
        const before = paymentOf(inputs);
        const dearer = cents(inputs.price.sellingPrice + more);
        const atDearer = paymentOf({ ...inputs, price: { ...inputs.price, sellingPrice: dearer } });
        const atHigherRate = paymentOf({
          ...inputs,
          finance: { ...inputs.finance, contractRate: ppm(inputs.finance.contractRate + (more % 1000)) },
        });
        const withMoreCash = paymentOf({ ...inputs, cashDown: cents(inputs.cashDown + more) });
        if (before === null) return;
        if (atDearer !== null) expect(atDearer).toBeGreaterThanOrEqual(before);
        if (atHigherRate !== null) expect(atHigherRate).toBeGreaterThanOrEqual(before);
        if (withMoreCash !== null) expect(withMoreCash).toBeLessThanOrEqual(before);
      }),
      many,
    );
  });

  test("costs no more a month for a longer term, and no less in interest", () => {
    fc.assert(
      fc.property(anyDeal, fc.constantFrom(6, 12, 24), (inputs, more) => {
        const longer = { ...inputs.finance, termMonths: inputs.finance.termMonths + more };
        const [before, after] = [inputs, { ...inputs, finance: longer }].map((deal) => worksheet(deal).finance);
        if (!before?.ok || !after?.ok) return;
        expect(after.payment).toBeLessThanOrEqual(before.payment);
        // Equal payments round by half a cent each, which a short loan at next to nothing can notice.
        const rounding = (before.numberOfPayments + after.numberOfPayments) / 2;
        expect(after.financeCharge).toBeGreaterThanOrEqual(before.financeCharge - rounding);
      }),
      few,
    );
  });

  test("has a grid whose every cell is the deal recomputed", () => {
    fc.assert(
      fc.property(anyDeal, (inputs) => {
        const terms = [36, 72].map((termMonths) => ({ ...inputs.finance, termMonths }));
        const downs = [0, 250_000].map(cents);
        for (const [row, term] of terms.entries()) {
          for (const [index, cashDown] of downs.entries()) {
            const cell = paymentGrid(inputs, terms, downs).rows[row]?.[index];
            const { termMonths } = term;
            const whole = worksheet({ ...inputs, cashDown, finance: { ...inputs.finance, termMonths } }).finance;
            expect(whole).toMatchObject(
              cell?.ok
                ? { payment: cell.payment, financeCharge: cell.financeCharge, aprPercent: cell.aprPercent }
                : { ok: false, code: cell?.code },
            );
          }
        }
      }),
      few,
    );
  });

  test("is solved tightly: the answer meets the target, one cent further does not", () => {
    fc.assert(
      fc.property(anyDeal, fc.integer({ min: 30_000, max: 150_000 }), (inputs, target) => {
        const answers = [
          solveForCashDown(inputs, cents(target)),
          solveForSellingPrice(inputs, cents(target)),
          solveForRate(inputs, cents(target)),
          solveForTerm(
            inputs,
            cents(target),
            [24, 48, 72].map((termMonths) => ({ ...inputs.finance, termMonths })),
          ),
        ];
        for (const solved of answers) {
          if (!solved.ok) continue;
          const recomputed = worksheet(solved.inputs).chosen;
          expect(recomputed).toMatchObject({ payment: solved.payment, totalOfPayments: solved.totalOfPayments });
          expect(solved.payment).toBeLessThanOrEqual(target);
          if (solved.paymentOneStepFurther !== null) expect(solved.paymentOneStepFurther).toBeGreaterThan(target);
        }
      }),
      few,
    );
  });
});

test("a lease's cash at signing stays within what was said, and one cent more of it does not", () => {
  fc.assert(
    fc.property(anyDeal, fc.integer({ min: 50_000, max: 600_000 }), (inputs, target) => {
      const solved = solveForCashAtSigning(inputs, cents(target));
      if (!solved.ok || solved.column.method !== "lease") return;
      expect(solved.column.cashDueAtSigning).toBeLessThanOrEqual(target);
      const further = worksheet({ ...solved.inputs, cashDown: cents(solved.cashDown + 1) }).lease;
      if (further.ok && solved.cashDown < target) expect(further.cashDueAtSigning).toBeGreaterThan(target);
    }),
    few,
  );
});

test("an adjusted schedule clears the balance exactly", () => {
  fc.assert(
    fc.property(anyDeal, fc.integer({ min: 100_000, max: 9_000_000 }), (inputs, owed) => {
      const growth = periodGrowth(inputs.finance.paymentMethod, rateOf(inputs.finance.contractRate), {
        ...inputs.finance,
        contractDate: inputs.contractDate,
      });
      const payment = levelPayment(cents(owed), annuity(growth));
      const lines = amortizationSchedule(cents(owed), payment, growth);
      expect(lines.reduce((total, line) => total + line.principal, 0)).toBe(owed);
      expect(lines.at(-1)?.balance).toBe(0);
      // Half a cent of rounding in each line, carried at the loan's own rate to its end.
      expect(Math.abs((lines.at(-1)?.payment ?? 0) - payment)).toBeLessThan(lines.length * 8);
    }),
    few,
  );
});

test("no figure, however wild, throws or yields anything but whole numbers", () => {
  const wild = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 1, 999_999_999_999, Number.NaN, Infinity));
  const fields = fc.record({
    sellingPrice: wild,
    msrp: wild,
    cashDown: wild,
    allowance: wild,
    termMonths: wild,
    contractRate: wild,
    residualRate: wild,
    moneyFactor: wild,
  });
  fc.assert(
    fc.property(fields, fc.subarray(Object.keys(theosDeal)), (given, kept) => {
      const rough = {
        ...theosDeal,
        price: { ...theosDeal.price, sellingPrice: given.sellingPrice, msrp: given.msrp },
        cashDown: given.cashDown,
        trades: [{ allowance: given.allowance, payoff: 0 }],
        finance: { ...theosDeal.finance, termMonths: given.termMonths, contractRate: given.contractRate },
        lease: { ...theosDeal.lease, residualRate: given.residualRate, moneyFactor: given.moneyFactor },
      };
      const mended = Object.fromEntries(kept.map((key) => [key, theosDeal[key as keyof WorksheetInputs]]));
      const sheet = worksheet({ ...rough, ...mended } as WorksheetInputs);
      JSON.stringify(sheet, (_, value: unknown) => {
        if (typeof value === "number") expect(Number.isSafeInteger(value)).toBe(true);
        return value;
      });
    }),
    { numRuns: 120 },
  );
});

function checkFooting(inputs: WorksheetInputs) {
  for (const method of ["cash", "finance", "lease"] as const) {
    const sheet = worksheet({ ...inputs, method });
    expect(totalOfLines(sheet.priceLines)).toBe(sheet.totalPrice);
    expect(totalOfLines(sheet.taxLines)).toBe(sheet.governmentCharges);
    expect(totalOfLines(sheet.productLines)).toBe(sheet.productsTotal);
    expectLinesToFoot([...sheet.summaryLines, ...sheet.priceLines]);
    const { chosen } = sheet;
    if (!chosen.ok) continue;
    const result = { cash: "dueAtDelivery", finance: "amountFinanced", lease: "adjustedCapCost" }[chosen.method];
    const at = sheet.summaryLines.findIndex((line) => line.code === result);
    expect(totalOfLines(sheet.summaryLines.slice(0, at))).toBe(sheet.summaryLines[at]?.amount);
    const atSigning = sheet.summaryLines.find((line) => line.code === "cashDueAtSigning");
    if (chosen.method === "cash") expect(chosen.dueAtDelivery + inputs.cashDown).toBe(chosen.balanceDue);
    else expect(atSigning?.amount).toBe(chosen.cashDueAtSigning);
    if (chosen.method === "finance") expect(totalOfLines(chosen.lines)).toBe(chosen.amountFinanced);
    if (chosen.method === "lease") {
      expect(totalOfLines(chosen.lines)).toBe(chosen.adjustedCapCost);
      const equity = Math.max(0, sheet.tradeEquity);
      expect(chosen.cashDueAtSigning + sheet.rebates + equity).toBe(chosen.dueAtSigning);
      expect(chosen.depreciation + chosen.rentCharge).toBe(chosen.basePayment * chosen.numberOfPayments);
    }
    expect(sheet.summaryLines.find((line) => line.code === "cashDown")?.amount).toBe(negate(inputs.cashDown));
  }
}

function expectLinesToFoot(lines: MoneyLine[]) {
  for (const line of lines) {
    if (!line.lines) continue;
    expect(totalOfLines(line.lines), line.code).toBe(line.amount);
    expectLinesToFoot(line.lines);
  }
}
