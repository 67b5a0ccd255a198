import { cents, type Cents, larger, minus, noCents, plus, smaller } from "../money/cents";
import { type Ppm, ppm, rateOf } from "../money/rate";
import { type ColumnRefusal, refusal } from "./column-refusal";
import { dealFigures } from "./deal-figures";
import { deskingLimits } from "./desking-limits";
import { balanceToFinance, financeColumn, type FinanceColumn, financeTermsRefusal } from "./finance-column";
import { amountRefusal, inputsRefusal } from "./inputs-refusal";
import { leaseColumn, type LeaseColumn, leaseDealTerms } from "./lease-column";
import { leaseDeal, type LeaseDealTerms } from "./lease-deal";
import { leasePayment } from "./lease-payment";
import { type GridTerm, onTerm } from "./payment-grid";
import { periodGrowth } from "./period-growth";
import { annuity, type Annuity, levelPayment, paymentBeforeBalloon } from "./retail-payment";
import { leaseCashFor, leaseCashWithinSigning, leaseSellingPriceFor } from "./solve-lease-backwards";
import { greatestWithin, leastWithin } from "./tight-search";
import type { WorksheetInputs } from "./worksheet-inputs";

/** A rate is solved in thousandths of a percent, as lenders quote it. */
const PPM_PER_RATE_STEP = 10;

/** A deal worked back from what the customer can pay, recomputed whole with the answer in it. */
export interface SolvedDeal {
  ok: true;
  /** The inputs with the answer in place: what to adopt. */
  inputs: WorksheetInputs;
  column: FinanceColumn | LeaseColumn;
  payment: Cents;
  totalOfPayments: Cents;
  /** The payment one smallest step beyond the answer, above the target; null when there is no further step. */
  paymentOneStepFurther: Cents | null;
}

export type Solved<Answer> = (SolvedDeal & Answer) | ColumnRefusal;

/**
 * "How much down for 560 a month?" The least cash down, in cents, whose payment does not exceed the
 * target; for a finance or a lease deal alike. Zero when the target is met without any.
 */
export function solveForCashDown(inputs: WorksheetInputs, targetPayment: Cents): Solved<{ cashDown: Cents }> {
  const deal = paidMonthly(inputs);
  const refused = cannotSolve(deal, targetPayment);
  if (refused) return refused;
  const withCash = (cashDown: number): WorksheetInputs => ({ ...deal, cashDown: cents(cashDown) });
  const figures = dealFigures(deal);
  let answer: number | null;
  let least: Cents;
  if (deal.method === "lease" && deal.lease) {
    const lease = leaseDealTerms(deal, deal.lease, figures);
    const most = larger(noCents, figures.balanceBeforeCash);
    answer = leaseCashFor(lease, targetPayment, most);
    least = leasePaymentWith(lease, { cashReduction: most });
  } else {
    const most = minus(figures.balanceBeforeCash, deskingLimits.smallestAmountFinanced);
    const months = monthsOf(deal);
    const valueAt = (cash: number) => paymentAt(withCash(cash), months);
    answer = most < 0 ? null : leastWithin(valueAt, targetPayment, 0, most);
    least = levelPayment(deskingLimits.smallestAmountFinanced, months);
  }
  if (answer === null) return outOfReach("cashDown", least, "Choose a longer term or a higher target.");
  const further = answer === 0 ? null : withCash(answer - 1);
  return solved(withCash(answer), further, { cashDown: cents(answer) });
}

/**
 * "What would the car have to cost?" The greatest selling price, in cents, whose payment does not
 * exceed the target, taxes recomputed for each trial; for a finance or a lease deal alike.
 */
export function solveForSellingPrice(inputs: WorksheetInputs, targetPayment: Cents): Solved<{ sellingPrice: Cents }> {
  const deal = paidMonthly(inputs);
  const refused = cannotSolve(deal, targetPayment);
  if (refused) return refused;
  const withPrice = (price: number): WorksheetInputs => ({
    ...deal,
    price: { ...deal.price, sellingPrice: cents(price) },
  });
  let answer: number | null;
  let least: Cents;
  if (deal.method === "lease" && deal.lease) {
    const lease = leaseDealTerms(deal, deal.lease, dealFigures(deal));
    answer = leaseSellingPriceFor(lease, targetPayment);
    least = leasePaymentWith(lease, { sellingPrice: cents(1) });
  } else {
    const months = monthsOf(deal);
    const valueAt = (price: number) => paymentAt(withPrice(price), months);
    answer = greatestWithin(valueAt, targetPayment, 1, deskingLimits.amount);
    least = valueAt(1);
  }
  if (answer === null) return outOfReach("price.sellingPrice", least, "Choose a longer term or more cash down.");
  const further = answer < deskingLimits.amount ? withPrice(answer + 1) : null;
  return solved(withPrice(answer), further, { sellingPrice: cents(answer) });
}

/**
 * "Which rate would do it?" The greatest contract rate, in thousandths of a percent, whose payment
 * does not exceed the target. Finance only: a lease has a money factor, and the lessor sets it.
 */
