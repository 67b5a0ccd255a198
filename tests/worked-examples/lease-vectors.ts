import { z } from "zod";
import { type DealerReserve, dealerReserve } from "#machines/desking/dealer-reserve";
import { adjustedCapCost, capCostReduction, leaseResidual } from "#machines/desking/adjusted-cap-cost";
import { leaseDeal } from "#machines/desking/lease-deal";
import { implicitLeaseRate, leaseDueAtSigning } from "#machines/desking/lease-due-at-signing";
import { exactBasePayment } from "#machines/desking/lease-payment";
import { type LeaseTaxTerms, periodicLeaseTax } from "#machines/desking/lease-tax";
import { cents, minus, noCents, plus, times } from "#machines/money/cents";
import { Exact, roundToCents } from "#machines/money/exact-decimal";
import { rateOfPercent } from "#machines/money/rate";
import { type Expected, sameFigures } from "./vector-figures";
import { leaseTerms, leaseVector } from "./vector-leases";

export function checkLease(input: unknown, expected: Expected) {
  const terms = leaseTerms(leaseVector.parse(input));
  const lease = leaseDeal(terms);
  const isMonthly = terms.mode === "monthly";
  const implicit = isMonthly ? implicitLeaseRate({ ...terms, ...lease }) : null;
  sameFigures(
    {
      residual: lease.residual,
      effective_money_factor: lease.effectiveMoneyFactor.toString(),
      gross_cap_cost: lease.grossCapCost,
      cap_cost_reduction: lease.capCostReduction,
      adjusted_cap_cost: lease.adjustedCapCost,
      capitalized_tax: lease.capitalizedTax,
      upfront_tax: lease.upfrontTax,
      depreciation: lease.depreciation,
      rent_charge: lease.rentCharge,
      total_of_base_payments: lease.totalOfBasePayments,
      base_payment: lease.basePayment,
      periodic_tax: lease.periodicTax,
      total_payment: lease.totalPayment,
      number_of_payments: lease.numberOfPayments,
      refundable_deposit: lease.refundableDeposit,
      amount_due_at_signing: lease.amountDueAtSigning,
      paid_by_net_trade: lease.paidByNetTrade,
      paid_by_rebate: lease.paidByRebate,
      paid_in_cash: lease.paidInCash,
      total_of_periodic_payments: lease.totalOfPeriodicPayments,
      total_of_payments: lease.totalOfPayments,
      implicit_rate_pct: implicit?.toFixed(8),
      mf_times_2400_pct: lease.effectiveMoneyFactor.times(2400).toFixed(4),
    },
    expected,
  );
}

const stated = z.number().int().transform(cents);
const publishedLease = z.strictObject({
  msrp: stated.default(noCents),
  selling_price: stated.optional(),
  agreed_value: stated.optional(),
  gross_cap_cost: stated.optional(),
  capitalized_fees: stated.default(noCents),
  cash_ccr: stated.default(noCents),
  cap_cost_reduction: stated.optional(),
  rebate: stated.default(noCents),
  residual: stated.optional(),
  residual_pct: z.string().default("0"),
  money_factor: z.string().default("0"),
  term_months: z.number(),
  rate_pct: z.string().default("0"),
  base_payment: stated.optional(),
  total_payment: stated.optional(),
  security_deposit: stated.default(noCents),
  title_fees: stated.default(noCents),
  registration_fees: stated.default(noCents),
  net_trade: stated.default(noCents),
  disposition_fee: stated.default(noCents),
  fees_paid_at_signing: stated.default(noCents),
});

