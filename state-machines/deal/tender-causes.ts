import type { ChangeCause } from "./change-cause";
import type { DealEventType } from "./deal-events";
import type { DealView } from "./deal-view";

type Params = (was: DealView, is: DealView) => ChangeCause["params"];

const newest = (was: DealView, is: DealView) => {
  const before = new Map(was.card.tenders.list.map((tender) => [tender.number, JSON.stringify(tender)]));
  return is.card.tenders.list.find((tender) => before.get(tender.number) !== JSON.stringify(tender)) ?? null;
};

const newestPromise = (was: DealView, is: DealView) => {
  const before = new Map(was.card.tenders.promises.map((promise) => [promise.number, promise.status]));
  return is.card.tenders.promises.find((promise) => before.get(promise.number) !== promise.status) ?? null;
};

const asked: Params = (_was, is) => ({ amount: is.card.deposit.amount });

/** Money at the desk, and what became of a deposit, as values of a sentence. */
export const tenderCauses: Partial<Record<DealEventType, Params>> = {
  "tender.recorded": (was, is) => {
    const tender = newest(was, is);
    return { amount: tender?.amount ?? null, method: tender?.method ?? null };
  },
  "tender.promised": (was, is) => {
    const promise = newestPromise(was, is);
    return { amount: promise?.amount ?? null, until: promise?.dueOn ?? null };
  },
  "tender.promiseDropped": (was, is) => {
    const promise = newestPromise(was, is);
    return { amount: promise?.amount ?? null, until: promise?.dueOn ?? null };
  },
  "tender.returned": (was, is) => {
    const tender = newest(was, is);
    return { amount: tender?.returns.at(-1)?.amount ?? null, method: tender?.method ?? null };
  },
  "vehicle.availabilityTold": (_was, is) => ({ state: is.card.vehicle.availability }),
  "deposit.takenAtDesk": (_was, is) => ({ amount: is.card.deposit.amount, method: is.card.deposit.takenBy }),
  "deposit.holdExtended": (_was, is) => ({ until: is.card.deposit.holdUntil }),
  "deposit.returnRequested": asked,
  "deposit.returnApproved": asked,
  "deposit.returnDeclined": asked,
  "deposit.returned": (was, is) => ({
    amount: is.card.deposit.returned - was.card.deposit.returned,
    fee: is.card.deposit.forfeited - was.card.deposit.forfeited,
    kept: is.card.deposit.forfeited > was.card.deposit.forfeited,
    back: is.card.deposit.returned > was.card.deposit.returned,
  }),
};