export function solveForRate(inputs: WorksheetInputs, targetPayment: Cents): Solved<{ contractRate: Ppm }> {
  const finance = { ...inputs, method: "finance" as const };
  const refused = cannotSolve(finance, targetPayment);
  if (refused) return refused;
  const withRate = (step: number): WorksheetInputs => ({
    ...finance,
    finance: { ...inputs.finance, contractRate: ppm(step * PPM_PER_RATE_STEP) },
  });
  const highest = deskingLimits.highestContractRate / PPM_PER_RATE_STEP;
  const valueAt = (step: number) => paymentAt(withRate(step), monthsOf(withRate(step)));
  const answer = greatestWithin(valueAt, targetPayment, 0, highest);
  if (answer === null)
    return outOfReach("finance.contractRate", valueAt(0), "Even 0 % is above it: try more cash down.");
  const further = answer < highest ? withRate(answer + 1) : null;
  return solved(withRate(answer), further, { contractRate: ppm(answer * PPM_PER_RATE_STEP) });
}

/**
 * "How long would that take?" The shortest of the lender's terms, each at its own rate, whose payment
 * does not exceed the target. One step further is the next shorter term.
 */
export function solveForTerm(
  inputs: WorksheetInputs,
  targetPayment: Cents,
  terms: readonly GridTerm[],
): Solved<{ term: GridTerm }> {
  let least: Cents = deskingLimits.amount;
  const shortestFirst = [...terms].sort((one, other) => one.termMonths - other.termMonths);
  const withTerm = (term: GridTerm): WorksheetInputs => ({ ...onTerm(inputs, term), method: "finance" });
  for (const [index, term] of shortestFirst.entries()) {
    const tried = withTerm(term);
    const refused = cannotSolve(tried, targetPayment);
    if (refused) return refused;
    const payment = paymentAt(tried, monthsOf(tried));
    least = smaller(least, payment);
    if (payment > targetPayment) continue;
    const shorter = shortestFirst[index - 1];
    return solved(tried, shorter ? withTerm(shorter) : null, { term });
  }
  return outOfReach("finance.termMonths", least, "Even the longest term is above it: try more cash down.");
}

/**
 * "So much at signing, all in": the greatest cash reduction of a lease whose cash at signing, first
 * payment, fees, deposits and tax included, stays within the target.
 */
export function solveForCashAtSigning(inputs: WorksheetInputs, targetCash: Cents): Solved<{ cashDown: Cents }> {
  const lease: WorksheetInputs = { ...inputs, method: "lease" };
  const refused = cannotSolve(lease, targetCash, "targetCash");
  if (refused || !lease.lease) return refused ?? outOfReach("lease", targetCash, "Choose another vehicle.");
  const figures = dealFigures(lease);
  const terms = leaseDealTerms(lease, lease.lease, figures);
  // What goes to an old loan is due at signing whatever the cash reduction.
  const { paidNow } = figures.trade;
  const answer = targetCash < paidNow ? null : leaseCashWithinSigning(terms, minus(targetCash, paidNow));
  if (answer === null) {
    const { paidInCash } = leaseDeal({ ...terms, cashReduction: noCents });
    return outOfReach("cashDown", plus(paidInCash, paidNow), "The first payment and the fees alone are more.");
  }
  return solved({ ...lease, cashDown: answer }, null, { cashDown: answer });
}

/** A cash deal has no payment to work back from: it is worked as a financed one. */
export function paidMonthly(inputs: WorksheetInputs): WorksheetInputs {
  return inputs.method === "lease" ? inputs : { ...inputs, method: "finance" };
}

export function cannotSolve(inputs: WorksheetInputs, target: Cents, field = "targetPayment"): ColumnRefusal | null {
  const refused = amountRefusal(field, target) ?? inputsRefusal(inputs);
  if (refused) return refused;
  if (inputs.method !== "lease") return financeTermsRefusal(inputs);
  const column = leaseColumn({ ...inputs, cashDown: noCents }, dealFigures(inputs));
  return column.ok || column.code === "residualAboveCapCost" ? null : column;
}

/** The payment alone, without its disclosures: what a search evaluates at every trial. */
export function paymentAt(inputs: WorksheetInputs, months: Annuity): Cents {
  const { principal } = balanceToFinance(inputs, dealFigures(inputs));
  return paymentBeforeBalloon(principal, months, inputs.finance.balloon);
}

/** Price and cash do not move the months, so their searches sum the growth up once. */
export function monthsOf({ finance, contractDate }: WorksheetInputs): Annuity {
  return annuity(periodGrowth(finance.paymentMethod, rateOf(finance.contractRate), { ...finance, contractDate }));
}

export function solved<Answer>(
  inputs: WorksheetInputs,
  further: WorksheetInputs | null,
  answer: Answer,
): Solved<Answer> {
  const column = chosenColumn(inputs);
  if (!column.ok) return column;
  const beyond = further && chosenColumn(further);
  return {
    ok: true,
    inputs,
    column,
    payment: column.payment,
    totalOfPayments: column.totalOfPayments,
    paymentOneStepFurther: beyond?.ok ? beyond.payment : null,
    ...answer,
  };
}

function chosenColumn(inputs: WorksheetInputs): FinanceColumn | LeaseColumn | ColumnRefusal {
  const figures = dealFigures(inputs);
  return inputs.method === "lease" ? leaseColumn(inputs, figures) : financeColumn(inputs, figures);
}

/** `least` is what the field can bring it down to: taxes, fees and the rest of the deal stand in the way of less. */
export function outOfReach(field: string, least: Cents, nextStep: string): ColumnRefusal {
  return refusal("targetOutOfReach", field, "No figure here reaches the target.", nextStep, larger(noCents, least));
}

export const leasePaymentWith = (lease: LeaseDealTerms, change: Partial<LeaseDealTerms>): Cents =>
  leasePayment({ ...lease, ...change }).totalPayment;
