import { paymentGrid } from "#machines/desking/payment-grid";
import { worksheet, type WorksheetInputs } from "#machines/desking/worksheet";
import { cents, noCents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";

/** A deal with everything on it: three taxes, add-ons, fees, rebates, products, two trades and a prepaid charge. */
const fullDeal: WorksheetInputs = {
  contractDate: plainDate("2026-11-28"),
  price: {
    msrp: cents(3_845_000),
    sellingPrice: cents(3_699_500),
    addOns: [{ code: "mats", name: "Mats", price: cents(24_900), taxable: true }],
    docFee: cents(36_770),
    governmentFees: [
      { code: "title", name: "Title", amount: cents(16_500) },
      { code: "plates", name: "Plates", amount: cents(15_100) },
    ],
    rebates: [{ code: "cash", name: "Customer cash", amount: cents(100_000) }],
  },
  tax: {
    id: "bench",
    version: "1",
    jurisdiction: "bench",
    name: "Three components",
    source: "bench",
    status: "demo",
    validFrom: plainDate("2026-01-01"),
    validTo: null,
    components: [
      { name: "state", ratePpm: ppm(70_000) },
      { name: "local", ratePpm: ppm(22_500), width: cents(160_000) },
      { name: "singleArticle", ratePpm: ppm(27_500), floor: cents(160_000), width: cents(160_000) },
    ],
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
  },
  trades: [
    { allowance: cents(1_450_000), payoff: cents(918_000) },
    { allowance: cents(300_000), payoff: noCents },
  ],
  products: [
    { code: "vsc", name: "Service contract", price: cents(219_000), taxable: false },
    { code: "tires", name: "Tire and wheel", price: cents(69_900), taxable: true },
  ],
  cashDown: cents(300_000),
  method: "finance",
  finance: {
    termMonths: 72,
    contractRate: ppm(54_900),
    firstPaymentDate: plainDate("2027-01-11"),
    paymentMethod: "actuarial_30",
    finalPayment: "equal",
    prepaidFinanceCharge: { amount: cents(25_000), financed: true },
  },
  lease: {
    termMonths: 36,
    milesPerYear: 10_000,
    residualRate: ppm(580_000),
    moneyFactor: ppm(2_100),
    acquisitionFee: cents(69_500),
    dispositionFee: cents(39_500),
    securityDeposit: noCents,
  },
};

const daily: WorksheetInputs = {
  ...fullDeal,
  finance: { ...fullDeal.finance, paymentMethod: "simple_365", finalPayment: "adjusted", termMonths: 84 },
};

const terms = [48, 60, 72].map((termMonths) => ({ ...fullDeal.finance, termMonths }));
const downs = [150_000, 300_000, 450_000].map(cents);
/** Another price for each call, so that no two calls are the same calculation. */
const at = (deal: WorksheetInputs, call: number): WorksheetInputs => ({
  ...deal,
  price: { ...deal.price, sellingPrice: cents(deal.price.sellingPrice + (call % 5_000) * 7) },
});

/** What is timed, with the most it may take by the median, in milliseconds. */
export const numbersBench = [
  { name: "full worksheet with APR", most: 1, call: (index: number) => worksheet(at(fullDeal, index)) },
  { name: "the same, daily interest, 84 months", most: 1, call: (index: number) => worksheet(at(daily, index)) },
  { name: "3 × 3 payment grid", most: 8, call: (index: number) => paymentGrid(at(fullDeal, index), terms, downs) },
];
