import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import type { GuardScope } from "./guard-scope";
import { type Refusal, refuse } from "./deal-refusals";

/** A salesperson offers within the estimate; more, or without one, is the appraiser's or a manager's to offer. */
export function offerIsWithinAuthority(
  { trade }: DealContext,
  { allowance }: DealEventOf<"trade.offerMade">,
  { actor }: GuardScope,
): Refusal | null {
  if (!trade.description) return refuse("noTradeDescribed");
  if (actor.kind !== "staff" || actor.role !== "salesperson") return null;
  const limit = trade.valuation?.high ?? 0;
  return allowance > limit ? refuse("offerBeyondAuthority", { limit }, "allowance") : null;
}

export function sellingPriceIsWithinAuthority(
  { vehicle, store }: DealContext,
  { sellingPrice }: DealEventOf<"vehicle.sellingPriceSet">,
  { actor }: GuardScope,
): Refusal | null {
  if (!vehicle.vehicle) return refuse("noVehicle");
  const { advertisedPrice } = vehicle.vehicle;
  if (sellingPrice > advertisedPrice) return refuse("priceAboveSticker", { limit: advertisedPrice }, "sellingPrice");
  const isManager = actor.kind === "staff" && actor.role !== "salesperson";
  const authority = isManager ? store.discountAuthority.salesManager : store.discountAuthority.salesperson;
  const limit = advertisedPrice - authority;
  return sellingPrice < limit ? refuse("beyondAuthority", { limit }, "sellingPrice") : null;
}

/** Customer's rate between the lender's buy rate and the cap over it; null goes back to the store's table. */
export function contractRateIsWithinCap(
  { store, finance }: DealContext,
  { contractRate }: DealEventOf<"finance.contractRateSet">,
): Refusal | null {
  if (contractRate === null) return null;
  const buyRate = store.retailTerms.find(({ termMonths }) => termMonths === finance.termMonths)?.buyRate[
    finance.creditBand
  ];
  if (buyRate === undefined) return refuse("termNotOffered");
  const limit = buyRate + store.rateCapOverBuyRate;
  return contractRate < buyRate || contractRate > limit ? refuse("rateOutsideCap", { limit }, "contractRate") : null;
}
