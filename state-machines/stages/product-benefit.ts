import { type Cents, cents } from "../money/cents";
import type { FniOption, FniProduct } from "../store/store-policy";
import type { EligibilityFacts } from "./fni";
import type { MenuNeeds } from "./menu-needs";

/** What the makers in this market cover without a contract, from the first sale. */
export const FACTORY_COVER = { months: 36, miles: 36_000 };
/** One scheduled service, and how far a car goes between two. */
const SERVICE_COST = 15_900;
const SERVICE_EVERY_MILES = 5_000;
/** What one claim of a kind usually pays. */
const CLAIM_COST = {
  tireAndWheel: 35_000,
  appearance: 25_000,
  theft: 90_000,
  key: 28_000,
  windshield: 42_000,
  leaseWear: 60_000,
} as const;
/** What a car is worth of its price after a year; a loan that falls faster leaves no gap to insure. */
const WORTH_AFTER_A_YEAR = 800_000;

/** Why a product would pay for nothing here. */
export type NoBenefit = "coveredByMaker" | "soldBeforeCover" | "owesLessThanWorth" | "fewServices";

export interface ProductBenefit {
  /** The least that has to happen for the product to be worth its price. */
  breakEven: { unit: "repairs" | "gap"; amount: Cents } | { unit: "claims" | "services"; count: number };
  /** Null: it can help, as far as the answers say. */
  none: NoBenefit | null;
}

type BenefitFacts = Pick<EligibilityFacts, "vehicle" | "contractYear" | "loanToValue" | "termMonths" | "needs">;

/**
 * "Would this help you, and from when on?"
 *
 *     repairs  = price + deductible          gap = price          claims = ⌈price ÷ usual claim⌉        services = ⌈price ÷ service⌉
 *
 * Nobody is refused anything before they were asked how they will use the car. A service contract helps only beyond the
 * maker's own cover and while the car is kept, gap only while more is owed than the car is worth, a maintenance plan only
 * where it pays for at least as many services as it costs.
 */
export function productBenefit(
  product: Pick<FniProduct, "kind">,
  option: Pick<FniOption, "price" | "deductible" | "termMonths" | "miles">,
  facts: BenefitFacts,
): ProductBenefit {
  const { needs } = facts;
  switch (product.kind) {
    case "vsc":
      return {
        breakEven: { unit: "repairs", amount: cents(option.price + option.deductible) },
        none: needs ? contractBenefit(option, facts, needs) : null,
      };
    case "gap":
      return {
        breakEven: { unit: "gap", amount: option.price },
        none: needs && !hasGap(facts) ? "owesLessThanWorth" : null,
      };
    case "maintenance": {
      const count = Math.ceil(option.price / SERVICE_COST);
      return {
        breakEven: { unit: "services", count },
        none: needs && servicesWithin(option, needs) < count ? "fewServices" : null,
      };
    }
    default:
      return { breakEven: { unit: "claims", count: Math.ceil(option.price / CLAIM_COST[product.kind]) }, none: null };
  }
}

/** Does the car outlast the maker's cover in the buyer's hands, while this contract still runs? */
function contractBenefit(
  option: Pick<FniOption, "termMonths" | "miles">,
  { vehicle, contractYear }: BenefitFacts,
  needs: MenuNeeds,
): NoBenefit | null {
  const age = Math.max(0, contractYear - vehicle.year) * 12;
  const makerMonths = Math.max(0, FACTORY_COVER.months - age);
  const makerMiles = Math.max(0, FACTORY_COVER.miles - vehicle.mileage);
  const monthsToMiles = (miles: number) => (miles * 12) / needs.milesPerYear;
  const makerEnds = Math.min(makerMonths, monthsToMiles(makerMiles));
  const contractEnds = Math.min(
    option.termMonths || Number.POSITIVE_INFINITY,
    option.miles > 0 ? monthsToMiles(option.miles) : Number.POSITIVE_INFINITY,
  );
  if (needs.keepYears * 12 <= makerEnds) return "soldBeforeCover";
  return contractEnds <= makerEnds ? "coveredByMaker" : null;
}

/** After a year of payments, is more owed than the car is then worth? */
function hasGap({ loanToValue, termMonths }: BenefitFacts): boolean {
  if (loanToValue === null || termMonths === undefined || termMonths <= 12) return false;
  return (loanToValue * (termMonths - 12)) / termMonths > WORTH_AFTER_A_YEAR;
}

function servicesWithin(option: Pick<FniOption, "termMonths" | "miles">, needs: MenuNeeds): number {
  const months = Math.min(option.termMonths, needs.keepYears * 12);
  const driven = (needs.milesPerYear * months) / 12;
  return Math.floor((option.miles > 0 ? Math.min(driven, option.miles) : driven) / SERVICE_EVERY_MILES);
}
