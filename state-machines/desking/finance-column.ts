import { type Cents, minus, noCents, plus } from "../money/cents";
import { daysBetween, type PlainDate } from "../money/plain-date";
import { rateOf } from "../money/rate";
import { financedBalance, type FinancedBalance } from "./amount-financed";
import { type ColumnRefusal, refusal } from "./column-refusal";
import type { DealFigures } from "./deal-figures";
import { brokenBound, deskingLimits } from "./desking-limits";
import {
  cashDownLine,
  paidNowLines,
  prepaidChargeLines,
  productLines,
  rebateLines,
  taxLines,
  tradeLines,
  vehicleLines,
} from "./deal-lines";
import { type MoneyLine, withoutEmptyLines } from "./money-line";
import { retailDisclosure } from "./retail-disclosure";
import type { FinanceTerms, WorksheetInputs } from "./worksheet-inputs";

export interface FinanceColumn {
  ok: true;
  method: "finance";
  termMonths: number;
  amountFinanced: Cents;
  /** The note, a financed prepaid charge included. */
  principal: Cents;
  payment: Cents;
  finalPayment: Cents;
  numberOfPayments: number;
  /** Percent with eight decimals; `aprDisclosed` is it half-up to two, as the federal box shows it. */
  aprPercent: string;
  aprDisclosed: string;
  financeCharge: Cents;
  totalOfPayments: Cents;
  totalSalePrice: Cents;
  downPayment: Cents;
  cashDueAtSigning: Cents;
  firstPaymentDate: PlainDate;
  /** Itemisation of the amount financed; adds up to it. */
  lines: MoneyLine[];
  /** What the customer brings on the day; adds up to the cash due at signing. */
  signingLines: MoneyLine[];
}

/**
 * The finance column: the deal's balance on a retail instalment contract, with its federal box.
 *
 *     cash due at signing = cash down + paid on an old loan now + prepaid finance charge paid in cash
 *     total sale price    = out the door + negative equity + finance charge
 *
 * Rounds nowhere itself; see retailPayments, annualPercentageRate and financedBalance.
 */
export function financeColumn(inputs: WorksheetInputs, figures: DealFigures): FinanceColumn | ColumnRefusal {
  const balance = balanceToFinance(inputs, figures);
  const refused =
    financeTermsRefusal(inputs) ?? balanceRefusal(inputs, figures, balance) ?? balloonRefusal(inputs, balance);
  if (refused) return refused;
  const { finance } = inputs;
  const box = retailDisclosure({
    ...finance,
    ...balance,
    annualRate: rateOf(finance.contractRate),
    contractDate: inputs.contractDate,
  });
  const unpaid = firstInterestRefusal(box.payment, box.firstInterest, finance.balloon);
  if (unpaid) return unpaid;
  if (box.aprPercent === null || box.aprPercent.times(10_000).greaterThan(deskingLimits.highestApr)) {
    return aprRefusal();
  }
  return {
    ok: true,
    method: "finance",
    termMonths: finance.termMonths,
    amountFinanced: balance.amountFinanced,
    principal: balance.principal,
    payment: box.payment,
    finalPayment: box.finalPayment,
    numberOfPayments: box.numberOfPayments,
    aprPercent: box.aprPercent.toFixed(8),
    aprDisclosed: box.aprPercent.toFixed(2),
    financeCharge: box.financeCharge,
    totalOfPayments: box.totalOfPayments,
    totalSalePrice: plus(figures.outTheDoor, figures.trade.negativeEquity, box.financeCharge),
    downPayment: balance.downPayment,
    cashDueAtSigning: plus(inputs.cashDown, figures.trade.paidNow, prepaidInCash(finance)),
    firstPaymentDate: finance.firstPaymentDate,
    lines: itemisation(inputs, figures),
    signingLines: cashAtSigningLines(inputs),
  };
}

/** The balance a lender is asked for; see financedBalance. */
export function balanceToFinance(inputs: WorksheetInputs, figures: DealFigures): FinancedBalance {
  return financedBalance({
    totalPrice: figures.outTheDoor,
    negativeEquity: figures.trade.negativeEquity,
    positiveEquity: figures.trade.positiveEquity,
    rebates: figures.price.rebates,
    cashDown: inputs.cashDown,
    prepaidFinanceCharge: inputs.finance.prepaidFinanceCharge,
  });
}

