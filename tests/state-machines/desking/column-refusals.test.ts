import { describe, expect, test } from "vitest";
import { deskingLimits } from "#machines/desking/desking-limits";
import { type ColumnRefusal, worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { theosDeal } from "./sample-deal";

type Change = Partial<WorksheetInputs>;
type Column = "cash" | "finance" | "lease";

const price = (change: Partial<WorksheetInputs["price"]>): Change => ({ price: { ...theosDeal.price, ...change } });
const finance = (change: Partial<WorksheetInputs["finance"]>): Change => ({
  finance: { ...theosDeal.finance, ...change },
});
const lease = (change: Partial<NonNullable<WorksheetInputs["lease"]>>): Change => ({
  lease: theosDeal.lease && { ...theosDeal.lease, ...change },
});
const rebate = (amount: number) => ({ code: "r", name: "Rebate", amount: cents(amount) });
const richTrade = { allowance: cents(4_500_000), payoff: noCents };

describe("an impossible amount refuses the whole worksheet", () => {
  const cases: [Change, ColumnRefusal["code"], string, number | undefined][] = [
    [price({ sellingPrice: cents(-1) }), "amountBelowZero", "price.sellingPrice", 0],
    [price({ sellingPrice: noCents }), "sellingPriceMissing", "price.sellingPrice", 1],
    [price({ msrp: cents(1_000_000_001) }), "amountAboveLimit", "price.msrp", deskingLimits.amount],
    [price({ docFee: cents(-5) }), "amountBelowZero", "price.docFee", 0],
    [price({ rebates: [rebate(5), rebate(-5)] }), "amountBelowZero", "price.rebates.1.amount", 0],
    [price({ rebates: Array.from({ length: 41 }, () => rebate(1)) }), "tooManyLines", "price.rebates", 40],
    [{ cashDown: cents(-100) }, "amountBelowZero", "cashDown", 0],
    [{ trades: [{ allowance: noCents, payoff: cents(-1) }] }, "amountBelowZero", "trades.0.payoff", 0],
    [{ trades: [...theosDeal.trades, richTrade, richTrade, richTrade] }, "tooManyLines", "trades", 3],
    [
      { products: [{ code: "p", name: "P", price: cents(-1), taxable: true }] },
      "amountBelowZero",
      "products.0.price",
      0,
    ],
    [
      finance({ prepaidFinanceCharge: { amount: cents(-1), financed: true } }),
      "amountBelowZero",
      "finance.prepaidFinanceCharge.amount",
      0,
    ],
    [lease({ acquisitionFee: cents(-1) }), "amountBelowZero", "lease.acquisitionFee", 0],
    [{ cashDown: Number.NaN as WorksheetInputs["cashDown"] }, "amountBelowZero", "cashDown", 0],
  ];
  test.each(cases)("%j is refused as %s of %s", (change, code, field, limit) => {
    const sheet = worksheet({ ...theosDeal, ...change });
    expect(sheet.chosen).toMatchObject({ ok: false, code, field, limit });
    expect([sheet.cash, sheet.finance, sheet.lease]).toEqual([sheet.chosen, sheet.chosen, sheet.chosen]);
    expect([sheet.outTheDoor, sheet.totalPrice, sheet.summaryLines]).toEqual([0, 0, []]);
  });
});

describe("an impossible term refuses its own column and no other", () => {
  const prepaid = { amount: cents(3_001_625), financed: false };
  const cases: [Column, Change, ColumnRefusal["code"], string, number | undefined][] = [
    ["cash", { cashDown: cents(3_301_626) }, "cashDownAboveBalance", "cashDown", 3_301_625],
    ["finance", { cashDown: cents(3_291_626) }, "cashDownAboveBalance", "cashDown", 3_291_625],
    ["finance", { trades: [richTrade], cashDown: noCents }, "nothingToFinance", "finance", 10_000],
    ["finance", finance({ termMonths: 0 }), "termOutOfRange", "finance.termMonths", 1],
    ["finance", finance({ termMonths: 1000 }), "termOutOfRange", "finance.termMonths", 240],
    ["finance", finance({ termMonths: 60.5 }), "termOutOfRange", "finance.termMonths", 1],
    ["finance", finance({ contractRate: ppm(4_000_000) }), "rateOutOfRange", "finance.contractRate", 600_000],
    ["finance", finance({ contractRate: ppm(-1) }), "rateOutOfRange", "finance.contractRate", 0],
    [
      "finance",
      finance({ firstPaymentDate: theosDeal.contractDate }),
      "firstPaymentDateOutOfRange",
      "finance.firstPaymentDate",
      1,
    ],
    [
      "finance",
      finance({ firstPaymentDate: plainDate("2027-12-28") }),
      "firstPaymentDateOutOfRange",
      "finance.firstPaymentDate",
      184,
    ],
    [
      "finance",
      finance({ prepaidFinanceCharge: prepaid }),
      "prepaidChargeAboveBalance",
      "finance.prepaidFinanceCharge.amount",
      undefined,
    ],
    [
      "finance",
      finance({ contractRate: ppm(249_900), termMonths: 84, firstPaymentDate: plainDate("2027-03-28") }),
      "paymentBelowFirstInterest",
      "finance.firstPaymentDate",
      257_955,
    ],
    [
      "finance",
      finance({ prepaidFinanceCharge: { amount: cents(2_900_000), financed: false } }),
      "aprOutOfRange",
      "finance.prepaidFinanceCharge.amount",
      1_000_000,
    ],
    ["lease", { lease: null }, "notLeasable", "lease", undefined],
    ["lease", lease({ termMonths: 0 }), "termOutOfRange", "lease.termMonths", 6],
    ["lease", lease({ termMonths: 1000 }), "termOutOfRange", "lease.termMonths", 84],
    ["lease", lease({ milesPerYear: 0 }), "milesOutOfRange", "lease.milesPerYear", 1_000],
    ["lease", lease({ residualRate: ppm(1_200_000) }), "residualRateOutOfRange", "lease.residualRate", 1_000_000],
    ["lease", lease({ residualRate: ppm(0) }), "residualRateOutOfRange", "lease.residualRate", 10_000],
    ["lease", lease({ moneyFactor: ppm(210_000) }), "moneyFactorOutOfRange", "lease.moneyFactor", 25_000],
    [
      "lease",
      { ...lease({ residualRate: ppm(900_000) }), cashDown: noCents },
      "residualAboveCapCost",
      "lease.residualRate",
      3_137_000,
    ],
    ["lease", { cashDown: cents(1_000_000) }, "residualAboveCapCost", "cashDown", 906_899],
  ];
  test.each(cases)("%s: %j is refused as %s of %s", (column, change, code, field, limit) => {
    const sheet = worksheet({ ...theosDeal, ...change, method: column });
    expect(sheet[column]).toMatchObject({ ok: false, code, field });
    expect((sheet[column] as ColumnRefusal).limit).toBe(limit);
    expect(sheet.chosen).toBe(sheet[column]);
    expect(sheet.outTheDoor).toBeGreaterThan(0);
    expect(sheet.summaryLines[0]?.code).toBe("outTheDoor");
  });

  test("the limit a refusal names is itself accepted", () => {
    expect(worksheet({ ...theosDeal, cashDown: cents(3_291_625) }).finance).toMatchObject({ amountFinanced: 10_000 });
    expect(worksheet({ ...theosDeal, cashDown: cents(3_301_625) }).cash).toMatchObject({ dueAtDelivery: 0 });
    expect(worksheet({ ...theosDeal, cashDown: cents(906_899) }).lease).toMatchObject({ ok: true, depreciation: 1 });
    expect(worksheet({ ...theosDeal, ...finance({ termMonths: 240 }) }).finance.ok).toBe(true);
    expect(worksheet({ ...theosDeal, ...finance({ contractRate: ppm(600_000) }) }).finance.ok).toBe(true);
  });

  test("every refusal says what to do next", () => {
    const refused = worksheet({ ...theosDeal, lease: null }).lease;
    expect(refused).toMatchObject({ sentence: expect.stringMatching(/\.$/), nextStep: expect.stringMatching(/\.$/) });
  });
});
