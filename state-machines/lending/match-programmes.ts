import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import type { LeaseProgramme, LeaseTier, LenderProgramme, LoanProgramme, LoanTier } from "./lender-programme";
import type { LenderStructure } from "./lender-structure";
import { type LentMethod, methodOf } from "./lent-method";

/** Why a programme does not take a structure: what it asks for, and what there is. In the unit of its kind. */
export interface ProgrammeGap {
  code:
    | "method"
    | "condition"
    | "age"
    | "mileage"
    | "score"
    | "amountLow"
    | "amountHigh"
    | "term"
    | "frontLoanToValue"
    | "totalLoanToValue"
    | "products"
    | "paymentToIncome"
    | "moneyFactor";
  limit: number | null;
  actual: number | null;
}

interface MatchOf<Programme extends LenderProgramme> {
  programme: Programme;
  tier: Programme["tiers"][number] | null;
  /** Of a loan; a lease has a money factor, and it is the store's table's. */
  buyRate: Ppm | null;
  maxTermMonths: number;
  gaps: ProgrammeGap[];
}
export type LoanMatch = MatchOf<LoanProgramme>;
export type LeaseMatch = MatchOf<LeaseProgramme>;
export type ProgrammeMatch = LoanMatch | LeaseMatch;

export interface BorrowerFacts {
  /** Null while nobody looked at the credit: tiers are then judged by the store's band. */
  score: number | null;
  monthlyIncome: Cents | null;
}

const share = (part: number, whole: number) => (whole <= 0 ? 0 : Math.round((part * 1_000_000) / whole));

/** The lender's rate for a term; null beyond its sheet. */
export const buyRateFor = (tier: LoanTier, termMonths: number): Ppm | null =>
  tier.buyRates.find(({ upToMonths }) => termMonths <= upToMonths)?.rate ?? null;

/**
 * The rate sheets that a deal is held against: those for its way of paying, and of a lender that has none of these its
 * first, so that it is seen why it does not take the deal.
 */
export function programmesFor(method: LentMethod, programmes: readonly LenderProgramme[]): LenderProgramme[] {
  const fitting = programmes.filter((programme) => programme.method === method);
  const seen = new Set(fitting.map(({ lenderCode }) => lenderCode));
  return programmes.filter((programme) => {
    if (programme.method === method) return true;
    if (seen.has(programme.lenderCode)) return false;
    seen.add(programme.lenderCode);
    return true;
  });
}

/**
 * "Who would take this, and why would the others not?" Every limit of every programme against the structure; a
 * programme fits when none speaks against it. Loan-to-value is of the selling price; of a lease it is the adjusted cap
 * cost's share of it.
 */
export function matchProgrammes(
  programmes: readonly LenderProgramme[],
  structure: LenderStructure,
  borrower: BorrowerFacts,
): ProgrammeMatch[] {
  return programmes.map((programme) =>
    programme.method === "lease"
      ? matchLease(programme, structure, borrower)
      : matchLoan(programme, structure, borrower),
  );
}

/** A programme for the other way of paying says that, and nothing else of it matters. */
const otherMethod = { buyRate: null, maxTermMonths: 0, gaps: [{ code: "method", limit: null, actual: null }] } as const;

function matchLoan(programme: LoanProgramme, structure: LenderStructure, borrower: BorrowerFacts): LoanMatch {
  if (methodOf(structure) !== "finance") return { programme, tier: null, ...otherMethod, gaps: [...otherMethod.gaps] };
  const { vehicle, termMonths } = structure;
  const tier: LoanTier | null = programme.tiers.find(({ minScore }) => (borrower.score ?? 0) >= minScore) ?? null;
  const found = commonGaps(programme, tier, structure, borrower);
  const { maxTermMonths, atMost, gaps } = found;
  if (tier) {
    atMost("amountHigh", structure.amountFinanced, tier.maxAmount);
    atMost("frontLoanToValue", share(structure.frontAmount, vehicle.sellingPrice), tier.maxFrontLoanToValue);
    found.ofTier(tier);
  }
  return {
    programme,
    tier,
    buyRate: tier && buyRateFor(tier, Math.min(termMonths, maxTermMonths)),
    maxTermMonths,
    gaps,
  };
}

function matchLease(programme: LeaseProgramme, structure: LenderStructure, borrower: BorrowerFacts): LeaseMatch {
  const { lease } = structure;
  if (!lease) return { programme, tier: null, ...otherMethod, gaps: [...otherMethod.gaps] };
  const tier: LeaseTier | null = programme.tiers.find(({ minScore }) => (borrower.score ?? 0) >= minScore) ?? null;
  const found = commonGaps(programme, tier, structure, borrower);
  const { maxTermMonths, atMost, gaps } = found;
  if (tier) {
    atMost("amountHigh", structure.amountFinanced, tier.maxAmount);
    found.ofTier(tier);
    if (tier.maxMoneyFactor !== null) atMost("moneyFactor", lease.moneyFactor, tier.maxMoneyFactor);
  }
  return { programme, tier, buyRate: null, maxTermMonths, gaps };
}

/** What loans and leases are held against alike: the car, the term, the products and the applicant. */
function commonGaps(
  programme: LenderProgramme,
  tier: LoanTier | LeaseTier | null,
  structure: LenderStructure,
  { score, monthlyIncome }: BorrowerFacts,
) {
  const { vehicle, contractYear, termMonths, amountFinanced } = structure;
  const age = Math.max(0, contractYear - vehicle.year);
  const maxTermMonths = programme.terms.find(({ upToAgeYears }) => age <= upToAgeYears)?.maxMonths ?? 0;
  const gaps: ProgrammeGap[] = [];
  const atMost = (code: ProgrammeGap["code"], actual: number, limit: number) => {
    if (actual > limit) gaps.push({ code, limit, actual });
  };
  if (!programme.conditions.includes(vehicle.condition)) gaps.push({ code: "condition", limit: null, actual: null });
  atMost("age", age, programme.maxVehicleAgeYears);
  atMost("mileage", vehicle.mileage, programme.maxMileage);
  if (amountFinanced < programme.minAmount)
    gaps.push({ code: "amountLow", limit: programme.minAmount, actual: amountFinanced });
  atMost("term", termMonths, maxTermMonths);
  atMost("products", structure.productsTotal, programme.productCap);
  if (!tier) gaps.push({ code: "score", limit: programme.tiers.at(-1)?.minScore ?? null, actual: score });
  const ofTier = ({ maxTotalLoanToValue, maxPaymentToIncome }: LoanTier | LeaseTier) => {
    atMost("totalLoanToValue", share(amountFinanced, vehicle.sellingPrice), maxTotalLoanToValue);
    if (monthlyIncome !== null) atMost("paymentToIncome", share(structure.payment, monthlyIncome), maxPaymentToIncome);
  };
  return { maxTermMonths, gaps, atMost, ofTier };
}
