import type { ConditionAnswers, TradeSlice } from "../stages/trade";
import { noTrade } from "../stages/trade";
import { replacedBy } from "../stages/trade-photos";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { tradeOf, withTrade } from "./deal-trades";
import type { EventMeta } from "./event-meta";
import type { Change, EventIn } from "./stage-writes";

/** An estimate, an offer and what somebody found were for the car as it was told before. */
const toldAnew = {
  valuation: null,
  noValuation: null,
  offer: null,
  verification: null,
  waiver: null,
} as const satisfies Partial<TradeSlice>;

/** What an event about a car writes: the slice of the car it names, the first where it names none. */
export function tradeChange(context: DealContext, event: EventIn<"trade">, meta: EventMeta): Change {
  const car = ("car" in event ? event.car : undefined) ?? 1;
  return withTrade(context, car, changedTrade(tradeOf(context, car), event, meta));
}

function changedTrade(trade: TradeSlice, event: EventIn<"trade">, meta: EventMeta): TradeSlice {
  switch (event.type) {
    case "trade.described": {
      const { type: _, car: __, body = null, fuel = null, fourWheelDrive = null, ...stated } = event;
      return { ...trade, ...toldAnew, description: { ...stated, body, fuel, fourWheelDrive } };
    }
    case "trade.conditionAnswered": {
      const condition: ConditionAnswers = { ...trade.condition, [event.question]: event.answer };
      return { ...trade, ...toldAnew, condition };
    }
    case "trade.damageMarked":
    case "trade.damageUnmarked":
      return { ...trade, ...(isCloseUp(trade, event) ? {} : toldAnew), damage: changedDamage(trade, event) };
    case "trade.photoAdded":
    case "trade.photoRemoved":
      return changedPhotos(trade, event, meta);
    case "trade.ownershipStated":
      return { ...trade, ownership: event.ownership, lien: event.ownership === "owned" ? null : trade.lien };
    case "trade.payoffStated": {
      const { type: _, car: __, accountLastFour = null, perDiem = null, lease = null, ...stated } = event;
      return { ...trade, lien: { ...stated, accountLastFour, perDiem, lease } };
    }
    case "trade.valueStated":
      return { ...trade, ownEstimate: { value: event.value, owed: event.owed } };
    case "trade.valued": {
      const { type: _, car: __, comparables = null, mileageBand = null, ...valuation } = event;
      return { ...trade, valuation: { ...valuation, comparables, mileageBand }, noValuation: null };
    }
    case "trade.notValued": {
      const { type: _, car: __, ...noValuation } = event;
      return { ...trade, valuation: null, noValuation };
    }
    case "trade.acvAppraised":
      return { ...trade, appraisal: { acv: event.acv, recon: event.recon, by: meta.by } };
    case "trade.messageSent":
      return {
        ...trade,
        messages: [...trade.messages, { by: meta.by, at: meta.at, text: event.text }].slice(-MOST_MESSAGES),
      };
    case "trade.carRemoved":
      return noTrade;
    case "trade.submitted":
    case "trade.reviewStarted":
    case "trade.offerMade":
    case "trade.offerAccepted":
    case "trade.offerDeclined":
    case "trade.offerCountered":
    case "trade.verified":
    case "trade.verificationWaived":
      return inOfferLoop(trade, event, meta);
  }
}

/** The newest stay on the card; the history keeps that the older ones were written. */
const MOST_MESSAGES = 40;

function changedDamage(
  { damage }: TradeSlice,
  event: DealEventOf<"trade.damageMarked"> | DealEventOf<"trade.damageUnmarked">,
): TradeSlice["damage"] {
  if (event.type === "trade.damageUnmarked") return damage.filter(({ markId }) => markId !== event.markId);
  const { markId, place, kind, size, photoId } = event;
  const mark = { markId, place, kind, size, photoId };
  const known = damage.some((one) => one.markId === markId);
  return known ? damage.map((one) => (one.markId === markId ? mark : one)) : [...damage, mark];
}

