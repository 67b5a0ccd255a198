import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm, ppmFromPercent } from "#machines/money/rate";
import { storePolicySchema, type StorePolicy } from "#machines/store/store-policy";
import { fniCatalog } from "./fni-catalog";
import { creditBands, leaseFees, leaseTerms, retailTerms } from "./lending-tables";

export const lakesideId = "lakeside";

const dollars = (amount: number) => cents(Math.round(amount * 100));

/** Illinois-like and invented: 6.25 % to the state and 1 % to the town, each rounded by itself. */
const lakesideTax: StorePolicy["tax"] = {
  id: "lakeside-demo",
  version: "2026-01",
  jurisdiction: "Lakeside",
  name: "Lakeside demo tax",
  source: "Invented for the demo store; not the law of any place.",
  status: "demo",
  validFrom: plainDate("2020-01-01"),
  validTo: null,
  components: [
    { name: "state", ratePpm: ppmFromPercent("6.25") },
    { name: "local", ratePpm: ppmFromPercent("1.00") },
  ],
  tradeCredit: "full",
  rebateTaxable: true,
  docFeeTaxable: true,
  lease: {
    method: "monthly",
    ratePpm: ppmFromPercent("7.25"),
    reductionCashTaxable: true,
    reductionRebateTaxable: true,
    reductionTradeTaxable: false,
    capitalized: false,
    taxOnTax: false,
  },
};

/** Postcodes beginning 621 are given to no real town: the store and its neighbours live there. */
const milesByPostcode: StorePolicy["delivery"]["milesByPostcode"] = [
  { prefix: "62104", miles: 3 },
  { prefix: "6210", miles: 8 },
  { prefix: "6211", miles: 14 },
  { prefix: "6212", miles: 27 },
  { prefix: "6213", miles: 38 },
  { prefix: "6214", miles: 55 },
  { prefix: "621", miles: 72 },
  { prefix: "620", miles: 64 },
  { prefix: "622", miles: 78 },
  { prefix: "62", miles: 110 },
  { prefix: "60", miles: 190 },
];

/** The floor writes usual deals; what a manager decides alone grows with what it may cost. */
const authority: StorePolicy["authority"] = {
  salesperson: {
    discount: dollars(500),
    longestTermMonths: 72,
    rateBelowTable: ppm(0),
    rateAboveTable: ppm(0),
    docFeeWaiver: dollars(0),
  },
  salesManager: {
    discount: dollars(3_000),
    longestTermMonths: 84,
    rateBelowTable: ppmFromPercent("0.50"),
    rateAboveTable: ppmFromPercent("0.50"),
    docFeeWaiver: dollars(200),
  },
  fniManager: {
    discount: dollars(3_000),
    longestTermMonths: 84,
    rateBelowTable: ppmFromPercent("2.00"),
    rateAboveTable: ppmFromPercent("2.00"),
    docFeeWaiver: dollars(200),
  },
  generalManager: {
    discount: dollars(6_000),
    longestTermMonths: 84,
    rateBelowTable: ppmFromPercent("2.00"),
    rateAboveTable: ppmFromPercent("2.00"),
    docFeeWaiver: dollars(367.7),
  },
};

/** Invented: three quarters of what the rate over the lender's brings, less for the longest contracts. */
const reserve: NonNullable<StorePolicy["reserve"]> = {
  method: "financeChargeDifference",
  flatShare: ppm(0),
  dealerSplit: ppmFromPercent("75"),
  maxReserve: dollars(2_500),
  markupCaps: [
    { upToMonths: 72, maxMarkup: ppmFromPercent("2.00") },
    { upToMonths: 84, maxMarkup: ppmFromPercent("2.00") },
  ],
  rateCeiling: null,
};

const weekday = { opens: "09:00", closes: "20:00" };

/** The policy of the demo store. Parsed here, so that a slip in the tables stops the seed and not a deal. */
export const lakesidePolicy: StorePolicy = storePolicySchema.parse({
  version: 1,
  rooftopId: lakesideId,
  name: "Lakeside Motors",
  phone: "(217) 555-0142",
  email: "hello@lakeside-motors.example",
  timeZone: "America/Chicago",
  address: { street: "2140 Harbor Road", city: "Lakeside", region: "IL", postcode: "62104" },
  hours: [null, weekday, weekday, weekday, weekday, weekday, { opens: "09:00", closes: "18:00" }],
  closedDates: ["2026-11-26", "2026-12-25", "2027-01-01", "2027-05-31", "2027-07-05", "2027-11-25"],
  tax: lakesideTax,
  docFee: dollars(367.7),
  governmentFees: [
    { code: "title", name: "Title", amount: dollars(165) },
    { code: "registration", name: "Registration", amount: dollars(122) },
    { code: "plates", name: "License plates", amount: dollars(29) },
  ],
  creditBands,
  retailTerms,
  leaseTerms,
  leaseFees,
  financeOptions: {
    firstPaymentMonths: [2, 3],
    balloonShares: [ppm(250_000)],
    securityDeposits: { counts: [4, 9], moneyFactorReductionEach: "0.00005", roundUpTo: dollars(25) },
  },
  handover: {
    prepHours: { new: 1, certified: 2, used: 2 },
    drivers: 1,
    minutesPerMile: 2,
    spotDelivery: true,
    testDrive: { minutes: 30, lanes: 2, leadMinutes: 60, homeMiles: 15 },
  },
  returns: [
    {
      code: "sevenDays",
      kind: "voluntary",
      name: "Lakeside 7-day return",
      days: 7,
      miles: 400,
      restocking: null,
      perMile: dollars(1),
      freeMiles: 250,
      conditions: ["new", "certified", "used"],
      methods: ["cash", "finance"],
      highestPrice: null,
    },
  ],
  gridCashDown: [1_500, 3_000, 4_500, 6_000].map(dollars),
  fniCatalog,
  deposit: { amount: dollars(500), holdHours: 72, termsVersion: "deposit-2026-10" },
  delivery: {
    slotMinutes: 60,
    lanes: 2,
    leadHours: 4,
    daysAhead: 14,
    rescheduleCutoffHours: 12,
    distanceBands: [
      { upToMiles: 15, fee: dollars(0) },
      { upToMiles: 40, fee: dollars(99) },
      { upToMiles: 80, fee: dollars(249) },
    ],
    milesByPostcode,
  },
  tradeAuthority: { appraiser: dollars(500), salesManager: dollars(2_000), adjustment: dollars(1_500) },
  offerValidDays: 7,
  priceGuaranteeDays: 7,
  authority,
  minimumCashDown: dollars(0),
  rateCapOverBuyRate: ppm(20_000),
  reserve,
  stageMinutes: { vehicle: 24, trade: 34, finance: 22, fni: 35, deposit: 5, delivery: 40 },
});
