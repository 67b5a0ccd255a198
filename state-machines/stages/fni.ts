import type { Cents } from "../money/cents";
import type { ActorRef } from "../store/actor";
import type { FniOption, FniProduct, StorePolicy } from "../store/store-policy";
import type { VehicleSnapshot } from "../store/vehicle-snapshot";
import type { PaymentMethod } from "./finance";
import type { MenuNeeds } from "./menu-needs";
import { type NoBenefit, productBenefit } from "./product-benefit";

export const productAnswers = ["accepted", "declined", "deferred"] as const;
export type ProductAnswer = (typeof productAnswers)[number];

export interface FniAnswer {
  answer: ProductAnswer;
  optionCode: string;
}

/** Why one buyer pays less than the list: the same few words everywhere. */
export const priceReasons = [
  "competingOffer",
  "paymentConstraint",
  "employeeProgramme",
  "providerCampaign",
  "bundled",
] as const;
export type PriceReason = (typeof priceReasons)[number];

export interface FniSlice {
  /** By product code. */
  answers: Record<string, FniAnswer>;
  /** How the car will be used, as the buyer says; kept as the ground of what was recommended. */
  needs?: MenuNeeds;
  /** What the providers ask for this very car; without it, what the store's menu says. */
  rated?: { source: string; at: string; products: { code: string; options: FniOption[] }[] };
  /** Prices below the list, each with who answers for it. */
  exceptions?: { code: string; optionCode: string; price: Cents; reason: PriceReason; by: ActorRef }[];
  /** The signature under the record of what was offered, and what it stood under. */
  signed?: { name: string; key: string; at: string };
}

/** Why a product is not for sale on this deal; the menu says it in a sentence. */
export type Ineligibility =
  | { code: "wrongMethod"; method: PaymentMethod }
  | { code: "wrongCondition" }
  | { code: "tooManyMiles"; limit: number }
  | { code: "tooOld"; limitYears: number }
  | { code: "noBenefitForFuel"; fuel: string }
  | { code: "loanToValueLow"; limitPpm: number }
  | { code: "noBenefit"; why: NoBenefit };

export interface EligibilityFacts {
  vehicle: Pick<VehicleSnapshot, "condition" | "mileage" | "year" | "fuel">;
  method: PaymentMethod;
  /** Calendar year the contract is made in. */
  contractYear: number;
  /** Amount financed over the vehicle's price, in parts per million; null when nothing is financed. */
  loanToValue: number | null;
  /** Of the contract or the lease. */
  termMonths?: number;
  needs?: MenuNeeds;
}

type JudgedProduct = Pick<FniProduct, "eligibility"> &
  Partial<Pick<FniProduct, "kind">> & {
    options?: readonly Omit<FniOption, "cost">[];
  };

/**
 * Whether a product may be offered: sold only where it can help (a store must not charge for a product without benefit).
 *
 * Answers null when eligible, else the first rule that speaks against it.
 */
export function ineligibility(product: JudgedProduct, facts: EligibilityFacts): Ineligibility | null {
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
  return withoutBenefit(product, facts);
}

/** No option of it would pay for anything, by what the buyer said of how the car will be used. */
function withoutBenefit({ kind, options }: JudgedProduct, facts: EligibilityFacts): Ineligibility | null {
  if (!facts.needs || !kind || !options?.length) return null;
  const benefits = options.map((option) => productBenefit({ kind }, option, facts).none);
  const [why] = benefits;
  return why && benefits.every((none) => none !== null) ? { code: "noBenefit", why } : null;
}

/** Every product that can be offered has been accepted or declined; "later" is not an answer. */
export function fniIsComplete(
  slice: Pick<FniSlice, "answers">,
  catalog: readonly (JudgedProduct & Pick<StorePolicy["fniCatalog"][number], "code">)[],
  facts: EligibilityFacts,
): boolean {
  return catalog.every((product) => {
    if (ineligibility(product, facts)) return true;
    const answer = slice.answers[product.code]?.answer;
    return answer === "accepted" || answer === "declined";
  });
}
