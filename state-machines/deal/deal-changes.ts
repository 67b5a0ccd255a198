import type { Cents } from "../money/cents";
import type { PaymentMethod } from "../stages/finance";
import type { ActorRef } from "../store/actor";
import { movesNumbers } from "./apply-deal-event";
import type { DealEvent, DealEventType } from "./deal-events";
import { type DealView, numbersFrom } from "./deal-view";
import { dealWorksheet } from "./deal-worksheet";

/** The three figures a customer watches. A payment is null where the chosen way of paying has none or does not work out. */
export interface HeadlineNumbers {
  method: PaymentMethod;
  outTheDoor: Cents;
  payment: Cents | null;
  /** Cash at signing. */
  cashDue: Cents | null;
}

export function headlineNumbers(view: Pick<DealView, "card" | "kept">): HeadlineNumbers | null {
  const sheet = dealWorksheet(numbersFrom(view));
  if (!sheet) return null;
  const { outTheDoor, finance, lease, cash } = sheet;
  switch (view.card.finance.method) {
    case "finance":
      return {
        method: "finance",
        outTheDoor,
        payment: finance.ok ? finance.payment : null,
        cashDue: finance.ok ? finance.cashDueAtSigning : null,
      };
    case "lease":
      return {
        method: "lease",
        outTheDoor,
        payment: lease.ok ? lease.payment : null,
        cashDue: lease.ok ? lease.cashDueAtSigning : null,
      };
    case "cash":
      return { method: "cash", outTheDoor, payment: null, cashDue: cash.ok ? cash.balanceDue : null };
  }
}

/** What was done, with the values a sentence needs; every value comes from the reader's own projection. */
export interface ChangeCause {
  type: DealEventType;
  params: Record<string, string | number | boolean | null>;
}

/** One line of the history: what was done, by whom, and what it did to the numbers. */
export interface DealChange {
  revision: number;
  at: string;
  by: ActorRef;
  cause: ChangeCause;
  /** Null where no headline figure moved. */
  numbers: { before: HeadlineNumbers; after: HeadlineNumbers } | null;
}

const sameNumbers = (one: HeadlineNumbers, other: HeadlineNumbers) =>
  one.method === other.method &&
  one.outTheDoor === other.outTheDoor &&
  one.payment === other.payment &&
  one.cashDue === other.cashDue;

/**
 * The change between two views of the same reader. Numbers are recomputed on both sides only where the event can have
 * moved them, by the same core that draws the card.
 */
export function dealChange(
  before: DealView,
  after: DealView,
  event: Pick<DealEvent, "type">,
  meta: { revision: number; at: string; by: ActorRef },
): DealChange {
  const cause = { type: event.type, params: causeParams(event, before, after) };
  const { revision, at, by } = meta;
  if (!movesNumbers(event.type)) return { revision, at, by, cause, numbers: null };
  const was = headlineNumbers(before);
  const is = headlineNumbers(after);
  const numbers = was && is && !sameNumbers(was, is) ? { before: was, after: is } : null;
  return { revision, at, by, cause, numbers };
}

const vehicleName = ({ card }: DealView) => {
  const { vehicle } = card.vehicle;
  return vehicle ? `${vehicle.year} ${vehicle.make} ${vehicle.model}` : null;
};

