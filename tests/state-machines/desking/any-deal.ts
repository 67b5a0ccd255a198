import * as fc from "#tests/support/seeded-fast-check";
import type { TaxComponent } from "#machines/desking/taxes-and-fees";
import type { WorksheetInputs } from "#machines/desking/worksheet";
import { cents } from "#machines/money/cents";
import { addDays, plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { lakesideTax } from "./sample-deal";

/** Deals a desk could write on any day, of every tax shape, payment method and trade. */

const money = (most: number) => fc.integer({ min: 0, max: most }).map(cents);
const coded = <Key extends string>(key: Key, most: number) =>
  fc
    .array(fc.record({ amount: money(most), taxable: fc.boolean() }), { maxLength: 3 })
    .map((list) =>
      list.map(({ amount, taxable }, index) => ({ code: `c${index}`, name: `n${index}`, taxable, [key]: amount })),
    ) as fc.Arbitrary<({ code: string; name: string; taxable: boolean } & Record<Key, ReturnType<typeof cents>>)[]>;

const taxComponents: TaxComponent[][] = [
  [],
  [{ name: "state", ratePpm: ppm(72_500) }],
  [
    { name: "state", ratePpm: ppm(70_000) },
    { name: "local", ratePpm: ppm(22_500), width: cents(160_000) },
    { name: "singleArticle", ratePpm: ppm(27_500), floor: cents(160_000), width: cents(160_000) },
  ],
  [{ name: "fee", ratePpm: ppm(50_000), max: cents(50_000), min: cents(7_500) }],
  [
    { name: "state", ratePpm: ppm(65_000) },
    { name: "luxury", ratePpm: ppm(80_000), beforeTrade: true, floor: cents(10_000_000) },
  ],
];

const tax = fc
  .record({
    components: fc.constantFrom(...taxComponents),
    tradeCredit: fc.constantFrom(
      "full" as const,
      "none" as const,
      { cap: cents(900_000) },
      { cap: cents(900_000), vehicles: 1 },
    ),
    rebateTaxable: fc.boolean(),
    docFeeTaxable: fc.boolean(),
    method: fc.constantFrom("monthly", "totalPaymentsUpfront", "sellingPrice", "grossCap", "none"),
    capitalized: fc.boolean(),
    taxOnTax: fc.boolean(),
  })
  .map(({ method, capitalized, taxOnTax, ...rule }) => ({
    ...lakesideTax,
    ...rule,
    lease: { ...lakesideTax.lease, method: method as typeof lakesideTax.lease.method, capitalized, taxOnTax },
  }));

const calendar = fc
  .record({ day: fc.integer({ min: 0, max: 1500 }), daysToFirst: fc.integer({ min: 20, max: 75 }) })
  .map(({ day, daysToFirst }) => {
    const contractDate = addDays(plainDate("2026-01-01"), day);
    return { contractDate, firstPaymentDate: addDays(contractDate, daysToFirst) };
  });

export const anyDeal: fc.Arbitrary<WorksheetInputs> = fc
  .record({
    calendar,
    tax,
    sellingPrice: fc.integer({ min: 500_000, max: 12_000_000 }).map(cents),
    addOns: coded("price", 300_000),
    docFee: money(100_000),
    governmentFees: coded("amount", 80_000),
    rebates: coded("amount", 300_000),
    products: coded("price", 400_000),
    trades: fc.array(fc.record({ allowance: money(4_000_000), payoff: money(4_000_000) }), { maxLength: 3 }),
    cashDown: money(1_000_000),
    method: fc.constantFrom("cash" as const, "finance" as const, "lease" as const),
    termMonths: fc.constantFrom(12, 24, 36, 48, 60, 72, 75, 84),
    contractRate: fc.integer({ min: 0, max: 25_000 }).map((step) => ppm(step * 10)),
    paymentMethod: fc.constantFrom("actuarial_30" as const, "odd_days_365" as const, "simple_365" as const),
    finalPayment: fc.constantFrom("equal" as const, "adjusted" as const),
    prepaidFinanceCharge: fc.option(fc.record({ amount: money(50_000), financed: fc.boolean() })),
    residualRate: fc.integer({ min: 300, max: 700 }).map((share) => ppm(share * 1_000)),
    moneyFactor: fc.integer({ min: 0, max: 500 }).map((step) => ppm(step * 10)),
    leaseMonths: fc.constantFrom(24, 27, 36, 39, 48),
    acquisitionFee: money(120_000),
    securityDeposit: money(60_000),
  })
  .map((any) => ({
    contractDate: any.calendar.contractDate,
    price: {
      msrp: any.sellingPrice,
      sellingPrice: any.sellingPrice,
      addOns: any.addOns,
      docFee: any.docFee,
      governmentFees: any.governmentFees,
      rebates: any.rebates,
    },
    tax: any.tax,
    trades: any.trades,
    products: any.products,
    cashDown: any.cashDown,
    method: any.method,
    finance: {
      termMonths: any.termMonths,
      contractRate: any.contractRate,
      firstPaymentDate: any.calendar.firstPaymentDate,
      paymentMethod: any.paymentMethod,
      finalPayment: any.finalPayment,
      prepaidFinanceCharge: any.prepaidFinanceCharge,
    },
    lease: {
      termMonths: any.leaseMonths,
      milesPerYear: 10_000,
      residualRate: any.residualRate,
      moneyFactor: any.moneyFactor,
      acquisitionFee: any.acquisitionFee,
      dispositionFee: cents(39_500),
      securityDeposit: any.securityDeposit,
    },
  }));
