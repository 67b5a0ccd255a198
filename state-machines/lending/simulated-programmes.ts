import { cents } from "../money/cents";
import { ppm } from "../money/rate";
import type { LeaseProgramme, LoanProgramme, LoanTier } from "./lender-programme";

const dollars = (amount: number) => cents(amount * 100);
const rates = (...rows: readonly (readonly [months: number, percent: number])[]) =>
  rows.map(([upToMonths, percent]) => ({ upToMonths, rate: ppm(Math.round(percent * 10_000)) }));
const tier = (name: string, minScore: number, rest: Omit<LoanTier, "name" | "minScore">): LoanTier => ({
  name,
  minScore,
  ...rest,
});
const limits = (front: number, total: number, maxAmount: number, maxPaymentToIncome: number) => ({
  maxFrontLoanToValue: front * 10_000,
  maxTotalLoanToValue: total * 10_000,
  maxAmount: dollars(maxAmount),
  maxPaymentToIncome: ppm(maxPaymentToIncome * 10_000),
});

/** The built-in network: four invented lenders that differ in whom, what and how long they lend. */
export const simulatedProgrammes: readonly LoanProgramme[] = [
  {
    code: "alder-prime",
    lenderCode: "alder",
    lender: "Alder Grove Bank",
    method: "finance",
    conditions: ["new", "certified"],
    tiers: [
      tier("A+", 740, { buyRates: rates([60, 4.49], [84, 4.99]), ...limits(115, 130, 90_000, 18), stips: [] }),
      tier("A", 690, {
        buyRates: rates([60, 5.49], [84, 6.19]),
        ...limits(110, 125, 75_000, 17),
        stips: ["insurance"],
      }),
    ],
    minAmount: dollars(7_500),
    maxVehicleAgeYears: 4,
    maxMileage: 60_000,
    terms: [
      { upToAgeYears: 1, maxMonths: 84 },
      { upToAgeYears: 4, maxMonths: 72 },
    ],
    productCap: dollars(5_000),
    reserveCap: ppm(20_000),
    standardMarkup: ppm(10_000),
    reserveSplit: ppm(750_000),
    answersAfterSeconds: 3,
    approvalDays: 30,
  },
  {
    code: "birch-members",
    lenderCode: "birch",
    lender: "Birchline Credit Union",
    method: "finance",
    conditions: ["new", "certified", "used"],
    tiers: [
      tier("One", 720, {
        buyRates: rates([60, 4.99], [72, 5.49]),
        ...limits(110, 120, 60_000, 16),
        stips: ["insurance"],
      }),
      tier("Two", 660, { buyRates: rates([60, 6.99], [72, 7.49]), ...limits(105, 115, 45_000, 15), stips: ["income"] }),
      tier("Three", 600, {
        buyRates: rates([60, 9.49], [72, 9.99]),
        ...limits(95, 105, 30_000, 14),
        stips: ["income", "residence"],
      }),
    ],
    minAmount: dollars(5_000),
    maxVehicleAgeYears: 8,
    maxMileage: 110_000,
    terms: [
      { upToAgeYears: 3, maxMonths: 72 },
      { upToAgeYears: 8, maxMonths: 60 },
    ],
    productCap: dollars(4_000),
    reserveCap: ppm(15_000),
    standardMarkup: ppm(7_500),
    reserveSplit: ppm(1_000_000),
    answersAfterSeconds: 5,
    approvalDays: 21,
  },
  {
    code: "cedar-standard",
    lenderCode: "cedar",
    lender: "Cedar Point Finance",
    method: "finance",
    conditions: ["new", "certified", "used"],
    tiers: [
      tier("Standard", 620, {
        buyRates: rates([60, 8.49], [84, 9.29]),
        ...limits(115, 130, 65_000, 18),
        stips: ["income"],
      }),
      tier("Value", 560, {
        buyRates: rates([60, 12.49], [72, 13.29]),
        ...limits(100, 115, 35_000, 16),
        stips: ["income", "residence", "employment"],
      }),
    ],
    minAmount: dollars(6_000),
    maxVehicleAgeYears: 10,
    maxMileage: 130_000,
    terms: [
      { upToAgeYears: 2, maxMonths: 84 },
      { upToAgeYears: 10, maxMonths: 66 },
    ],
    productCap: dollars(4_500),
    reserveCap: ppm(20_000),
    standardMarkup: ppm(12_500),
    reserveSplit: ppm(750_000),
    answersAfterSeconds: 8,
    approvalDays: 30,
  },
  {
    code: "dogwood-second",
    lenderCode: "dogwood",
    lender: "Dogwood Auto Credit",
    method: "finance",
    conditions: ["certified", "used"],
    tiers: [
      tier("Second chance", 480, {
        buyRates: rates([60, 16.49], [72, 17.49]),
        ...limits(85, 95, 25_000, 13),
        stips: ["income", "residence", "employment", "references"],
      }),
    ],
    minAmount: dollars(4_000),
    maxVehicleAgeYears: 12,
    maxMileage: 150_000,
    terms: [{ upToAgeYears: 12, maxMonths: 60 }],
    productCap: dollars(2_000),
    reserveCap: ppm(10_000),
    standardMarkup: ppm(5_000),
    reserveSplit: ppm(500_000),
    answersAfterSeconds: 12,
    approvalDays: 14,
  },
];

const leaseLimits = (total: number, maxAmount: number, maxPaymentToIncome: number) => ({
  maxTotalLoanToValue: total * 10_000,
  maxAmount: dollars(maxAmount),
  maxPaymentToIncome: ppm(maxPaymentToIncome * 10_000),
});

/**
 * Two of the four lease as well. Alder Grove Bank stands behind the store's own lease table; Cedar Point Finance buys
 * leases up to a money factor of its own (0.00210 and 0.00300).
 */
export const simulatedLeaseProgrammes: readonly LeaseProgramme[] = [
  {
    code: "alder-lease",
    lenderCode: "alder",
    lender: "Alder Grove Bank",
    method: "lease",
    conditions: ["new"],
    tiers: [
      { name: "Lease A+", minScore: 740, maxMoneyFactor: null, ...leaseLimits(115, 90_000, 18), stips: [] },
      { name: "Lease A", minScore: 690, maxMoneyFactor: null, ...leaseLimits(110, 75_000, 16), stips: ["insurance"] },
    ],
    minAmount: dollars(12_000),
    maxVehicleAgeYears: 1,
    maxMileage: 6_000,
    terms: [{ upToAgeYears: 1, maxMonths: 48 }],
    productCap: dollars(4_000),
    answersAfterSeconds: 3,
    approvalDays: 30,
  },
  {
    code: "cedar-lease",
    lenderCode: "cedar",
    lender: "Cedar Point Finance",
    method: "lease",
    conditions: ["new"],
    tiers: [
      {
        name: "Lease one",
        minScore: 700,
        maxMoneyFactor: ppm(2_100),
        ...leaseLimits(105, 65_000, 15),
        stips: ["insurance"],
      },
      {
        name: "Lease two",
        minScore: 640,
        maxMoneyFactor: ppm(3_000),
        ...leaseLimits(100, 45_000, 13),
        stips: ["income", "insurance"],
      },
    ],
    minAmount: dollars(10_000),
    maxVehicleAgeYears: 0,
    maxMileage: 1_000,
    terms: [{ upToAgeYears: 0, maxMonths: 36 }],
    productCap: dollars(2_500),
    answersAfterSeconds: 8,
    approvalDays: 30,
  },
];
