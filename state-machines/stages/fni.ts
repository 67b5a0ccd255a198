import type { StorePolicy, FniProduct } from "../store/store-policy";
import type { VehicleSnapshot } from "../store/vehicle-snapshot";
import type { PaymentMethod } from "./finance";

export const productAnswers = ["accepted", "declined", "deferred"] as const;
export type ProductAnswer = (typeof productAnswers)[number];

export interface FniAnswer {
  answer: ProductAnswer;
  optionCode: string;
}

export interface FniSlice {
  /** By product code. */
  answers: Record<string, FniAnswer>;
}

/** Why a product is not for sale on this deal; the menu says it in a sentence. */
export type Ineligibility =
  | { code: "wrongMethod"; method: PaymentMethod }
  | { code: "wrongCondition" }
  | { code: "tooManyMiles"; limit: number }
  | { code: "tooOld"; limitYears: number }
  | { code: "noBenefitForFuel"; fuel: string }
  | { code: "loanToValueLow"; limitPpm: number };

export interface EligibilityFacts {
  vehicle: Pick<VehicleSnapshot, "condition" | "mileage" | "year" | "fuel">;
  method: PaymentMethod;
  /** Calendar year the contract is made in. */
  contractYear: number;
  /** Amount financed over the vehicle's price, in parts per million; null when nothing is financed. */
  loanToValue: number | null;
}

/**
 * Whether a product may be offered: sold only where it can help (a store must not charge for a product without benefit).
 *
 * Answers null when eligible, else the first rule that speaks against it.
 */
export function ineligibility(product: Pick<FniProduct, "eligibility">, facts: EligibilityFacts): Ineligibility | null {
  const rule = product.eligibility;
  if (!rule.methods.includes(facts.method)) return { code: "wrongMethod", method: facts.method };
  if (!rule.conditions.includes(facts.vehicle.condition)) return { code: "wrongCondition" };
  if (rule.maxMileage !== null && facts.vehicle.mileage > rule.maxMileage)
    return { code: "tooManyMiles", limit: rule.maxMileage };
  if (rule.maxAgeYears !== null && facts.contractYear - facts.vehicle.year > rule.maxAgeYears)
    return { code: "tooOld", limitYears: rule.maxAgeYears };
  if (rule.notFuels.includes(facts.vehicle.fuel)) return { code: "noBenefitForFuel", fuel: facts.vehicle.fuel };
  if (rule.minLoanToValue !== null && facts.loanToValue !== null && facts.loanToValue < rule.minLoanToValue)
    return { code: "loanToValueLow", limitPpm: rule.minLoanToValue };
  return null;
}

/** Every product that can be offered has been accepted or declined; "later" is not an answer. */
export function fniIsComplete(
  slice: FniSlice,
  catalog: readonly Pick<StorePolicy["fniCatalog"][number], "code" | "eligibility">[],
  facts: EligibilityFacts,
): boolean {
  return catalog.every((product) => {
    if (ineligibility(product, facts)) return true;
    const answer = slice.answers[product.code]?.answer;
    return answer === "accepted" || answer === "declined";
  });
}
