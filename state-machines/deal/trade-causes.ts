import { MAX_TRADES } from "../stages/trade";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Cause = Record<string, string | number | boolean | null>;
type Params = (was: DealView, is: DealView) => Cause;
type Slice = DealView["card"]["trade"];
type Moved = { was: Slice | undefined; is: Slice; car: number };

const carsIn = ({ card }: DealView): Slice[] => [card.trade, ...card.furtherTrades];

/** Which car an event was about, told from the cars themselves: an event's own words may hold what a reader may not see. */
function movedCar(was: DealView, is: DealView): Moved {
  const before = carsIn(was);
  const after = carsIn(is);
  const at = after.findIndex((slice, index) => JSON.stringify(slice) !== JSON.stringify(before[index]));
  const index = Math.max(at, 0);
  return { was: before[index], is: after[index] ?? is.card.trade, car: Math.min(index + 1, MAX_TRADES) };
}

const nameOf = (slice: Slice | undefined) =>
  slice?.description ? `${slice.description.year} ${slice.description.make} ${slice.description.model}` : null;

/** With the car's name, once there is more than one that it could be. */
function aboutCar(params: (moved: Moved) => Cause): Params {
  return (was, is) => {
    const moved = movedCar(was, is);
    const several = Math.max(carsIn(was).length, carsIn(is).length) > 1;
    return { ...params(moved), ...(several ? { car: nameOf(moved.is) ?? nameOf(moved.was) } : {}) };
  };
}

const nothing = aboutCar(() => ({}));
const offered = aboutCar(({ was, is }) => ({
  allowance: is.offer?.allowance ?? null,
  before: was?.offer?.allowance ?? was?.valuation?.base ?? null,
}));

/** What an event about a car did, as the values of a sentence. */
export const tradeCauses = {
  "trade.described": (was, is) => ({ name: nameOf(movedCar(was, is).is) }),
  "trade.conditionAnswered": nothing,
  "trade.damageMarked": aboutCar(({ is, was }) => ({
    count: is.damage.length,
    corrected: was?.damage.length === is.damage.length,
  })),
  "trade.damageUnmarked": aboutCar(({ is }) => ({ count: is.damage.length })),
  "trade.photoAdded": aboutCar(({ is }) => ({ role: is.photos.at(-1)?.role ?? null })),
  "trade.photoRemoved": nothing,
  "trade.ownershipStated": aboutCar(({ is }) => ({ ownership: is.ownership })),
  "trade.payoffStated": aboutCar(({ was, is }) => ({ from: was?.lien?.payoff ?? null, to: is.lien?.payoff ?? null })),
  "trade.valueStated": aboutCar(({ was, is }) => ({
    from: was?.ownEstimate?.value ?? null,
    to: is.ownEstimate?.value ?? null,
  })),
  "trade.valued": aboutCar(({ is }) => ({ low: is.valuation?.low ?? null, high: is.valuation?.high ?? null })),
  "trade.notValued": aboutCar(({ is }) => ({ count: is.noValuation?.comparables ?? null })),
  "trade.submitted": nothing,
  "trade.reviewStarted": nothing,
  "trade.acvAppraised": nothing,
  "trade.offerMade": offered,
  "trade.offerAccepted": offered,
  "trade.offerDeclined": offered,
  "trade.offerCountered": aboutCar(({ is }) => ({
    counter: is.offer?.counter ?? null,
    allowance: is.offer?.allowance ?? null,
  })),
  "trade.messageSent": nothing,
  "trade.verified": aboutCar(({ is, was }) => ({
    adjusted: is.offer?.adjusts ? is.offer.answer === "open" && is.offer.offerId !== was?.offer?.offerId : false,
    allowance: is.offer?.allowance ?? null,
    before: was?.offer?.allowance ?? null,
  })),
  "trade.verificationWaived": nothing,
  "trade.carRemoved": (was, is) => ({ name: nameOf(movedCar(was, is).was) }),
} as const satisfies { [Type in Extract<DealEventType, `trade.${string}`>]: Params };
