import type { LenderLeaseTerms, LenderStatus, LenderTerms, StipKind } from "../deal/credit-slice";
import { regularMonthlyGrowth } from "../desking/period-growth";
import { annuity, levelPayment } from "../desking/retail-payment";
import { type Cents, cents } from "../money/cents";
import { type Ppm, ppm, rateOf } from "../money/rate";
import type { LenderProgramme, LoanTier } from "./lender-programme";
import type { LenderStructure } from "./lender-structure";
import {
  type BorrowerFacts,
  buyRateFor,
  type LeaseMatch,
  type LoanMatch,
  matchProgrammes,
  type ProgrammeMatch,
} from "./match-programmes";

/** Reasons a lender may give for a no, of the list that the law's sample forms use; never "internal policy" alone. */
export const declineReasons = [
  "scoreBelowMinimum",
  "incomeInsufficient",
  "obligationsExcessive",
  "collateralAge",
  "collateralMileage",
  "collateralType",
  "loanToValueExcessive",
  "amountOutsideProgramme",
  "incomeUnverified",
  "residenceUnverified",
  "identityUnverified",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export interface LenderDecision {
  status: Extract<LenderStatus, "approved" | "conditional" | "counter" | "declined">;
  amount: Cents | null;
  termMonths: number | null;
  payment: Cents | null;
  conditions: StipKind[];
  terms: Omit<LenderTerms, "reference" | "comment"> | null;
  /** Of a lease, in place of `terms`; of a loan it is not named. */
  lease?: Omit<LenderLeaseTerms, "reference" | "comment">;
  reasons: DeclineReason[];
}

const FEWEST_MONTHS = 24;

/** About what a month comes to: the level payment of the amount at the rate, with a regular first month. */
export const paymentAbout = (amount: Cents, termMonths: number, rate: Ppm): Cents =>
  levelPayment(amount, annuity(regularMonthlyGrowth(rateOf(rate), termMonths)));

const reasonOfGap: Record<ProgrammeMatch["gaps"][number]["code"], DeclineReason> = {
  method: "amountOutsideProgramme",
  condition: "collateralType",
  age: "collateralAge",
  mileage: "collateralMileage",
  score: "scoreBelowMinimum",
  amountLow: "amountOutsideProgramme",
  amountHigh: "amountOutsideProgramme",
  term: "collateralAge",
  frontLoanToValue: "loanToValueExcessive",
  totalLoanToValue: "loanToValueExcessive",
  products: "amountOutsideProgramme",
  paymentToIncome: "obligationsExcessive",
  moneyFactor: "amountOutsideProgramme",
};

/** What a smaller or shorter loan or lease, or a lower money factor, would mend; everything else is a no. */
const mendable = new Set<ProgrammeMatch["gaps"][number]["code"]>([
  "amountHigh",
  "term",
  "frontLoanToValue",
  "totalLoanToValue",
  "products",
  "paymentToIncome",
  "moneyFactor",
]);

/**
 * A lender of the built-in network decides by its programme alone, so the same application is always answered the same.
 *
 *     no gap            → approved, or conditional where the tier wants papers
 *     mendable gaps     → a counter-offer: the most it lends over the longest term it lends for
 *     anything else     → declined, with a reason for each gap
 *
 * @param told the structure as it was sent, where the lender is asked again about another amount or term of it
 */
export function decideApplication(
  programme: LenderProgramme,
  structure: LenderStructure,
  borrower: BorrowerFacts & { monthlyIncome: Cents },
  told: LenderStructure = structure,
): LenderDecision {
  const [match] = matchProgrammes([programme], structure, borrower) as [ProgrammeMatch];
  const { tier, gaps } = match;
  const lasting = gaps.filter(({ code }) => !mendable.has(code));
  const reasons = [...new Set((lasting.length > 0 ? lasting : gaps).map(({ code }) => reasonOfGap[code]))];
  const declined: LenderDecision = {
    status: "declined",
    amount: null,
    termMonths: null,
    payment: null,
    conditions: [],
    terms: null,
    reasons,
  };
  if (lasting.length > 0 || !tier) return declined;
  const paymentCap = cents(Math.floor((borrower.monthlyIncome * tier.maxPaymentToIncome) / 1_000_000));
  return match.programme.method === "lease"
    ? offerLease(match as LeaseMatch, structure, { declined, paymentCap, told })
    : offerLoan(match as LoanMatch, structure, { declined, paymentCap });
}

interface Offering {
  declined: LenderDecision;
  paymentCap: Cents;
}

const statusOf = ({ gaps, tier }: ProgrammeMatch) =>
  gaps.length > 0 ? ("counter" as const) : tier?.stips.length ? ("conditional" as const) : ("approved" as const);

function offerLoan(match: LoanMatch, structure: LenderStructure, { declined, paymentCap }: Offering): LenderDecision {
  const { programme, tier, gaps, maxTermMonths } = match;
  const { reasons } = declined;
  if (!tier) return declined;
  const termMonths = Math.min(structure.termMonths, maxTermMonths);
  const buyRate = buyRateFor(tier, termMonths);
  if (buyRate === null || termMonths < FEWEST_MONTHS)
    return { ...declined, reasons: reasons.length > 0 ? reasons : ["amountOutsideProgramme"] };
  const contractRate = ppm(buyRate + Math.min(programme.standardMarkup, programme.reserveCap));
  const amount =
    gaps.length === 0 ? structure.amountFinanced : mostLent(structure, tier, { paymentCap, termMonths, contractRate });
  if (amount < programme.minAmount) return declined;
  return {
    status: statusOf(match),
    amount,
    termMonths,
    payment: paymentAbout(amount, termMonths, contractRate),
    conditions: [...tier.stips],
    terms: {
      tier: tier.name,
      buyRate,
      maxRate: ppm(buyRate + programme.reserveCap),
      contractRate,
      maxLoanToValue: tier.maxTotalLoanToValue as Ppm,
      productCap: programme.productCap,
      paymentCap,
    },
    reasons: [],
  };
}

/** The most that fits every limit, to whole hundreds of dollars below. */
function mostLent(
  structure: LenderStructure,
  tier: LoanTier,
  loan: { paymentCap: Cents; termMonths: number; contractRate: Ppm },
): Cents {
  const { sellingPrice } = structure.vehicle;
  const byValue = (sellingPrice * Math.min(tier.maxTotalLoanToValue, tier.maxFrontLoanToValue)) / 1_000_000;
  const hundredDollars = paymentAbout(cents(1_000_000), loan.termMonths, loan.contractRate);
  const byPayment = (loan.paymentCap * 1_000_000) / hundredDollars;
  const most = Math.min(structure.amountFinanced, tier.maxAmount, byValue, byPayment);
  return cents(Math.floor(most / 10_000) * 10_000);
}

/** What a month moves by with the cap cost, before tax: its share of the term and its rent. */
const monthOfCapCost = (termMonths: number, moneyFactor: Ppm) => 1 / termMonths + moneyFactor / 1_000_000;

/** The same lease on another cap cost or term: about what a month then is. What residual and factor another term has, the store's table says. */
export function leaseAskedAgain(
  structure: LenderStructure,
  { amount, termMonths }: { amount: Cents | null; termMonths: number | null },
): LenderStructure {
  const { lease, amountFinanced } = structure;
  if (!lease) return structure;
  const capCost = amount ?? amountFinanced;
  const less = (amountFinanced - capCost) * monthOfCapCost(structure.termMonths, lease.moneyFactor);
  return {
    ...structure,
    amountFinanced: capCost,
    frontAmount: cents(Math.max(0, capCost - structure.productsTotal)),
    termMonths: termMonths ?? structure.termMonths,
    payment: cents(Math.max(0, Math.round(structure.payment - less))),
    lease: { ...lease, adjustedCapCost: capCost },
  };
}

/**
 * A lease as its lessor takes it: as it was asked, or over a shorter term, on less cap cost, at a lower money factor.
 *
 *     most = min(cap cost asked, the tier's most, price × share, cap cost whose month is the payment cap)
 *
 * whole hundreds of dollars below where it is less than was asked. The numbers of a lease are the store's table's, so a
 * payment is named only where nothing of it changed, and residual and money factor only for the term that they are of.
 */
function offerLease(
  match: LeaseMatch,
  structure: LenderStructure,
  { declined, paymentCap, told }: Offering & { told: LenderStructure },
): LenderDecision {
  const { programme, tier, gaps, maxTermMonths } = match;
  const { lease, vehicle, amountFinanced, payment } = structure;
  if (!tier || !lease) return declined;
  const outside: LenderDecision = {
    ...declined,
    reasons: declined.reasons.length > 0 ? declined.reasons : ["amountOutsideProgramme"],
  };
  const termMonths = Math.min(structure.termMonths, maxTermMonths);
  if (termMonths < FEWEST_MONTHS) return outside;
  const byValue = (vehicle.sellingPrice * tier.maxTotalLoanToValue) / 1_000_000;
  const above = Math.max(0, payment - paymentCap);
  const byPayment = amountFinanced - above / monthOfCapCost(structure.termMonths, lease.moneyFactor);
  const most = Math.min(amountFinanced, tier.maxAmount, byValue, byPayment);
  const amount = most === amountFinanced ? amountFinanced : cents(Math.floor(most / 10_000) * 10_000);
  // On less than the car is worth at its end there is nothing to lease.
  if (amount < programme.minAmount || amount <= lease.residual) return outside;
  const sameTerm = termMonths === told.termMonths;
  return {
    status: statusOf(match),
    amount,
    termMonths,
    payment: sameTerm && amount === told.amountFinanced && gaps.length === 0 ? told.payment : null,
    conditions: [...tier.stips],
    terms: null,
    lease: {
      tier: tier.name,
      maxMoneyFactor: tier.maxMoneyFactor ?? (sameTerm ? lease.moneyFactor : null),
      residual: sameTerm ? lease.residual : null,
      milesPerYear: lease.milesPerYear,
      maxLoanToValue: tier.maxTotalLoanToValue as Ppm,
      productCap: programme.productCap,
      paymentCap,
    },
    reasons: [],
  };
}
