import { type Ppm, ppm } from "../money/rate";
import type { RateReason } from "../stages/finance";
import { type Actor, audienceOf } from "../store/actor";
import { limitsOf, type RoleLimits } from "../store/authority";
import { chosenAnswer } from "./credit-slice";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import type { DealTerms } from "./deal-terms";
import type { GuardScope } from "./guard-scope";

export function sellingPriceIsWithinAuthority(
  deal: DealContext,
  { sellingPrice }: Pick<DealEventOf<"vehicle.sellingPriceSet">, "sellingPrice">,
  { actor }: Pick<GuardScope, "actor">,
): Refusal | null {
  const { vehicle } = deal.vehicle;
  if (!vehicle) return refuse("noVehicle");
  const { advertisedPrice } = vehicle;
  if (sellingPrice > advertisedPrice) return refuse("priceAboveSticker", { limit: advertisedPrice }, "sellingPrice");
  // What a manager has given may be taken back in part by anybody: only going further needs more authority.
  if (sellingPrice >= deal.vehicle.sellingPrice) return null;
  const limit = advertisedPrice - limitsFor(deal, actor).discount;
  return sellingPrice < limit ? refuse("beyondAuthority", { limit }, "sellingPrice") : null;
}

/** How far this person goes by themselves. The server itself goes as far as anybody. */
function limitsFor({ store }: Pick<DealContext, "store">, actor: Actor): RoleLimits {
  return actor.kind === "staff" ? limitsOf(store.authority, actor.role) : store.authority.generalManager;
}

/** The lender's own terms, once the contract is written on an approval that covers this term. */
function approvedTerms({ credit }: Pick<DealContext, "credit">, termMonths: number) {
  const answer = chosenAnswer(credit);
  return answer?.terms && termMonths <= (answer.termMonths ?? 0) ? answer.terms : null;
}

const buyRateOf = (deal: DealContext, termMonths: number): Ppm | undefined =>
  approvedTerms(deal, termMonths)?.buyRate ?? tableBuyRate(deal, termMonths);

const tableBuyRate = ({ store, finance }: DealContext, termMonths: number): Ppm | undefined =>
  store.retailTerms.find((row) => row.termMonths === termMonths)?.buyRate[finance.creditBand];

/**
 * The highest contract rate for a term: the store's own cap over the buy rate, the lender's by term where one is agreed
 * (a term beyond its table carries no markup), and the state's ceiling.
 */
export function highestRate({ store }: Pick<DealContext, "store">, termMonths: number, buyRate: Ppm): Ppm {
  const { reserve, rateCapOverBuyRate } = store;
  if (!reserve) return ppm(buyRate + rateCapOverBuyRate);
  const lenders = reserve.markupCaps.find(({ upToMonths }) => termMonths <= upToMonths)?.maxMarkup ?? 0;
  const capped = buyRate + Math.min(rateCapOverBuyRate, lenders);
  return ppm(reserve.rateCeiling === null ? capped : Math.min(capped, reserve.rateCeiling));
}

/** Customer's rate between the lender's buy rate and the cap over it; null goes back to the store's table. */
export function contractRateIsWithinCap(
  deal: DealContext,
  { contractRate, reason }: Pick<DealEventOf<"finance.contractRateSet">, "contractRate" | "reason">,
  { actor }: Pick<GuardScope, "actor">,
): Refusal | null {
  const refused = rateRefusal(deal, contractRate, deal.finance.termMonths, actor);
  return refused ?? rateReasonRefusal(deal, { contractRate, termMonths: deal.finance.termMonths }, reason);
}

/** Every rate that is not the table's has its reason: said with it, or already beside the same rate. */
export function rateReasonRefusal(
  deal: Pick<DealContext, "store" | "finance">,
  { contractRate, termMonths }: Pick<DealTerms, "contractRate" | "termMonths">,
  reason: RateReason | undefined,
): Refusal | null {
  if (contractRate === null || reason || contractRate === tableRate(deal, termMonths)) return null;
  return refuse("rateReasonMissing", undefined, "reason");
}

/** The store's own rate for a term and the deal's credit: every other one is an exception that somebody answers for. */
export const tableRate = (
  { store, finance }: Pick<DealContext, "store" | "finance">,
  termMonths: number,
): Ppm | undefined => store.retailTerms.find((row) => row.termMonths === termMonths)?.contractRate[finance.creditBand];

/** A rate on a term, by whoever writes it: the lender's bounds, then how far from the store's table this role may go. */
export function rateRefusal(
  deal: DealContext,
  contractRate: Ppm | null,
  termMonths: number,
  actor: Actor,
): Refusal | null {
  if (contractRate === null) return null;
  const buyRate = buyRateOf(deal, termMonths);
  if (buyRate === undefined) return refuse("termNotOffered");
  const highest = approvedTerms(deal, termMonths)?.maxRate ?? highestRate(deal, termMonths, buyRate);
  // What the lender asks is for managers: to the floor the same answer says nothing of where the bound lies.
  const seesBuyRate = audienceOf(actor) === "desk" || audienceOf(actor) === "finance";
  if (contractRate < buyRate || contractRate > highest)
    return seesBuyRate
      ? refuse("rateOutsideCap", { limit: highest }, "contractRate")
      : refuse("rateNotOffered", undefined, "contractRate");
  if (contractRate === deal.finance.contractRateOverride && termMonths === deal.finance.termMonths) return null;
  const table = tableRate(deal, termMonths);
  if (table === undefined) return refuse("termNotOffered");
  const { rateBelowTable, rateAboveTable } = limitsFor(deal, actor);
  if (contractRate < table - rateBelowTable)
    return refuse("rateBeyondAuthority", { limit: table - rateBelowTable }, "contractRate");
  return contractRate > table + rateAboveTable
    ? refuse("rateBeyondAuthority", { limit: table + rateAboveTable }, "contractRate")
    : null;
}

/** A customer chooses any term of the store's table; staff stretch it only so far without a manager. */
export function termIsWithinAuthority(deal: DealContext, termMonths: number, actor: Actor): Refusal | null {
  if (actor.kind !== "staff" || termMonths === deal.finance.termMonths) return null;
  const limit = limitsFor(deal, actor).longestTermMonths;
  return termMonths > limit ? refuse("termBeyondAuthority", { count: limit }, "termMonths") : null;
}

/** Nobody lets go of more than the doc fee, nor further than their role may. */
export function docFeeWaiverIsWithinAuthority(
  deal: DealContext,
  { docFeeWaived }: Pick<DealEventOf<"finance.docFeeWaived">, "docFeeWaived">,
  { actor }: Pick<GuardScope, "actor">,
): Refusal | null {
  const { docFee } = deal.store;
  if (docFeeWaived > docFee) return refuse("docFeeWaiverTooHigh", { limit: docFee }, "docFeeWaived");
  if (docFeeWaived <= deal.finance.docFeeWaived) return null;
  const limit = limitsFor(deal, actor).docFeeWaiver;
  return docFeeWaived > limit ? refuse("feeBeyondAuthority", { limit }, "docFeeWaived") : null;
}
