import type { LenderStatus, LenderTerms, StipKind } from "../deal/credit-slice";
import { regularMonthlyGrowth } from "../desking/period-growth";
import { annuity, levelPayment } from "../desking/retail-payment";
import { type Cents, cents } from "../money/cents";
import { type Ppm, ppm, rateOf } from "../money/rate";
import type { LenderProgramme } from "./lender-programme";
import type { LenderStructure } from "./lender-structure";
import { type BorrowerFacts, buyRateFor, matchProgrammes, type ProgrammeMatch } from "./match-programmes";

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
  reasons: DeclineReason[];
}

const FEWEST_MONTHS = 24;

/** About what a month comes to: the level payment of the amount at the rate, with a regular first month. */
export const paymentAbout = (amount: Cents, termMonths: number, rate: Ppm): Cents =>
  levelPayment(amount, annuity(regularMonthlyGrowth(rateOf(rate), termMonths)));

const reasonOfGap: Record<ProgrammeMatch["gaps"][number]["code"], DeclineReason> = {
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
};

/** What a smaller or shorter loan would mend; everything else is a no. */
const mendable = new Set<ProgrammeMatch["gaps"][number]["code"]>([
  "amountHigh",
  "term",
  "frontLoanToValue",
  "totalLoanToValue",
  "products",
  "paymentToIncome",
]);

/**
 * A lender of the built-in network decides by its programme alone, so the same application is always answered the same.
 *
 *     no gap            → approved, or conditional where the tier wants papers
 *     mendable gaps     → a counter-offer: the most it lends over the longest term it lends for
 *     anything else     → declined, with a reason for each gap
 */
export function decideApplication(
  programme: LenderProgramme,
  structure: LenderStructure,
  borrower: BorrowerFacts & { monthlyIncome: Cents },
): LenderDecision {
  const [match] = matchProgrammes([programme], structure, borrower) as [ProgrammeMatch];
  const { tier, gaps, maxTermMonths } = match;
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
  const termMonths = Math.min(structure.termMonths, maxTermMonths);
  const buyRate = buyRateFor(tier, termMonths);
  if (buyRate === null || termMonths < FEWEST_MONTHS)
    return { ...declined, reasons: reasons.length > 0 ? reasons : ["amountOutsideProgramme"] };
  const contractRate = ppm(buyRate + Math.min(programme.standardMarkup, programme.reserveCap));
  const paymentCap = cents(Math.floor((borrower.monthlyIncome * tier.maxPaymentToIncome) / 1_000_000));
  const amount =
    gaps.length === 0 ? structure.amountFinanced : mostLent(structure, tier, { paymentCap, termMonths, contractRate });
  if (amount < programme.minAmount) return declined;
  return {
    status: gaps.length > 0 ? "counter" : tier.stips.length > 0 ? "conditional" : "approved",
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
  tier: NonNullable<ProgrammeMatch["tier"]>,
  loan: { paymentCap: Cents; termMonths: number; contractRate: Ppm },
): Cents {
  const { sellingPrice } = structure.vehicle;
  const byValue = (sellingPrice * Math.min(tier.maxTotalLoanToValue, tier.maxFrontLoanToValue)) / 1_000_000;
  const hundredDollars = paymentAbout(cents(1_000_000), loan.termMonths, loan.contractRate);
  const byPayment = (loan.paymentCap * 1_000_000) / hundredDollars;
  const most = Math.min(structure.amountFinanced, tier.maxAmount, byValue, byPayment);
  return cents(Math.floor(most / 10_000) * 10_000);
}