/** A photo of a mark that is known says nothing new of the car. */
const isCloseUp = (
  { damage }: TradeSlice,
  event: DealEventOf<"trade.damageMarked"> | DealEventOf<"trade.damageUnmarked">,
) =>
  event.type === "trade.damageMarked" &&
  damage.some(
    ({ markId, place, kind, size }) =>
      markId === event.markId && place === event.place && kind === event.kind && size === event.size,
  );

/** A guided photo takes the place of the one before it; a mark whose photo is gone stays, without it. */
function changedPhotos(
  trade: TradeSlice,
  event: DealEventOf<"trade.photoAdded"> | DealEventOf<"trade.photoRemoved">,
  { by, at }: EventMeta,
): TradeSlice {
  if (event.type === "trade.photoAdded") {
    const { photoId, role } = event;
    const gone = replacedBy(trade.photos, role);
    return { ...trade, photos: [...trade.photos.filter((photo) => !gone.includes(photo)), { photoId, role, by, at }] };
  }
  return {
    ...trade,
    photos: trade.photos.filter(({ photoId }) => photoId !== event.photoId),
    damage: trade.damage.some(({ photoId }) => photoId === event.photoId)
      ? trade.damage.map((mark) => (mark.photoId === event.photoId ? { ...mark, photoId: null } : mark))
      : trade.damage,
  };
}

type LoopEvent = DealEventOf<
  | "trade.submitted"
  | "trade.reviewStarted"
  | "trade.offerMade"
  | "trade.offerAccepted"
  | "trade.offerDeclined"
  | "trade.offerCountered"
  | "trade.verified"
  | "trade.verificationWaived"
>;

function inOfferLoop(trade: TradeSlice, event: LoopEvent, { by, at }: EventMeta): TradeSlice {
  const { offer, review } = trade;
  switch (event.type) {
    case "trade.submitted":
      // Who declined an offer and asks again brings the car again.
      return {
        ...trade,
        offer: null,
        review: { submittedBy: by, submittedAt: at, reviewer: null, reviewedSince: null },
      };
    case "trade.reviewStarted":
      return { ...trade, review: review && { ...review, reviewer: by, reviewedSince: at } };
    case "trade.offerMade": {
      const { type: _, car: __, conditions = [], ...made } = event;
      return {
        ...trade,
        review: null,
        offer: { ...made, conditions, adjusts: null, by, answer: "open", counter: null },
      };
    }
    case "trade.offerAccepted":
      return { ...trade, offer: offer && { ...offer, answer: "accepted" } };
    case "trade.offerDeclined":
      return { ...trade, offer: offer && { ...offer, answer: "declined" } };
    case "trade.offerCountered":
      return { ...trade, offer: offer && { ...offer, answer: "countered", counter: event.counter } };
    case "trade.verified":
      return verifiedTrade(trade, event, { by, at });
    case "trade.verificationWaived":
      return { ...trade, waiver: { reason: event.reason, by, at } };
  }
}

/** The accepted offer stands, or the adjusted one takes its place and waits to be accepted again. */
function verifiedTrade(
  trade: TradeSlice,
  event: DealEventOf<"trade.verified">,
  { by, at }: Pick<EventMeta, "by" | "at">,
): TradeSlice {
  const { verificationId, odometer, vinMatches, damage, adjustments, offer: adjusted } = event;
  const findings = Object.fromEntries(event.findings.map(({ question, answer }) => [question, answer]));
  const verification = { verificationId, by, at, odometer, vinMatches, findings, damage, adjustments };
  const { offer } = trade;
  if (!offer || !adjusted) return { ...trade, verification, waiver: null };
  return {
    ...trade,
    verification,
    waiver: null,
    offer: {
      ...offer,
      ...adjusted,
      note: "",
      adjusts: { verificationId, allowance: offer.allowance },
      by,
      answer: "open",
      counter: null,
    },
  };
}
