import { describe, expect, test } from "vitest";
import { fourSquare } from "#machines/desking/four-square";
import { totalOfLines } from "#machines/desking/money-line";
import { coreVersion, worksheet } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { lakesideTax, theosDeal } from "./sample-deal";

const codesAndAmounts = (lines: { code: string; amount: number }[]) =>
  lines.map(({ code, amount }) => [code, amount / 100]);

describe("the sample card", () => {
  const sheet = worksheet(theosDeal);

  test("has one honest total without government charges", () => {
    expect(sheet.totalPrice).toBe(3_636_270);
    expect(totalOfLines(sheet.priceLines)).toBe(sheet.totalPrice);
  });

  test("taxes the difference: 7.25 % of 36,995.00 + 367.70 − 14,500.00", () => {
    expect(sheet.taxableBase).toBe(2_286_270);
    expect(sheet.taxTotal).toBe(165_755);
    expect(totalOfLines(sheet.taxLines)).toBe(sheet.governmentCharges);
  });

  test("runs from the out-the-door total to the amount financed", () => {
    expect(codesAndAmounts(sheet.summaryLines)).toEqual([
      ["outTheDoor", 39_336.25],
      ["rebate.customerCash", -1_000],
      ["tradeEquity", -5_320],
      ["cashDown", -3_000],
      ["amountFinanced", 30_016.25],
      ["cashDueAtSigning", 3_000],
    ]);
  });

  test("is 573.21 for 60 months, 5.49 % APR, 4,376.35 finance charge", () => {
    expect(sheet.chosen).toBe(sheet.finance);
    expect(sheet.finance).toMatchObject({
      ok: true,
      amountFinanced: 3_001_625,
      payment: 57_321,
      finalPayment: 57_321,
      numberOfPayments: 60,
      aprDisclosed: "5.49",
      financeCharge: 437_635,
      totalOfPayments: 3_439_260,
      totalSalePrice: 4_371_260,
      downPayment: 932_000,
      cashDueAtSigning: 300_000,
    });
  });

  test("is 33,016.25 once in cash, and 294.93 a month as a lease", () => {
    expect(sheet.cash).toMatchObject({ ok: true, balanceDue: 3_301_625, dueAtDelivery: 3_001_625, paidToCustomer: 0 });
    expect(sheet.lease).toMatchObject({ ok: true, basePayment: 27_499, monthlyTax: 1_994, payment: 29_493 });
  });

  test("folds into four squares", () => {
    expect(fourSquare(theosDeal, sheet)).toEqual({
      sellingPrice: { amount: 3_699_500, msrp: 3_845_000 },
      trade: { equity: 532_000, allowance: 1_450_000, payoff: 918_000, cars: 1 },
      cashDown: { amount: 300_000 },
      payment: { ok: true, amount: 57_321, every: "month", firstPaymentDate: "2026-12-28" },
    });
    const inCash = { ...theosDeal, method: "cash" as const };
    expect(fourSquare(inCash, worksheet(inCash)).payment).toMatchObject({ amount: 3_301_625, every: "once" });
    const leased = { ...theosDeal, method: "lease" as const, trades: [] };
    expect(fourSquare(leased, worksheet(leased))).toMatchObject({ trade: null, payment: { every: "month" } });
    const refused = { ...theosDeal, finance: { ...theosDeal.finance, termMonths: 0 } };
    expect(fourSquare(refused, worksheet(refused)).payment).toMatchObject({ ok: false });
  });

  test("names the core that made it, and survives being stored", () => {
    expect(sheet.coreVersion).toBe(coreVersion);
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
  });
});

