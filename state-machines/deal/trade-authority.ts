import { type Cents, cents, plus } from "../money/cents";
import type { TradeSlice } from "../stages/trade";
import type { Actor } from "../store/actor";
import type { StorePolicy } from "../store/store-policy";
import type { DealContext } from "./deal-context";
import { type Refusal, refuse } from "./deal-refusals";

/** For a store that has not said: what one bad guess may cost it. */
const defaultAuthority: NonNullable<StorePolicy["tradeAuthority"]> = {
  appraiser: cents(50_000),
  salesManager: cents(200_000),
  adjustment: cents(150_000),
};

/**
 * The most that a role may allow for a car; null for those who decide for the store.
 *
 * A salesperson stays within the estimate. An appraiser and a manager go over the appraised value, or while there is
 * none over the upper end of the estimate, by what the store lets them. Where there is neither, somebody appraises first.
 */
export function allowanceLimit(
  { store }: Pick<DealContext, "store">,
  { valuation, appraisal }: Pick<TradeSlice, "valuation" | "appraisal">,
  role: string,
): { limit: Cents } | "appraiseFirst" | null {
  if (role === "salesperson") return { limit: valuation?.high ?? cents(0) };
  if (role === "generalManager" || role === "admin") return null;
  const worth = appraisal?.acv ?? valuation?.high;
  if (worth === undefined) return "appraiseFirst";
  const { appraiser, salesManager } = store.tradeAuthority ?? defaultAuthority;
  return { limit: plus(worth, role === "appraiser" ? appraiser : salesManager) };
}

export function allowanceIsWithinAuthority(
  deal: Pick<DealContext, "store">,
  trade: TradeSlice,
  allowance: Cents,
  actor: Actor,
): Refusal | null {
  if (actor.kind !== "staff") return null;
  const may = allowanceLimit(deal, trade, actor.role);
  if (may === "appraiseFirst") return refuse("appraisalMissing");
  return may && allowance > may.limit ? refuse("offerBeyondAuthority", { limit: may.limit }, "allowance") : null;
}

/** An appraiser changes an accepted offer up to the store's limit, either way; beyond it a manager does. */
export function adjustmentIsWithinAuthority(
  deal: Pick<DealContext, "store">,
  trade: TradeSlice,
  { total, allowance }: { total: Cents; allowance: Cents },
  actor: Actor,
): Refusal | null {
  if (actor.kind !== "staff" || total === 0) return null;
  const limit = (deal.store.tradeAuthority ?? defaultAuthority).adjustment;
  if (actor.role === "appraiser" && Math.abs(total) > limit) return refuse("adjustmentBeyondAuthority", { limit });
  return total > 0 ? allowanceIsWithinAuthority(deal, trade, allowance, actor) : null;
}