/** Why these terms cannot be worked at all, whatever the amount; null when they can. */
export function financeTermsRefusal({ finance, contractDate }: WorksheetInputs): ColumnRefusal | null {
  const { shortestTermMonths, longestTermMonths, highestContractRate } = deskingLimits;
  const { soonestFirstPaymentDays, latestFirstPaymentDays } = deskingLimits;
  const term = brokenBound(finance.termMonths, shortestTermMonths, longestTermMonths);
  if (term !== null || !Number.isInteger(finance.termMonths)) {
    const limit = term ?? shortestTermMonths;
    return refusal(
      "termOutOfRange",
      "finance.termMonths",
      "No lender writes this term.",
      "Choose a usual term.",
      limit,
    );
  }
  const rate = brokenBound(finance.contractRate, 0, highestContractRate);
  if (rate !== null) {
    const next = "Check the decimal point of the rate.";
    return refusal("rateOutOfRange", "finance.contractRate", "No contract may carry this rate.", next, rate);
  }
  const daysToFirst = daysBetween(contractDate, finance.firstPaymentDate);
  const days = brokenBound(daysToFirst, soonestFirstPaymentDays, latestFirstPaymentDays);
  if (days !== null) {
    const sentence = "The first payment is too close to the contract date or too far from it.";
    const next = "Pick another first due date.";
    return refusal("firstPaymentDateOutOfRange", "finance.firstPaymentDate", sentence, next, days);
  }
  return null;
}

/** Why this amount cannot be borrowed; null when it can. */
export function balanceRefusal(
  inputs: WorksheetInputs,
  figures: DealFigures,
  { amountFinanced, prepaidFinanceCharge }: FinancedBalance,
): ColumnRefusal | null {
  const { smallestAmountFinanced } = deskingLimits;
  if (amountFinanced >= smallestAmountFinanced) return null;
  const most = minus(figures.balanceBeforeCash, smallestAmountFinanced);
  if (most < 0) {
    const sentence = "The trade and the rebates cover the deal: there is nothing left to finance.";
    return refusal("nothingToFinance", "finance", sentence, "Choose to pay cash.", smallestAmountFinanced);
  }
  if (inputs.cashDown <= most && prepaidFinanceCharge > 0) {
    const sentence = "The prepaid finance charge eats up the amount to be financed.";
    const next = "Lower the prepaid charge or the cash down.";
    return refusal("prepaidChargeAboveBalance", "finance.prepaidFinanceCharge.amount", sentence, next);
  }
  const sentence = "The cash down covers the deal: there is nothing left to finance.";
  return refusal("cashDownAboveBalance", "cashDown", sentence, "Lower the cash down, or choose to pay cash.", most);
}

/** A balloon leaves at least one payment before it and is never more than what is borrowed. */
function balloonRefusal({ finance }: WorksheetInputs, { principal }: FinancedBalance): ColumnRefusal | null {
  const { balloon, termMonths } = finance;
  if (!balloon) return null;
  if (termMonths < 2) {
    const sentence = "A balloon needs a payment before it.";
    return refusal("termOutOfRange", "finance.termMonths", sentence, "Choose a longer term.", 2);
  }
  if (balloon <= principal) return null;
  const sentence = "The balloon is more than what is borrowed.";
  return refusal("balloonAboveBalance", "finance.balloon", sentence, "Lower the balloon.", principal);
}

/** A payment below the first period's interest never pays the loan down; no lender buys that contract. */
export function firstInterestRefusal(
  payment: Cents,
  firstInterest: Cents,
  balloon: Cents | null | undefined = null,
): ColumnRefusal | null {
  if (payment >= firstInterest) return null;
  if (balloon) {
    const sentence = "The payments before the balloon would not cover the interest.";
    return refusal("paymentBelowFirstInterest", "finance.balloon", sentence, "Lower the balloon.", firstInterest);
  }
  const sentence = "The payment would not cover the interest of the first period.";
  const next = "Move the first payment closer, shorten the term or lower the rate.";
  return refusal("paymentBelowFirstInterest", "finance.firstPaymentDate", sentence, next, firstInterest);
}

function aprRefusal(): ColumnRefusal {
  const sentence = "The yearly cost of this credit is beyond any lender's.";
  const next = "Check the prepaid finance charge, the amount and the term.";
  return refusal("aprOutOfRange", "finance.prepaidFinanceCharge.amount", sentence, next, deskingLimits.highestApr);
}

function prepaidInCash({ prepaidFinanceCharge }: FinanceTerms): Cents {
  return prepaidFinanceCharge && !prepaidFinanceCharge.financed ? prepaidFinanceCharge.amount : noCents;
}

function cashAtSigningLines(inputs: WorksheetInputs): MoneyLine[] {
  const prepaid = prepaidInCash(inputs.finance);
  return [
    { code: "cashDown", label: "Cash down", amount: inputs.cashDown },
    ...paidNowLines(inputs.trades, 1),
    ...withoutEmptyLines([{ code: "prepaidFinanceCharge", label: "Prepaid finance charge", amount: prepaid }]),
  ];
}

/** Itemisation of amount financed, 12 CFR 1026.18(c): the price, what is paid to others, the down payment. */
function itemisation(inputs: WorksheetInputs, figures: DealFigures): MoneyLine[] {
  return withoutEmptyLines([
    ...vehicleLines(inputs),
    ...taxLines(inputs, figures),
    ...productLines(inputs),
    ...tradeLines(inputs),
    ...rebateLines(inputs),
    cashDownLine(inputs.cashDown),
    ...prepaidChargeLines(inputs),
  ]);
}