/** Before and after, read from the two views: nothing of the event itself, so nothing the reader may not see. */
function causeParams(event: Pick<DealEvent, "type">, before: DealView, after: DealView): ChangeCause["params"] {
  const was = before.card;
  const is = after.card;
  switch (event.type) {
    case "vehicle.swapped":
      return { from: vehicleName(before), to: vehicleName(after) };
    case "vehicle.sellingPriceSet":
      return { from: was.vehicle.sellingPrice, to: is.vehicle.sellingPrice };
    case "vehicle.incentiveClaimed":
      return {
        claimed: is.vehicle.claimedIncentives.length > was.vehicle.claimedIncentives.length,
        name: changedIncentive(was, is),
      };
    case "trade.described":
      return { name: tradeName(after) };
    case "trade.conditionAnswered":
      return {};
    case "trade.ownershipStated":
      return { ownership: is.trade.ownership };
    case "trade.payoffStated":
      return { from: was.trade.lien?.payoff ?? null, to: is.trade.lien?.payoff ?? null };
    case "trade.valued":
      return { low: is.trade.valuation?.low ?? null, high: is.trade.valuation?.high ?? null };
    case "trade.offerMade":
    case "trade.offerAccepted":
    case "trade.offerDeclined":
      return {
        allowance: is.trade.offer?.allowance ?? null,
        before: was.trade.offer?.allowance ?? was.trade.valuation?.base ?? null,
      };
    case "trade.offerCountered":
      return { counter: is.trade.offer?.counter ?? null, allowance: is.trade.offer?.allowance ?? null };
    case "finance.methodChosen":
      return { from: was.finance.method, to: is.finance.method };
    case "finance.termChosen":
      return { from: was.finance.termMonths, to: is.finance.termMonths };
    case "finance.cashDownSet":
      return { from: was.finance.cashDown, to: is.finance.cashDown };
    case "finance.cellAdopted":
      return {
        fromTerm: was.finance.termMonths,
        toTerm: is.finance.termMonths,
        from: was.finance.cashDown,
        to: is.finance.cashDown,
      };
    case "finance.leaseTermsChosen":
      return { months: is.finance.leaseTermMonths, miles: is.finance.milesPerYear };
    case "finance.creditBandStated":
      return { band: is.finance.creditBand };
    case "finance.contractRateSet":
      return { from: was.finance.contractRateOverride, to: is.finance.contractRateOverride };
    case "fni.productAnswered":
      return changedProduct(was, is);
    case "delivery.methodChosen":
      return { method: is.delivery.method, fee: is.delivery.fee };
    case "delivery.addressGiven":
      return { fee: is.delivery.fee, miles: is.delivery.distanceMiles };
    case "delivery.slotBooked":
      return { startsAt: is.delivery.slot?.startsAt ?? null, again: was.delivery.slot !== null };
    case "deposit.termsAccepted":
    case "deposit.checkoutOpened":
    case "deposit.held":
    case "deposit.failed":
    case "deposit.refundRequested":
    case "deposit.refunded":
      return { amount: is.deposit.amount ?? is.deposit.accepted?.amount ?? null };
    case "staff.assigned":
      return { name: newcomerName(was, is) };
    case "stage.skipped":
    case "stage.deferred":
    case "stage.resumed":
    case "stage.confirmed":
      return changedStage(before, after);
    default:
      return {};
  }
}

const tradeName = ({ card }: DealView) => {
  const description = card.trade.description;
  return description ? `${description.year} ${description.make} ${description.model}` : null;
};

/** Who took a seat, as far as the reader sees that seat. */
function newcomerName(was: DealView["card"], is: DealView["card"]): string | null {
  // A projection is made afresh with its slice, so seats are compared by what they hold.
  const seat = (["salesperson", "fniManager"] as const).find(
    (name) => JSON.stringify(was.people[name]) !== JSON.stringify(is.people[name]),
  );
  return (seat && is.people[seat]?.firstName) ?? null;
}

function changedIncentive(was: DealView["card"], is: DealView["card"]): string | null {
  const toggled = (is.vehicle.vehicle?.incentives ?? []).find(
    ({ code }) => was.vehicle.claimedIncentives.includes(code) !== is.vehicle.claimedIncentives.includes(code),
  );
  return toggled?.name ?? null;
}

function changedProduct(was: DealView["card"], is: DealView["card"]): ChangeCause["params"] {
  const code = Object.keys(is.fni.answers).find((key) => was.fni.answers[key] !== is.fni.answers[key]);
  const answer = code === undefined ? undefined : is.fni.answers[code];
  return { code: code ?? null, answer: answer?.answer ?? null };
}

function changedStage(before: DealView, after: DealView): ChangeCause["params"] {
  const names = Object.keys(after.kept) as (keyof DealView["kept"])[];
  const stage =
    names.find((name) => before.card.life.stageNotes[name] !== after.card.life.stageNotes[name]) ??
    names.find((name) => before.kept[name] !== after.kept[name]);
  return { stage: stage ?? null, reason: (stage && after.card.life.stageNotes[stage]?.reason) ?? null };
}
