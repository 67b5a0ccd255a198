import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";
import { seatCauses } from "./seat-causes";
import { creditCauses } from "./credit-causes";
import { deskCauses } from "./desk-causes";
import { tenderCauses } from "./tender-causes";
import { handoverCauses } from "./handover-causes";
import { taxCauses } from "./tax-causes";
import { menuCauses } from "./menu-causes";
import { tradeCauses } from "./trade-causes";

/** What was done, with the values a sentence needs; every value comes from the reader's own projection. */
export interface ChangeCause {
  type: DealEventType;
  params: Record<string, string | number | boolean | null>;
}

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

const vehicleName = ({ card }: DealView) => {
  const { vehicle } = card.vehicle;
  return vehicle ? `${vehicle.year} ${vehicle.make} ${vehicle.model}` : null;
};

/** Who took a seat, as far as the reader sees that seat. */
/** A projection is made afresh with its slice, so its parts are compared by what they hold. */
const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

function newcomerName(was: DealView["card"], is: DealView["card"]): string | null {
  const seat = (["salesperson", "fniManager"] as const).find((name) => differ(was.people[name], is.people[name]));
  return (seat && is.people[seat]?.firstName) ?? null;
}

function changedIncentive(was: DealView["card"], is: DealView["card"]): string | null {
  const toggled = (is.vehicle.vehicle?.incentives ?? []).find(
    ({ code }) => was.vehicle.claimedIncentives.includes(code) !== is.vehicle.claimedIncentives.includes(code),
  );
  return toggled?.name ?? null;
}

function changedProduct(was: DealView["card"], is: DealView["card"]): ChangeCause["params"] {
  const code = Object.keys(is.fni.answers).find((key) => differ(was.fni.answers[key], is.fni.answers[key]));
  const answer = code === undefined ? undefined : is.fni.answers[code];
  return { code: code ?? null, answer: answer?.answer ?? null };
}

function changedStage(before: DealView, after: DealView): ChangeCause["params"] {
  const names = Object.keys(after.kept) as (keyof DealView["kept"])[];
  const stage =
    names.find((name) => differ(before.card.life.stageNotes[name], after.card.life.stageNotes[name])) ??
    names.find((name) => before.kept[name] !== after.kept[name]);
  return { stage: stage ?? null, reason: (stage && after.card.life.stageNotes[stage]?.reason) ?? null };
}

const depositAmountParams: Params = (_was, is) => ({
  amount: is.card.deposit.amount ?? is.card.deposit.accepted?.amount ?? null,
});

const stageParams: Params = (was, is) => changedStage(was, is);

/** Before and after, read from the two views: nothing of the event itself, so nothing the reader may not see. */
const causeParams: Partial<Record<DealEventType, Params>> = {
  "vehicle.swapped": (was, is) => ({ from: vehicleName(was), to: vehicleName(is) }),
  "vehicle.sellingPriceSet": (was, is) => ({ from: was.card.vehicle.sellingPrice, to: is.card.vehicle.sellingPrice }),
  "vehicle.incentiveClaimed": (was, is) => ({
    claimed: is.card.vehicle.claimedIncentives.length > was.card.vehicle.claimedIncentives.length,
    name: changedIncentive(was.card, is.card),
  }),
  ...tradeCauses,
  ...deskCauses,
  ...seatCauses,
  ...taxCauses,
  ...tenderCauses,
  ...handoverCauses,
  ...creditCauses,
  ...menuCauses,
  "promise.kept": (_was, is) => ({
    number: is.card.promises.list.at(-1)?.content.number ?? null,
    until: is.card.promises.list.at(-1)?.content.goodThrough ?? null,
  }),
  "finance.methodChosen": (was, is) => ({ from: was.card.finance.method, to: is.card.finance.method }),
  "finance.termChosen": (was, is) => ({ from: was.card.finance.termMonths, to: is.card.finance.termMonths }),
  "finance.cashDownSet": (was, is) => ({ from: was.card.finance.cashDown, to: is.card.finance.cashDown }),
  "finance.tradeBalanceSplit": (was, is) => ({
    from: was.card.finance.tradeBalancePaidNow,
    to: is.card.finance.tradeBalancePaidNow,
  }),
  "finance.cellAdopted": (was, is) => ({
    fromTerm: was.card.finance.termMonths,
    toTerm: is.card.finance.termMonths,
    from: was.card.finance.cashDown,
    to: is.card.finance.cashDown,
  }),
  "finance.leaseTermsChosen": (_was, is) => ({
    months: is.card.finance.leaseTermMonths,
    miles: is.card.finance.milesPerYear,
  }),
  "finance.creditBandStated": (_was, is) => ({ band: is.card.finance.creditBand }),
  "finance.contractRateSet": (was, is) => ({
    from: was.card.finance.contractRateOverride,
    to: is.card.finance.contractRateOverride,
  }),
  "fni.productAnswered": (was, is) => changedProduct(was.card, is.card),
  "delivery.methodChosen": (_was, is) => ({ method: is.card.delivery.method, fee: is.card.delivery.fee }),
  "delivery.addressGiven": (_was, is) => ({ fee: is.card.delivery.fee, miles: is.card.delivery.distanceMiles }),
  "delivery.slotBooked": (was, is) => ({
    startsAt: is.card.delivery.slot?.startsAt ?? null,
    again: was.card.delivery.slot !== null,
  }),
  "deposit.termsAccepted": depositAmountParams,
  "deposit.checkoutOpened": depositAmountParams,
  "deposit.held": depositAmountParams,
  "deposit.bankAsked": depositAmountParams,
  "deposit.captured": depositAmountParams,
  "deposit.holdEnding": (_was, is) => ({ until: is.card.deposit.holdUntil }),
  "deposit.failed": depositAmountParams,
  "deposit.released": (_was, is) => ({ amount: is.card.deposit.amount, reason: is.card.deposit.releaseReason }),
  "deposit.refundRequested": depositAmountParams,
  "deposit.refunded": depositAmountParams,
  "staff.released": (was, is) => ({ name: newcomerName(is.card, was.card) }),
  "staff.assigned": (was, is) => ({ name: newcomerName(was.card, is.card) }),
  "stage.skipped": stageParams,
  "stage.deferred": stageParams,
  "stage.resumed": stageParams,
  "stage.confirmed": stageParams,
};

/** What an event did to a reader's view, as the values of a sentence. */
export const changeCause = (type: DealEventType, was: DealView, is: DealView): ChangeCause => ({
  type,
  params: causeParams[type]?.(was, is) ?? {},
});