describe("variations of the sample card", () => {
  test("500 more allowance is 10.24 less a month: the tax credit works on the allowance", () => {
    const before = worksheet({ ...theosDeal, trades: [{ allowance: cents(1_400_000), payoff: cents(918_000) }] });
    expect(before.finance.ok && before.finance.payment).toBe(57_321 + 1_024);
  });

  test("negative equity is added to what is financed and never lowers the tax", () => {
    const sheet = worksheet({ ...theosDeal, trades: [{ allowance: cents(1_450_000), payoff: cents(1_650_000) }] });
    expect(sheet.tradeEquity).toBe(-200_000);
    expect(sheet.negativeEquity).toBe(200_000);
    expect(sheet.taxTotal).toBe(165_755);
    expect(sheet.finance).toMatchObject({ amountFinanced: 3_933_625 + 200_000 - 400_000, downPayment: 400_000 });
    expect(sheet.lease.ok && sheet.lease.grossCapCost).toBe(3_699_500 + 69_500 + 200_000);
    expect(sheet.summaryLines.map((line) => line.code)).toContain("negativeEquity");
  });

  test("a trade worth exactly its payoff still has its row", () => {
    const sheet = worksheet({ ...theosDeal, trades: [{ allowance: cents(900_000), payoff: cents(900_000) }] });
    expect(sheet.summaryLines.find((line) => line.code === "tradeEquity")).toMatchObject({ amount: 0 });
  });

  test("a prepaid finance charge leaves the amount financed and moves the APR, financed or in cash", () => {
    const withCharge = (financed: boolean) =>
      worksheet({
        ...theosDeal,
        finance: { ...theosDeal.finance, prepaidFinanceCharge: { amount: cents(25_000), financed } },
      }).finance;
    expect(withCharge(true)).toMatchObject({
      amountFinanced: 3_001_625,
      principal: 3_026_625,
      cashDueAtSigning: 300_000,
    });
    expect(withCharge(false)).toMatchObject({
      amountFinanced: 2_976_625,
      principal: 3_001_625,
      payment: 57_321,
      financeCharge: 462_635,
      cashDueAtSigning: 325_000,
      aprDisclosed: "5.84",
    });
  });

  test("products and add-ons are in the total; only the taxable ones are taxed", () => {
    const sheet = worksheet({
      ...theosDeal,
      price: { ...theosDeal.price, addOns: [{ code: "mats", name: "Mats", price: cents(20_000), taxable: true }] },
      products: [
        { code: "vsc", name: "Service contract", price: cents(220_000), taxable: false },
        { code: "tires", name: "Tire and wheel", price: cents(60_000), taxable: true },
      ],
    });
    expect(sheet.taxableBase).toBe(2_286_270 + 20_000 + 60_000);
    expect(sheet.totalPrice).toBe(3_636_270 + 20_000);
    expect(sheet.productsTotal).toBe(280_000);
    expect(totalOfLines(sheet.productLines)).toBe(280_000);
    expect(sheet.outTheDoor).toBe(3_699_500 + 36_770 + 20_000 + 280_000 + sheet.governmentCharges);
  });

  test("a trade worth more than the car leaves a cheque to the customer", () => {
    const rich = { allowance: cents(5_000_000), payoff: noCents };
    const sheet = worksheet({ ...theosDeal, trades: [rich], cashDown: noCents, method: "cash" });
    expect(sheet.taxTotal).toBe(0);
    expect(sheet.cash).toMatchObject({ ok: true, balanceDue: 0, paidToCustomer: 5_000_000 + 100_000 - 3_767_870 });
  });

  test("a 0 % loan clears with its last payment and costs nothing", () => {
    const sheet = worksheet({ ...theosDeal, finance: { ...theosDeal.finance, contractRate: ppm(0) } });
    expect(sheet.finance).toMatchObject({
      payment: 50_027,
      finalPayment: 50_032,
      financeCharge: 0,
      aprDisclosed: "0.00",
    });
  });

  test("a tax rule out of force on the contract date says so beside each tax", () => {
    const old = { ...lakesideTax, validTo: plainDate("2026-06-30") };
    expect(worksheet({ ...theosDeal, tax: old }).taxLines[0]?.note).toBe("ruleNotInForceOnContractDate");
    expect(worksheet(theosDeal).taxLines[0]?.note).toBeUndefined();
  });

  test("a lease collects tax up front where the law says so", () => {
    const upfront = { ...lakesideTax, lease: { ...lakesideTax.lease, method: "totalPaymentsUpfront" as const } };
    const atSigning = worksheet({ ...theosDeal, tax: upfront }).lease;
    expect(atSigning).toMatchObject({ basePayment: 27_499, monthlyTax: 0, capitalizedTax: 0 });
    // 7.25 % of 36 × 274.99 + 3,000.00 + 1,000.00 + 367.70.
    expect(atSigning.ok && atSigning.upfrontTax).toBe(103_438);
    const rolledIn = { ...upfront, lease: { ...upfront.lease, capitalized: true, taxOnTax: true } };
    const capitalized = worksheet({ ...theosDeal, tax: rolledIn }).lease;
    expect(capitalized.ok && capitalized.upfrontTax).toBe(0);
    expect(capitalized.ok && capitalized.capitalizedTax).toBeGreaterThan(103_438);
  });

  test("multiple security deposits lower the money factor and come back", () => {
    const lease = theosDeal.lease && {
      ...theosDeal.lease,
      multipleSecurityDeposits: { count: 10, moneyFactorReductionEach: "0.00007", roundUpTo: cents(2_500) },
    };
    const column = worksheet({ ...theosDeal, lease }).lease;
    expect(column).toMatchObject({ ok: true, basePayment: 23_952, payment: 25_689, refundableDeposit: 275_000 });
  });
});
