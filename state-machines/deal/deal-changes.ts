import type { Cents } from "../money/cents";
import type { PaymentMethod } from "../stages/finance";
import type { ActorRef } from "../store/actor";
import { movesNumbers } from "./quiet-events";
import { type ChangeCause, changeCause } from "./change-cause";
import type { DealEvent } from "./deal-events";
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
  const cause = changeCause(event.type, before, after);
  const { revision, at, by } = meta;
  if (!movesNumbers(event.type)) return { revision, at, by, cause, numbers: null };
  const was = headlineNumbers(before);
  const is = headlineNumbers(after);
  const numbers = was && is && !sameNumbers(was, is) ? { before: was, after: is } : null;
  return { revision, at, by, cause, numbers };
}
