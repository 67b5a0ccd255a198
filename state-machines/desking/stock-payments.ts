import { type Cents, cents, minus, noCents, plus } from "../money/cents";
import { Exact, roundToCents } from "../money/exact-decimal";
import type { PlainDate } from "../money/plain-date";
import { type Ppm, rateOf, shareOf } from "../money/rate";
import { dealFigures } from "./deal-figures";
import { deskingLimits } from "./desking-limits";
import { leaseDealTerms, leaseTaxRefusal, leaseTermsRefusal } from "./lease-column";
import { exactBasePayment, leasePayment, type LeaseStructure } from "./lease-payment";
import { periodicLeaseTax, taxIsCapitalized } from "./lease-tax";
import { productTotals } from "./fni-products";
import { periodGrowth } from "./period-growth";
import { annuity, levelPayment } from "./retail-payment";
import { type SaleTaxRule, type TaxedSale, vehicleTax } from "./taxes-and-fees";
import { greatestWithin } from "./tight-search";
import type { Trade, TradePosition } from "./trade-equity";
import type { FinanceTerms, WorksheetInputs } from "./worksheet-inputs";

/** The payments of one loan's terms over every amount that could be borrowed: what a whole stock is ordered by. */
export interface FinanceLadder {
  paymentOf(principal: Cents): Cents;
  /** The most that can be borrowed for this payment; null when not even the smallest contract fits. */
  mostPrincipalWithin(payment: Cents): Cents | null;
}

/**
 * "At one rate and term a payment rises with what is borrowed": so a stock is put in order by its balances, and a
 * payment becomes one balance, found once by bisection on the exact engine. Nothing is inverted and nothing scaled.
 */
export function financeLadder(terms: FinanceTerms, contractDate: PlainDate): FinanceLadder {
  const months = annuity(periodGrowth(terms.paymentMethod, rateOf(terms.contractRate), { ...terms, contractDate }));
  const paymentOf = (principal: Cents) => levelPayment(principal, months);
  const { smallestAmountFinanced, amount } = deskingLimits;
  return {
    paymentOf,
    mostPrincipalWithin(payment) {
      const found = greatestWithin((at) => paymentOf(cents(at)), payment, smallestAmountFinanced, amount);
      return found === null ? null : cents(found);
    },
  };
}

/** Nothing stated by hand: a vehicle on a list has no manager's amounts. */
type BalanceInputs = Pick<WorksheetInputs, "price" | "products" | "tax">;

/** What of a vehicle's balance no trade moves, and what its tax is worked on. */
export interface BalanceBasis {
  tax: SaleTaxRule;
  sale: Omit<TaxedSale, "allowances">;
  /** The balance without a trade and without tax. */
  untaxed: Cents;
  /** The balance without a trade. */
  untraded: Cents;
}

export function balanceBasis(inputs: BalanceInputs): BalanceBasis {
  const { price, tax, balanceBeforeCash } = dealFigures({ ...inputs, trades: [] });
  const { sellingPrice, taxableAddOns, docFee, rebates } = price;
  return {
    tax: inputs.tax,
    sale: {
      vehicle: plus(sellingPrice, taxableAddOns),
      docFee,
      products: productTotals(inputs.products).taxable,
      rebates,
    },
    untaxed: minus(balanceBeforeCash, tax.total),
    untraded: balanceBeforeCash,
  };
}

/**
 * The balance that a vehicle leaves to be financed, cash down not yet counted: dealFigures with another trade.
 *
 *     balance = the balance without trade and tax + the tax with the trade + deficit − equity of the trades
 */
export function balanceFrom({ tax, sale, untaxed, untraded }: BalanceBasis, position: TradePosition): Cents {
  if (position.allowances.length === 0) return untraded;
  const { vehicle, docFee, products, rebates } = sale;
  const owed = vehicleTax(tax, { vehicle, docFee, products, rebates, allowances: position.allowances }).total;
  return minus(plus(untaxed, owed, position.negativeEquity), position.positiveEquity);
}

/** What a lease's payment is made of for one vehicle and one row of the lessor's table, before cash and trade. */
export interface LeaseBasis {
  structure: LeaseStructure;
  /** Gross cap cost without tax in it and without a trade's deficit. */
  gross: Cents;
  rebates: Cents;
  residual: Cents;
  /** The one rate on each payment; null where payments are taxed otherwise, or not. */
  paymentRate: Ppm | null;
  /** Cash and trade move the payment in a straight line: no tax is rolled into the lease. */
  isStraight: boolean;
}

export function leaseBasis(inputs: WorksheetInputs): LeaseBasis | null {
  const { lease, tax } = inputs;
  if (!lease || leaseTermsRefusal(lease) || leaseTaxRefusal(tax)) return null;
  const plain: WorksheetInputs = { ...inputs, trades: [], cashDown: noCents };
  const figures = dealFigures(plain);
  const structure = leaseDealTerms(plain, lease, figures);
  const worked = leasePayment(structure);
  return {
    structure,
    gross: minus(worked.grossCapCost, worked.capitalizedTax),
    rebates: figures.price.rebates,
    residual: worked.residual,
    paymentRate: tax.lease.method === "monthly" && tax.lease.parts === undefined ? tax.lease.ratePpm : null,
    isStraight:
      structure.mode === "monthly" &&
      !taxIsCapitalized(structure.tax) &&
      !structure.multipleSecurityDeposits &&
      !inputs.taxOverrides?.length,
  };
}

/** What does not differ from vehicle to vehicle. */
export interface LeaseOffers {
  moneyFactor: Ppm;
  cash: Cents;
  trades: Trade[];
  position: TradePosition;
}

/** A base payment this near to half a cent is rounded by the exact arithmetic alone; doubles err a millionth of it. */
const TOO_NEAR_TO_TELL = 1e-6;

/**
 * The total lease payment at this money factor, cash and trade; null when nothing is left to depreciate.
 *
 *     adjusted = gross + deficit of the trades − cash − rebates − equity of the trades
 *     base     = (adjusted − residual) ÷ n + (adjusted + residual) × money factor, rounded; see leasePayment
 *
 * In ordinary numbers where they cannot round otherwise than the exact ones, in exact ones where they could, and by the
 * whole lease where tax is in its own base: the same cents as leasePayment in every case.
 */
export function leasePaymentFrom(
  basis: LeaseBasis,
  { moneyFactor, cash, trades, position }: LeaseOffers,
): Cents | null {
  const { structure, residual } = basis;
  if (!basis.isStraight) {
    const worked = leasePayment({ ...structure, trades, cashReduction: cash, moneyFactor: rateOf(moneyFactor) });
    return worked.depreciation <= 0 || worked.basePayment <= 0 ? null : worked.totalPayment;
  }
  const gross = plus(basis.gross, position.negativeEquity);
  const adjusted = minus(gross, cash, basis.rebates, position.positiveEquity);
  if (adjusted <= residual) return null;
  const { termMonths, tax } = structure;
  const near = (adjusted - residual) / termMonths + ((adjusted + residual) * moneyFactor) / 1_000_000;
  const down = Math.floor(near);
  const isTold = Math.abs(near - down - 0.5) > TOO_NEAR_TO_TELL;
  const base = isTold
    ? cents(near - down > 0.5 ? down + 1 : down)
    : roundToCents(
        exactBasePayment({
          mode: "monthly",
          adjustedCapCost: new Exact(adjusted),
          residual,
          termMonths,
          moneyFactor: rateOf(moneyFactor),
        }),
      );
  if (base <= 0) return null;
  return plus(base, basis.paymentRate === null ? periodicLeaseTax(base, tax) : shareOf(base, basis.paymentRate));
}
