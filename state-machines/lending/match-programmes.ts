import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import type { LenderProgramme, LenderTier } from "./lender-programme";
import type { LenderStructure } from "./lender-structure";

/** Why a programme does not take a structure: what it asks for, and what there is. In the unit of its kind. */
export interface ProgrammeGap {
  code:
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
    | "paymentToIncome";
  limit: number | null;
  actual: number | null;
}

export interface ProgrammeMatch {
  programme: LenderProgramme;
  tier: LenderTier | null;
  buyRate: Ppm | null;
  maxTermMonths: number;
  gaps: ProgrammeGap[];
}

export interface BorrowerFacts {
  /** Null while nobody looked at the credit: tiers are then judged by the store's band. */
  score: number | null;
  monthlyIncome: Cents | null;
}

const share = (part: number, whole: number) => (whole <= 0 ? 0 : Math.round((part * 1_000_000) / whole));

/** The lender's rate for a term; null beyond its sheet. */
export const buyRateFor = (tier: LenderTier, termMonths: number): Ppm | null =>
  tier.buyRates.find(({ upToMonths }) => termMonths <= upToMonths)?.rate ?? null;

/**
 * "Who would take this, and why would the others not?" Every limit of every programme against the structure; a
 * programme fits when none speaks against it. Loan-to-value is of the selling price.
 */
export function matchProgrammes(
  programmes: readonly LenderProgramme[],
  structure: LenderStructure,
  borrower: BorrowerFacts,
): ProgrammeMatch[] {
  return programmes.map((programme) => matchProgramme(programme, structure, borrower));
}

function matchProgramme(
  programme: LenderProgramme,
  structure: LenderStructure,
  { score, monthlyIncome }: BorrowerFacts,
): ProgrammeMatch {
  const { vehicle, contractYear, termMonths } = structure;
  const age = Math.max(0, contractYear - vehicle.year);
  const tier = programme.tiers.find(({ minScore }) => (score ?? 0) >= minScore) ?? null;
  const maxTermMonths = programme.terms.find(({ upToAgeYears }) => age <= upToAgeYears)?.maxMonths ?? 0;
  const gaps: ProgrammeGap[] = [];
  const atMost = (code: ProgrammeGap["code"], actual: number, limit: number) => {
    if (actual > limit) gaps.push({ code, limit, actual });
  };
  if (!programme.conditions.includes(vehicle.condition)) gaps.push({ code: "condition", limit: null, actual: null });
  atMost("age", age, programme.maxVehicleAgeYears);
  atMost("mileage", vehicle.mileage, programme.maxMileage);
  if (structure.amountFinanced < programme.minAmount)
    gaps.push({ code: "amountLow", limit: programme.minAmount, actual: structure.amountFinanced });
  atMost("term", termMonths, maxTermMonths);
  atMost("products", structure.productsTotal, programme.productCap);
  if (!tier) {
    gaps.push({ code: "score", limit: programme.tiers.at(-1)?.minScore ?? null, actual: score });
  } else {
    atMost("amountHigh", structure.amountFinanced, tier.maxAmount);
    atMost("frontLoanToValue", share(structure.frontAmount, vehicle.sellingPrice), tier.maxFrontLoanToValue);
    atMost("totalLoanToValue", share(structure.amountFinanced, vehicle.sellingPrice), tier.maxTotalLoanToValue);
    if (monthlyIncome !== null)
      atMost("paymentToIncome", share(structure.payment, monthlyIncome), tier.maxPaymentToIncome);
  }
  return {
    programme,
    tier,
    buyRate: tier && buyRateFor(tier, Math.min(termMonths, maxTermMonths)),
    maxTermMonths,
    gaps,
  };
}
