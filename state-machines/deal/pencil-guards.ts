import type { RateReason } from "../stages/finance";
import type { Actor } from "../store/actor";
import {
  docFeeWaiverIsWithinAuthority,
  rateReasonRefusal,
  rateRefusal,
  sellingPriceIsWithinAuthority,
  termIsWithinAuthority,
} from "./deal-authority";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { carCounts, type DealTerms } from "./deal-terms";
import { tradeOf } from "./deal-trades";
import { type Refusal, refuse } from "./deal-refusals";
import type { GuardScope } from "./guard-scope";
import { pencilFits } from "./pencil-fits";
import { misfitOf } from "./scenario";
import { type Pencil, pencilStatusAt } from "./pencil";
import { allowanceIsWithinAuthority } from "./trade-authority";

/** A pencil is an open deal's: one that was answered, replaced, withdrawn or has run out is history. */
function answerable({ pencils }: DealContext, number: number, at: string): Pencil | Refusal {
  const pencil = pencils.list[number - 1];
  if (!pencil) return refuse("noPencil");
  switch (pencilStatusAt(pencil, at)) {
    case "proposed":
      return pencil;
    case "expired":
      return refuse("pencilExpired");
    case "superseded":
      return refuse("pencilSuperseded");
    case "withdrawn":
      return refuse("pencilWithdrawn");
    default:
      return refuse("pencilAnswered");
  }
}

const isRefusal = (judged: Pencil | Refusal): judged is Refusal => "code" in judged;

const openForAnswer = (deal: DealContext, { number }: { number: number }, { at }: GuardScope): Refusal | null => {
  const pencil = answerable(deal, number, at);
  return isRefusal(pencil) ? pencil : null;
};

/**
 * Agreed is what the customer read: this content of this pencil, and only while the deal still comes to the same cents
 * with it. Another car, tax, rebate, product or payoff makes it a proposal for a deal that is no more.
 */
function pencilStillHolds(
  deal: DealContext,
  { number, contentHash }: DealEventOf<"pencil.accepted">,
  { at, kept }: GuardScope,
): Refusal | null {
  const pencil = answerable(deal, number, at);
  if (isRefusal(pencil)) return pencil;
  if (pencil.seal.contentHash !== contentHash) return refuse("pencilSuperseded");
  return pencilFits({ ...deal, kept }, pencil) ? null : refuse("pencilStale");
}

/** Each part of a structure by the rule that holds for it alone; what already stands needs nobody's authority again. */
export function termsRefusal(
  deal: DealContext,
  terms: DealTerms,
  { actor, kept }: Pick<GuardScope, "actor" | "kept">,
): Refusal | null {
  if (!deal.vehicle.vehicle) return refuse("noVehicle");
  const { sellingPrice, allowances, contractRate, termMonths, method } = terms;
  const misfit = misfitOf({ ...deal, kept }, terms);
  if (misfit) return misfitRefusal(misfit.code, sellingPrice);
  return (
    sellingPriceIsWithinAuthority(deal, { sellingPrice }, { actor }) ??
    firstRefusal(allowances, (credited) => allowanceRefusal({ ...deal, kept }, credited, actor)) ??
    (method === "finance" ? financedRefusal(deal, contractRate, termMonths, actor) : null) ??
    docFeeWaiverIsWithinAuthority(deal, terms, { actor })
  );
}

function firstRefusal<T>(list: readonly T[], judge: (one: T) => Refusal | null): Refusal | null {
  for (const one of list) {
    const refused = judge(one);
    if (refused) return refused;
  }
  return null;
}

function allowanceRefusal(
  deal: DealContext & Pick<GuardScope, "kept">,
  { car, allowance }: DealTerms["allowances"][number],
  actor: Actor,
): Refusal | null {
  if (!carCounts(deal, car)) return refuse("noTradeDescribed", undefined, "allowance");
  const trade = tradeOf(deal, car);
  // What the customer was promised for it already needs no authority again.
  if (trade.offer?.answer === "accepted" && allowance <= trade.offer.allowance) return null;
  return allowanceIsWithinAuthority(deal, trade, allowance, actor);
}

/** A rate of a proposal needs its reason as one set on the deal does; the one that stands has been answered for. */
export function proposedRateRefusal(
  deal: Pick<DealContext, "store" | "finance">,
  terms: DealTerms,
  reason: RateReason | undefined,
): Refusal | null {
  const { finance } = deal;
  const stands = terms.contractRate === finance.contractRateOverride && terms.termMonths === finance.termMonths;
  return terms.method === "finance" && !stands ? rateReasonRefusal(deal, terms, reason) : null;
}

const financedRefusal = (deal: DealContext, rate: DealTerms["contractRate"], termMonths: number, actor: Actor) =>
  termIsWithinAuthority(deal, termMonths, actor) ?? rateRefusal(deal, rate, termMonths, actor);

type MisfitCode = NonNullable<ReturnType<typeof misfitOf>>["code"];

/** A plan that the tables or the vehicle do not have, in the words of a refusal. */
export function misfitRefusal(code: MisfitCode, sellingPrice: number): Refusal {
  switch (code) {
    case "termNotOffered":
      return refuse("termNotOffered", undefined, "termMonths");
    case "leaseNotOffered":
      return refuse("leaseNotOffered", undefined, "method");
    case "cashDownTooHigh":
      return refuse("cashDownTooHigh", { limit: sellingPrice }, "cashDown");
    case "notComputable":
      return refuse("notComputable");
  }
}

function pencilCanBeProposed(
  deal: DealContext,
  { terms, figures, stockNumber, number, expiresAt, seal, rateReason }: DealEventOf<"pencil.proposed">,
  scope: GuardScope,
): Refusal | null {
  const refused = termsRefusal(deal, terms, scope) ?? proposedRateRefusal(deal, terms, rateReason);
  if (refused) return refused;
  // Somebody else proposed, or a figure moved, while this one was being written down.
  const newest = deal.pencils.list.at(-1);
  if (number !== deal.pencils.list.length + 1 || seal.previousHash !== (newest?.seal.contentHash ?? null))
    return refuse("pencilOvertaken");
  if (number > MOST_PENCILS) return refuse("pencilsFull");
  if (expiresAt <= scope.at) return refuse("pencilExpired");
  return pencilFits({ ...deal, kept: scope.kept }, { terms, figures, stockNumber }) ? null : refuse("pencilOvertaken");
}

/** A deal that was pencilled this often is not a deal any more. */
export const MOST_PENCILS = 60;

export const pencilGuards = {
  "pencil.proposed": pencilCanBeProposed,
  "pencil.accepted": pencilStillHolds,
  "pencil.countered": (deal: DealContext, event: DealEventOf<"pencil.countered">, scope: GuardScope) =>
    event.targetPayment === null && event.cashDown === null && event.note === ""
      ? refuse("counterEmpty", undefined, "note")
      : openForAnswer(deal, event, scope),
  "pencil.declined": openForAnswer,
  "pencil.withdrawn": openForAnswer,
  "pencil.expired": (deal: DealContext, { number }: DealEventOf<"pencil.expired">, { at }: GuardScope) => {
    const pencil = deal.pencils.list[number - 1];
    if (!pencil) return refuse("noPencil");
    return pencil.status === "proposed" && pencil.expiresAt <= at ? null : refuse("pencilAnswered");
  },
};
