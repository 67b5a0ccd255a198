import { z } from "zod";
import type { LeaseDealTerms } from "#machines/desking/lease-deal";
import { cents } from "#machines/money/cents";
import { Exact } from "#machines/money/exact-decimal";
import { rateOfPercent } from "#machines/money/rate";
import { tradeCreditVector, tradeVector } from "./vector-deals";

const amount = z.number().int().default(0).transform(cents);

const modes = {
  monthly: "monthly",
  one_pay_mf: "onePayMoneyFactor",
  one_pay_pv: "onePayPresentValue",
} as const;

const taxMethods = {
  monthly: "monthly",
  total_payments_upfront: "totalPaymentsUpfront",
  selling_price: "sellingPrice",
  gross_cap: "grossCap",
  none: "none",
} as const;

const keysOf = <Key extends string>(table: Record<Key, string>) => z.enum(Object.keys(table) as [Key, ...Key[]]);

export const leaseVector = z.strictObject({
  mode: keysOf(modes),
  msrp: amount,
  selling_price: amount,
  residual_pct: z.string(),
  residual_rounding: z.enum(["dollar", "cent"]),
  money_factor: z.string(),
  term_months: z.number().int(),
  fees: z.array(z.strictObject({ code: z.string(), amount, capitalized: z.boolean(), taxable_upfront: z.boolean() })),
  cap_adds: z.array(z.strictObject({ code: z.string(), amount })),
  trade: tradeVector,
  cash_ccr: amount,
  rebate: amount,
  security_deposit: amount,
  disposition_fee: amount,
  tax: z.strictObject({
    method: keysOf(taxMethods),
    rate_pct: z.string(),
    ccr_cash_taxable: z.boolean(),
    ccr_rebate_taxable: z.boolean(),
    ccr_trade_taxable: z.boolean(),
    capitalized: z.boolean(),
    tax_on_tax: z.boolean(),
    trade_credit: tradeCreditVector,
    rebate_taxable: z.boolean(),
    doc_fee_taxable: z.boolean(),
  }),
  msd: z.strictObject({ count: z.number(), mf_reduction_each: z.string(), round_up_to: amount }).nullish(),
});

export function leaseTerms(lease: z.output<typeof leaseVector>): LeaseDealTerms {
  const { tax, msd } = lease;
  return {
    mode: modes[lease.mode],
    msrp: lease.msrp,
    sellingPrice: lease.selling_price,
    residualRate: rateOfPercent(lease.residual_pct),
    residualRounding: lease.residual_rounding,
    moneyFactor: new Exact(lease.money_factor),
    termMonths: lease.term_months,
    fees: lease.fees.map(({ taxable_upfront, ...fee }) => ({ ...fee, taxableUpfront: taxable_upfront })),
    capAdds: lease.cap_adds,
    trades: lease.trade ? [lease.trade] : [],
    cashReduction: lease.cash_ccr,
    rebate: lease.rebate,
    securityDeposit: lease.security_deposit,
    dispositionFee: lease.disposition_fee,
    multipleSecurityDeposits: msd && {
      count: msd.count,
      moneyFactorReductionEach: msd.mf_reduction_each,
      roundUpTo: msd.round_up_to,
    },
    tax: {
      method: taxMethods[tax.method],
      rate: rateOfPercent(tax.rate_pct),
      reductionCashTaxable: tax.ccr_cash_taxable,
      reductionRebateTaxable: tax.ccr_rebate_taxable,
      reductionTradeTaxable: tax.ccr_trade_taxable,
      capitalized: tax.capitalized,
      taxOnTax: tax.tax_on_tax,
      tradeCredit: tax.trade_credit,
      rebateTaxable: tax.rebate_taxable,
      docFeeTaxable: tax.doc_fee_taxable,
    },
  };
}
