import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import type { Authority, RoleLimits } from "#machines/store/authority";
import type { FniProduct, StorePolicy } from "#machines/store/store-policy";
import type { TaxRule } from "#machines/desking/taxes-and-fees";
import { cents, noCents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";

const dollars = (amount: number) => cents(Math.round(amount * 100));
const percent = (rate: number) => ppm(Math.round(rate * 10_000));

/** Rates by credit band, from the best one's: each band below costs a little more. */
const byBand = (best: number) => ({
  excellent: percent(best),
  good: percent(best + 1.25),
  fair: percent(best + 3.5),
  rebuilding: percent(best + 7),
});

const lakesideTax: TaxRule = {
  id: "lakeside",
  version: "2026-01",
  jurisdiction: "Lakeside",
  name: "Lakeside, demo rule",
  source: "demo",
  status: "demo",
  validFrom: plainDate("2026-01-01"),
  validTo: null,
  components: [{ name: "stateAndLocal", ratePpm: ppm(72_500) }],
  tradeCredit: "full",
  rebateTaxable: true,
  docFeeTaxable: true,
  lease: {
    method: "monthly",
    ratePpm: ppm(72_500),
    reductionCashTaxable: true,
    reductionRebateTaxable: true,
    reductionTradeTaxable: false,
    capitalized: false,
    taxOnTax: false,
  },
};

/** A product anybody may buy on any deal, unless the test says otherwise. */
export function aProduct(
  product: Partial<Omit<FniProduct, "eligibility">> & { eligibility?: Partial<FniProduct["eligibility"]> } = {},
): FniProduct {
  return {
    code: "vscPlus",
    kind: "vsc",
    provider: "Harbour Protection",
    taxable: false,
    options: [
      {
        code: "y6m75",
        termMonths: 72,
        miles: 75_000,
        deductible: dollars(100),
        price: dollars(2_190),
        cost: dollars(1_180),
      },
    ],
    ...product,
    eligibility: {
      methods: ["cash", "finance", "lease"],
      conditions: ["new", "certified", "used"],
      maxMileage: null,
      maxAgeYears: null,
      notFuels: [],
      minLoanToValue: null,
      ...product.eligibility,
    },
  };
}

const catalog: FniProduct[] = [
  aProduct({
    options: [
      {
        code: "y6m75",
        termMonths: 72,
        miles: 75_000,
        deductible: dollars(100),
        price: dollars(2_190),
        cost: dollars(1_180),
      },
      {
        code: "y8m100",
        termMonths: 96,
        miles: 100_000,
        deductible: dollars(100),
        price: dollars(2_790),
        cost: dollars(1_540),
      },
    ],
  }),
  aProduct({
    code: "gap",
    kind: "gap",
    eligibility: { methods: ["finance"], minLoanToValue: ppm(800_000) },
    options: [{ code: "term", termMonths: 0, miles: 0, deductible: noCents, price: dollars(795), cost: dollars(310) }],
  }),
  aProduct({
    code: "tireWheel",
    kind: "tireAndWheel",
    taxable: true,
    options: [{ code: "y5", termMonths: 60, miles: 0, deductible: noCents, price: dollars(899), cost: dollars(410) }],
  }),
  aProduct({
    code: "oilPlan",
    kind: "maintenance",
    eligibility: { notFuels: ["electric"] },
    options: [
      { code: "y3", termMonths: 36, miles: 36_000, deductible: noCents, price: dollars(649), cost: dollars(330) },
    ],
  }),
  aProduct({
    code: "leaseWear",
    kind: "leaseWear",
    eligibility: { methods: ["lease"] },
    options: [{ code: "term", termMonths: 36, miles: 0, deductible: noCents, price: dollars(695), cost: dollars(290) }],
  }),
];

/** A salesperson to $500, 72 months and the table's rate; managers farther. A test overrides a role's limits. */
export function anAuthority(rows: { [Row in keyof Authority]?: Partial<RoleLimits> } = {}): Authority {
  const salesperson: RoleLimits = {
    discount: dollars(500),
    longestTermMonths: 72,
    rateBelowTable: percent(0),
    rateAboveTable: percent(0),
    docFeeWaiver: noCents,
  };
  const manager: RoleLimits = {
    discount: dollars(2_500),
    longestTermMonths: 96,
    rateBelowTable: percent(2),
    rateAboveTable: percent(2),
    docFeeWaiver: dollars(367.7),
  };
  return {
    salesperson: { ...salesperson, ...rows.salesperson },
    salesManager: { ...manager, ...rows.salesManager },
    fniManager: { ...manager, ...rows.fniManager },
    generalManager: { ...manager, ...rows.generalManager },
  };
}

/** Lakeside Motors. A test overrides only what it is about. */
export function aStorePolicy(policy: Partial<StorePolicy> = {}): StorePolicy {
  const open = { opens: "09:00", closes: "20:00" };
  const term = (termMonths: number, best: number) => ({
    termMonths,
    contractRate: byBand(best),
    buyRate: byBand(best - 1),
  });
  const lease = (termMonths: number, milesPerYear: number, best: number) => ({
    termMonths,
    milesPerYear,
    moneyFactor: {
      excellent: ppm(best),
      good: ppm(best + 400),
      fair: ppm(best + 1_100),
      rebuilding: ppm(best + 2_000),
    },
  });
  return {
    version: 1,
    rooftopId: "lakeside",
    name: "Lakeside Motors",
    phone: "(555) 010-0142",
    email: "hello@lakeside.example",
    timeZone: "America/Chicago",
    address: { street: "210 Shore Road", city: "Lakeside", region: "IL", postcode: "60601" },
    hours: [null, open, open, open, open, open, { opens: "09:00", closes: "18:00" }],
    closedDates: [],
    tax: lakesideTax,
    docFee: dollars(367.7),
    governmentFees: [
      { code: "title", name: "Title", amount: dollars(165) },
      { code: "plates", name: "License plates", amount: dollars(151) },
    ],
    creditBands: [
      { code: "excellent", minScore: 740, maxScore: 850 },
      { code: "good", minScore: 670, maxScore: 739 },
      { code: "fair", minScore: 600, maxScore: 669 },
      { code: "rebuilding", minScore: 300, maxScore: 599 },
    ],
    retailTerms: [term(48, 4.99), term(60, 5.49), term(72, 5.99), term(84, 6.79)],
    leaseTerms: [
      lease(36, 10_000, 1_850),
      lease(36, 12_000, 1_850),
      lease(36, 15_000, 1_900),
      lease(48, 12_000, 2_000),
    ],
    leaseFees: { acquisition: dollars(695), disposition: dollars(395), securityDeposit: noCents },
    gridCashDown: [dollars(1_500), dollars(3_000), dollars(4_500), dollars(6_000)],
    fniCatalog: catalog,
    deposit: { amount: dollars(500), holdHours: 72, termsVersion: "deposit-2026-01" },
    delivery: {
      slotMinutes: 60,
      lanes: 2,
      leadHours: 24,
      daysAhead: 14,
      rescheduleCutoffHours: 12,
      distanceBands: [
        { upToMiles: 15, fee: noCents },
        { upToMiles: 40, fee: dollars(149) },
      ],
      milesByPostcode: [
        { prefix: "606", miles: 8 },
        { prefix: "60", miles: 28 },
      ],
    },
    tradeAuthority: { appraiser: dollars(500), salesManager: dollars(2_000), adjustment: dollars(1_500) },
    offerValidDays: 7,
    priceGuaranteeDays: 7,
    authority: anAuthority(),
    reserve: null,
    minimumCashDown: dollars(1_500),
    rateCapOverBuyRate: percent(2),
    stageMinutes: { vehicle: 24, trade: 34, finance: 30, fni: 35, deposit: 5, delivery: 12 },
    ...policy,
  };
}

/** A new Norden Vista Hybrid in lake blue at $36,995. */
export function aVehicle(vehicle: Partial<VehicleSnapshot> = {}): VehicleSnapshot {
  const residual = (termMonths: number, milesPerYear: number, share: number) => ({
    termMonths,
    milesPerYear,
    residualRate: percent(share),
  });
  return {
    stockNumber: "V2601",
    vin: "1N9VH26X0TL000142",
    condition: "new",
    year: 2026,
    make: "Norden",
    model: "Vista Hybrid",
    trim: "XL",
    body: "suv",
    fuel: "hybrid",
    drivetrain: "awd",
    colour: "lake",
    interior: "dark",
    mileage: 12,
    msrp: dollars(38_450),
    advertisedPrice: dollars(36_995),
    priceGoodThrough: plainDate("2026-12-05"),
    addOns: [],
    incentives: [
      { code: "customerCash", name: "Norden customer cash", amount: dollars(1_000), eligibility: "everyone" },
      { code: "military", name: "Norden military thanks", amount: dollars(500), eligibility: "military" },
      { code: "graduate", name: "Norden graduate bonus", amount: dollars(400), eligibility: "graduate" },
    ],
    residuals: [residual(36, 10_000, 58), residual(36, 12_000, 57), residual(36, 15_000, 55), residual(48, 12_000, 48)],
    cost: {
      invoice: dollars(35_900),
      vehicleCost: dollars(35_480),
      pack: dollars(300),
      recon: noCents,
      holdback: dollars(1_150),
    },
    ...vehicle,
  };
}
