import { bestIncentives, type IncentiveStack } from "../store/incentive-stack";
import type { Incentive } from "../store/incentive-programme";
import type { NumbersFrom } from "./deal-worksheet";
import { taxRuleOf } from "./tax-inputs";

export type IncentivesFrom = Pick<NumbersFrom, "store" | "vehicle" | "finance" | "identity" | "life" | "taxes">;

/** The maker's money and rate on this deal as it stands, or with another term or way of paying. */
export function incentivesOf(
  card: IncentivesFrom,
  { termMonths = card.finance.termMonths, method = card.finance.method, claimed = card.vehicle.claimedIncentives } = {},
): IncentiveStack<Incentive> {
  const { vehicle } = card.vehicle;
  if (!vehicle) return { applied: [], leftOut: [], contractRate: null };
  return bestIncentives(vehicle.incentives as Incentive[], {
    on: card.identity.contractDate,
    region: regionOf(card),
    trim: vehicle.trim,
    method,
    termMonths,
    throughTheStore: card.life.stageNotes.finance?.reason !== "ownBank",
    claimed,
  });
}

/**
 * Where the car will be kept, by the tax rule that everybody at the deal sees: the address itself is the buyer's alone,
 * and no reader's figures may rest on what that reader does not have.
 */
function regionOf(card: IncentivesFrom): string {
  const [, region] = /^(?:us|ca)-([a-z]{2})\b/.exec(taxRuleOf(card).id) ?? [];
  return region?.toUpperCase() ?? card.store.address.region;
}

/** The maker's money that comes off, as lines of the price. */
export const rebatesIn = ({ applied }: IncentiveStack) =>
  applied.filter(({ amount }) => amount > 0).map(({ code, name, amount }) => ({ code, name, amount }));
