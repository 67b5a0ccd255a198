import { minus, noCents, plus } from "../money/cents";
import type { AskedReturn, DepositSlice } from "../stages/deposit";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import type { EventMeta } from "./event-meta";

type DepositEvent = Extract<DealEvent, { type: `deposit.${string}` }>;

/** A new payment is whole, and nobody wants anything of it yet. */
const untouched = {
  takenBy: null,
  returned: noCents,
  forfeited: noCents,
  extensions: 0,
  returnAsked: null,
} satisfies Partial<DepositSlice>;

/** A part went back or was kept; when nothing is left, the deposit is over. */
function afterReturn(deposit: DepositSlice, event: DealEventOf<"deposit.returned">): DepositSlice {
  const returned = plus(deposit.returned, event.refunded);
  const forfeited = plus(deposit.forfeited, event.forfeited);
  const left = deposit.amount === null ? noCents : minus(deposit.amount, returned, forfeited);
  const changed = { ...deposit, returned, forfeited, returnAsked: null };
  if (left > 0) return { ...changed, funds: "captured" };
  return { ...changed, status: forfeited > 0 ? "forfeited" : "refunded", holdUntil: null };
}

function laidOnTheDesk(
  deposit: DepositSlice,
  event: DealEventOf<"deposit.takenAtDesk">,
  meta: EventMeta,
): DepositSlice {
  const { attempt, amount, method, holdUntil, termsVersion, reference } = event;
  return {
    ...deposit,
    ...untouched,
    status: "held",
    // What is paid at the desk is signed for at the desk.
    accepted: deposit.accepted ?? { amount, termsVersion, at: meta.at },
    attempt,
    amount,
    takenBy: method,
    reference: reference || null,
    holdUntil,
    funds: "captured",
    heldAt: meta.at,
    failure: null,
    bankAsked: false,
    releaseReason: null,
  };
}

type AskingEvent = Extract<
  DepositEvent,
  { type: "deposit.returnRequested" | "deposit.returnApproved" | "deposit.returnDeclined" }
>;

function askedReturn({ returnAsked }: DepositSlice, event: AskingEvent, { by, at }: EventMeta): AskedReturn | null {
  if (event.type === "deposit.returnDeclined") return null;
  if (event.type === "deposit.returnApproved") return returnAsked && { ...returnAsked, approvedBy: by };
  const { refund, forfeit, reason, note } = event;
  return { refund, forfeit, reason, note, by, at, approvedBy: null };
}

/** What money that holds a car writes down. */
export function depositChange(
  { deposit }: DealContext,
  event: DepositEvent,
  meta: EventMeta,
): Pick<DealContext, "deposit"> {
  switch (event.type) {
    case "deposit.termsAccepted": {
      const { amount, termsVersion } = event;
      return { deposit: { ...deposit, accepted: { amount, termsVersion, at: meta.at } } };
    }
    case "deposit.checkoutOpened":
      return {
        deposit: {
          ...deposit,
          status: "checkingOut",
          attempt: event.attempt,
          amount: event.amount,
          failure: null,
          funds: null,
          bankAsked: false,
          releaseReason: null,
          ...untouched,
        },
      };
    case "deposit.bankAsked":
      return { deposit: { ...deposit, status: "checkingOut", bankAsked: true, failure: null } };
    case "deposit.held": {
      const { amount, reference, holdUntil, funds = "captured" } = event;
      return {
        deposit: {
          ...deposit,
          status: "held",
          amount,
          reference,
          holdUntil,
          funds,
          heldAt: meta.at,
          failure: null,
          bankAsked: false,
        },
      };
    }
    case "deposit.takenAtDesk":
      return { deposit: laidOnTheDesk(deposit, event, meta) };
    case "deposit.holdExtended":
      return { deposit: { ...deposit, holdUntil: event.holdUntil, extensions: deposit.extensions + 1 } };
    case "deposit.returnRequested":
    case "deposit.returnApproved":
    case "deposit.returnDeclined":
      return { deposit: { ...deposit, returnAsked: askedReturn(deposit, event, meta) } };
    case "deposit.returned":
      return { deposit: afterReturn(deposit, event) };
    case "deposit.captured":
      return { deposit: { ...deposit, funds: "captured" } };
    case "deposit.failed":
      return { deposit: { ...deposit, status: "failed", failure: event.reason, bankAsked: false } };
    case "deposit.released":
      return {
        deposit: { ...deposit, status: "released", holdUntil: null, releaseReason: event.reason, returnAsked: null },
      };
    case "deposit.holdEnding":
      return { deposit };
    case "deposit.disputed":
      return { deposit: { ...deposit, dispute: event.state } };
    case "deposit.refundRequested":
      return { deposit: { ...deposit, status: "refunding", refundReason: event.reason } };
    case "deposit.refunded":
      return { deposit: { ...deposit, status: "refunded", holdUntil: null, returnAsked: null } };
  }
}
