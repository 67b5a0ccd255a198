import { plus } from "../money/cents";
import type { TradeSlice } from "../stages/trade";
import { MAX_DAMAGE_MARKS } from "../stages/trade-damage";
import { isGuided, MAX_PHOTOS_A_CAR, replacedBy } from "../stages/trade-photos";
import { adjustmentTotal } from "../stages/trade-verification";
import type { Actor } from "../store/actor";
import type { DealContext } from "./deal-context";
import type { DealEventOf, DealEventType } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { nextCar, tradeDeficit, tradeOf } from "./deal-trades";
import type { GuardScope } from "./guard-scope";
import type { EventIn } from "./stage-writes";
import { adjustmentIsWithinAuthority, allowanceIsWithinAuthority } from "./trade-authority";

type Guard<Type extends DealEventType> = (
  trade: TradeSlice,
  event: DealEventOf<Type>,
  scope: GuardScope,
  deal: DealContext,
) => Refusal | null;
type TradeEvent = EventIn<"trade">;
type TradeGuards = { [Type in TradeEvent["type"]]?: Guard<Type> };

const isDescribed = ({ description }: TradeSlice) => (description ? null : refuse("noTradeDescribed"));

const openOffer = ({ offer }: TradeSlice, event: { offerId: string }, { at }: GuardScope) => {
  if (!offer) return refuse("noOffer");
  if (offer.offerId !== event.offerId) return refuse("offerChanged");
  if (offer.answer === "accepted" || offer.answer === "declined") return refuse("offerAnswered");
  if (offer.expiresAt <= at) return refuse("offerExpired");
  return null;
};

/** The other side's photos are what they showed: nobody takes them away or puts another in their place. */
const isOtherSides = ({ by }: TradeSlice["photos"][number], actor: Actor) => by.kind !== actor.kind;

const guards: TradeGuards = {
  // Next year's models are sold from the summer on.
  "trade.described": (_trade, { year }, { at }) =>
    year <= Number(at.slice(0, 4)) + 1 ? null : refuse("tradeYearAhead", undefined, "year"),
  "trade.damageMarked": ({ damage, photos }, { markId, photoId }) => {
    if (photoId !== null && !photos.some((photo) => photo.photoId === photoId)) return refuse("photoUnknown");
    const isNew = !damage.some((mark) => mark.markId === markId);
    return isNew && damage.length >= MAX_DAMAGE_MARKS ? refuse("tooManyMarks", { count: MAX_DAMAGE_MARKS }) : null;
  },
  "trade.damageUnmarked": ({ damage }, { markId }) =>
    damage.some((mark) => mark.markId === markId) ? null : refuse("markUnknown"),
  "trade.photoAdded": photoFits,
  "trade.photoRemoved": photoMayGo,
  "trade.payoffStated": ({ ownership }) =>
    ownership === "financed" || ownership === "leased" ? null : refuse("payoffNotOwed", undefined, "payoff"),
  "trade.valued": isDescribed,
  "trade.notValued": isDescribed,
  "trade.submitted": (trade, _event, { at }) => {
    const { review, offer } = trade;
    const isOver = !offer || offer.answer === "declined" || offer.expiresAt <= at;
    return isDescribed(trade) ?? (review || !isOver ? refuse("alreadyWithStore") : null);
  },
  "trade.reviewStarted": ({ review }) => (review && !review.reviewer ? null : refuse("nothingToReview")),
  "trade.acvAppraised": isDescribed,
  "trade.offerMade": (trade, { allowance }, scope, deal) =>
    isDescribed(trade) ?? allowanceIsWithinAuthority(deal, trade, allowance, scope.actor),
  "trade.offerAccepted": openOffer,
  "trade.offerDeclined": openOffer,
  "trade.offerCountered": openOffer,
  "trade.messageSent": isDescribed,
  "trade.verified": verificationHolds,
  "trade.verificationWaived": ({ offer, verification }) =>
    offer?.answer === "accepted" && !verification ? null : refuse("offerNotAccepted"),
};

function photoFits(
  trade: TradeSlice,
  { role }: DealEventOf<"trade.photoAdded">,
  { actor }: GuardScope,
): Refusal | null {
  const { photos } = trade;
  const replaced = replacedBy(photos, role);
  if (isGuided(role) && replaced.some((photo) => isOtherSides(photo, actor))) return refuse("photoNotYours");
  if (role === "finding" && actor.kind === "customer") return refuse("photoNotYours");
  const isFull = photos.length - replaced.length >= MAX_PHOTOS_A_CAR;
  return isDescribed(trade) ?? (isFull ? refuse("tooManyPhotos", { count: MAX_PHOTOS_A_CAR }) : null);
}

function photoMayGo(
  { photos, verification }: TradeSlice,
  { photoId }: DealEventOf<"trade.photoRemoved">,
  { actor }: GuardScope,
): Refusal | null {
  const photo = photos.find((one) => one.photoId === photoId);
  if (!photo) return refuse("photoUnknown");
  if (isOtherSides(photo, actor)) return refuse("photoNotYours");
  const isProof = verification?.adjustments.some((adjustment) => adjustment.photoId === photoId);
  return isProof ? refuse("photoIsProof") : null;
}

/** An adjustment has its proof, adds up to the new allowance, and is within what its maker may decide. */
function verificationHolds(
  trade: TradeSlice,
  { adjustments, offer: adjusted }: DealEventOf<"trade.verified">,
  { actor }: GuardScope,
  deal: DealContext,
): Refusal | null {
  const { offer, photos } = trade;
  if (offer?.answer !== "accepted") return refuse("offerNotAccepted");
  const isProof = (photoId: string) => photos.some((photo) => photo.photoId === photoId && photo.role === "finding");
  if (!adjustments.every(({ photoId }) => isProof(photoId))) return refuse("adjustmentNeedsPhoto", undefined, "photo");
  const total = adjustmentTotal(adjustments);
  // The accepted offer may have moved between the looking up and the judging.
  if ((adjusted?.allowance ?? offer.allowance) !== plus(offer.allowance, total)) return refuse("offerChanged");
  return adjustmentIsWithinAuthority(deal, trade, { total, allowance: plus(offer.allowance, total) }, actor);
}

/** Nobody pays more on the old loans than the cars leave owing. */
export function tradeBalanceFits(
  deal: DealContext,
  { paidNow }: DealEventOf<"finance.tradeBalanceSplit">,
  { kept }: GuardScope,
): Refusal | null {
  const limit = tradeDeficit(deal, kept);
  return paidNow > limit ? refuse("tradeBalanceTooHigh", { limit }, "paidNow") : null;
}

/** The rules of an event about a car, asked of the car it names. */
export function tradeRefusal(deal: DealContext, event: TradeEvent, scope: GuardScope): Refusal | null {
  const car = ("car" in event ? event.car : undefined) ?? 1;
  const trade = tradeOf(deal, car);
  // A further car begins with its description, in the next place that is free.
  const isKnown = car === 1 || trade.description !== null;
  if (!isKnown && !(event.type === "trade.described" && car === nextCar(deal))) return refuse("tradeCarUnknown");
  const guard = guards[event.type] as Guard<DealEventType> | undefined;
  return guard?.(trade, event, scope, deal) ?? null;
}
