import { ppm } from "#machines/money/rate";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import type { TaxRule } from "#machines/desking/taxes-and-fees";
import type { WorksheetInputs } from "#machines/desking/worksheet";

export const lakesideTax: TaxRule = {
  id: "lakeside",
  version: "2026-01",
  jurisdiction: "Lakeside",
  name: "Lakeside, Illinois-like demo rule",
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

/** Theo's Vista Hybrid, as the sample card shows it: 573.21 a month for 60 months at 5.49 %, or leased for 294.93. */
export const theosDeal: WorksheetInputs = {
  contractDate: plainDate("2026-11-28"),
  price: {
    msrp: cents(3_845_000),
    sellingPrice: cents(3_699_500),
    addOns: [],
    docFee: cents(36_770),
    governmentFees: [
      { code: "title", name: "Title", amount: cents(16_500) },
      { code: "plates", name: "License plates", amount: cents(15_100) },
    ],
    rebates: [{ code: "customerCash", name: "Norden customer cash", amount: cents(100_000) }],
  },
  tax: lakesideTax,
  trades: [{ allowance: cents(1_450_000), payoff: cents(918_000) }],
  products: [],
  cashDown: cents(300_000),
  method: "finance",
  finance: {
    termMonths: 60,
    contractRate: ppm(54_900),
    firstPaymentDate: plainDate("2026-12-28"),
    paymentMethod: "actuarial_30",
    finalPayment: "equal",
  },
  lease: {
    termMonths: 36,
    milesPerYear: 10_000,
    residualRate: ppm(580_000),
    moneyFactor: ppm(2_100),
    acquisitionFee: cents(69_500),
    dispositionFee: cents(39_500),
    securityDeposit: cents(0),
  },
};