/** Published samples state some of a lease's figures; the others follow from them by the same functions. */
export function checkPublishedLease(input: unknown, expected: Expected) {
  const given = publishedLease.parse(input);
  const price = given.selling_price ?? given.agreed_value ?? noCents;
  const gross = given.gross_cap_cost ?? plus(price, given.capitalized_fees);
  const reduction =
    given.cap_cost_reduction ??
    capCostReduction({ cash: given.cash_ccr, rebate: given.rebate, positiveEquity: given.net_trade });
  const adjusted = adjustedCapCost(gross, reduction);
  const residual = given.residual ?? leaseResidual(given.msrp, rateOfPercent(given.residual_pct), "dollar");
  const base =
    given.base_payment ??
    roundToCents(
      exactBasePayment({
        mode: "monthly",
        adjustedCapCost: new Exact(adjusted),
        residual,
        termMonths: given.term_months,
        moneyFactor: new Exact(given.money_factor),
      }),
    );
  const tax = { method: "monthly", rate: rateOfPercent(given.rate_pct) } as LeaseTaxTerms;
  const totalPayment = given.total_payment ?? plus(base, periodicLeaseTax(base, tax));
  const atSigning = [given.title_fees, given.registration_fees, given.fees_paid_at_signing];
  const signing = leaseDueAtSigning({
    capCostReduction: reduction,
    totalPayment,
    numberOfPayments: given.term_months,
    refundableDeposit: given.security_deposit,
    fees: atSigning.map((amount) => ({ code: "fee", amount, capitalized: false, taxableUpfront: false })),
    upfrontTax: noCents,
    rebate: given.rebate,
    positiveEquity: given.net_trade,
    dispositionFee: given.disposition_fee,
  });
  const depreciation = minus(adjusted, residual);
  sameFigures(
    {
      gross_cap_cost: gross,
      cap_cost_reduction: reduction,
      adjusted_cap_cost: adjusted,
      residual,
      depreciation,
      base_payment: base,
      total_payment: totalPayment,
      total_of_base_payments: times(base, given.term_months),
      rent_charge: minus(times(base, given.term_months), depreciation),
      amount_due_at_signing: signing.amountDueAtSigning,
      paid_in_cash: signing.paidInCash,
      total_of_periodic_payments: signing.totalOfPeriodicPayments,
      other_charges: given.disposition_fee,
      total_of_payments: signing.totalOfPayments,
    },
    expected,
  );
}

const reserveMethods = {
  fc_difference: "financeChargeDifference",
  pv_at_buy_rate: "presentValueAtBuyRate",
  flat: "flat",
} as const;

const reserveVector = z.strictObject({
  principal: stated,
  term_months: z.number(),
  buy_rate_pct: z.string(),
  sell_rate_pct: z.string(),
  method: z.enum(["fc_difference", "pv_at_buy_rate", "flat"]),
  flat_pct: z.string().default("0"),
  dealer_split_pct: z.string(),
  max_reserve: stated.nullable(),
  caps: z.array(z.strictObject({ up_to_months: z.number(), max_markup_pct: z.string() })),
  rate_ceiling_pct: z.string().nullable(),
});

export function checkReserve(input: unknown, expected: Expected) {
  const given = reserveVector.parse(input);
  const reserve: DealerReserve = dealerReserve(
    {
      principal: given.principal,
      termMonths: given.term_months,
      buyRate: rateOfPercent(given.buy_rate_pct),
      contractRate: rateOfPercent(given.sell_rate_pct),
    },
    {
      method: reserveMethods[given.method],
      flatShare: rateOfPercent(given.flat_pct),
      dealerSplit: rateOfPercent(given.dealer_split_pct),
      maxReserve: given.max_reserve,
      markupCaps: given.caps.map((cap) => ({
        upToMonths: cap.up_to_months,
        maxMarkup: rateOfPercent(cap.max_markup_pct),
      })),
      rateCeiling: given.rate_ceiling_pct === null ? null : rateOfPercent(given.rate_ceiling_pct),
    },
  );
  sameFigures(
    {
      max_sell_rate_pct: reserve.maxContractRate.times(100).toFixed(3),
      allowed: reserve.allowed,
      sell_payment: reserve.sellPayment,
      buy_payment: reserve.buyPayment,
      sell_finance_charge: reserve.sellFinanceCharge,
      buy_finance_charge: reserve.buyFinanceCharge,
      gross_reserve: reserve.grossReserve,
      dealer_share: reserve.dealerShare,
    },
    expected,
  );
}
