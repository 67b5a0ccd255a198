import { z } from "zod";
import type { TaxComponent, TaxRule } from "#machines/desking/taxes-and-fees";
import type { WorksheetInputs } from "#machines/desking/worksheet";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { ppmFromPercent } from "#machines/money/rate";

/** The files name things their own way; this turns their deals into the worksheet's inputs. */

const amount = z.number().int().default(0).transform(cents);
const percent = z.string().transform(ppmFromPercent);
const optionalAmount = z.number().int().transform(cents).optional();

const component = z.strictObject({
  name: z.string(),
  rate_pct: percent.optional(),
  bands: z.array(z.strictObject({ from: amount, rate_pct: percent })).optional(),
  band_basis: z.enum(["before_trade", "after_trade"]).optional(),
  before_trade: z.boolean().optional(),
  floor: optionalAmount,
  width: optionalAmount,
  max: optionalAmount,
  min: optionalAmount,
});

export const tradeCreditVector = z.union([
  z.enum(["full", "none"]),
  z.strictObject({ cap: z.number().transform(cents) }),
]);
export const tradeVector = z.strictObject({ allowance: amount, payoff: amount }).nullish();

export const dealVector = z.strictObject({
  selling_price: amount,
  accessories: amount,
  doc_fee: amount,
  government_fees: amount,
  products: z.array(z.strictObject({ code: z.string(), price: amount, taxable: z.boolean() })).default([]),
  cash_down: amount,
  rebate: amount,
  trade: tradeVector,
  prepaid_finance_charge: z.strictObject({ amount, financed: z.boolean() }).nullish(),
  tax: z.strictObject({
    trade_credit: tradeCreditVector,
    rebate_taxable: z.boolean(),
    doc_fee_taxable: z.boolean(),
    components: z.array(component),
  }),
});

export const loanVector = z.strictObject({
  contract_date: z.string().transform(plainDate),
  first_payment_date: z.string().transform(plainDate),
  term_months: z.number().int(),
  rate_pct: z.string(),
  payment_method: z.enum(["actuarial_30", "odd_days_365", "simple_365"]),
  final_payment: z.enum(["equal", "adjusted"]),
  deal: dealVector,
});

const aDay = plainDate("2026-01-01");

export function dealInputs(deal: z.output<typeof dealVector>): Omit<WorksheetInputs, "contractDate" | "finance"> {
  return {
    price: {
      msrp: deal.selling_price,
      sellingPrice: deal.selling_price,
      addOns: [{ code: "accessories", name: "Accessories", price: deal.accessories, taxable: true }],
      docFee: deal.doc_fee,
      governmentFees: [{ code: "government", name: "Government fees", amount: deal.government_fees }],
      rebates: [{ code: "rebate", name: "Rebate", amount: deal.rebate }],
    },
    tax: taxRule(deal.tax),
    trades: deal.trade ? [deal.trade] : [],
    products: deal.products.map((product) => ({ ...product, name: product.code })),
    cashDown: deal.cash_down,
    method: "finance",
    lease: null,
  };
}

export function loanInputs(loan: z.output<typeof loanVector>): WorksheetInputs {
  return {
    ...dealInputs(loan.deal),
    contractDate: loan.contract_date,
    finance: {
      termMonths: loan.term_months,
      contractRate: ppmFromPercent(loan.rate_pct),
      firstPaymentDate: loan.first_payment_date,
      paymentMethod: loan.payment_method,
      finalPayment: loan.final_payment,
      prepaidFinanceCharge: loan.deal.prepaid_finance_charge ?? null,
    },
  };
}

function taxRule(tax: z.output<typeof dealVector>["tax"]): TaxRule {
  return {
    id: "vector",
    version: "1",
    jurisdiction: "vector",
    name: "vector",
    source: "vector",
    status: "verified",
    validFrom: aDay,
    validTo: null,
    components: tax.components.map(taxComponent),
    tradeCredit: tax.trade_credit,
    rebateTaxable: tax.rebate_taxable,
    docFeeTaxable: tax.doc_fee_taxable,
    lease: {
      method: "none",
      ratePpm: ppmFromPercent("0"),
      reductionCashTaxable: false,
      reductionRebateTaxable: false,
      reductionTradeTaxable: false,
      capitalized: false,
      taxOnTax: false,
    },
  };
}

function taxComponent(vector: z.output<typeof component>): TaxComponent {
  const { name, rate_pct, bands, band_basis, before_trade = false, ...bounds } = vector;
  const shared = { name, beforeTrade: before_trade, ...bounds };
  if (bands === undefined) return { ...shared, ratePpm: rate_pct ?? ppmFromPercent("0") };
  return {
    ...shared,
    bands: bands.map((band) => ({ from: band.from, ratePpm: band.rate_pct })),
    bandBasis: band_basis === "after_trade" ? "afterTrade" : "beforeTrade",
  };
}
