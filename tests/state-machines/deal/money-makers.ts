import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { tenderMethods } from "#machines/stages/tender";

const attemptOf = (state: DealState) => Math.max(1, contextOf(state).deposit.attempt);
const method = (n: number) => tenderMethods[n % tenderMethods.length]!;

/** Money at the desk and what becomes of deposits, as events that often fit. */
export const moneyMakers = {
  "vehicle.availabilityTold": (n: number, state: DealState) => ({
    stockNumber: contextOf(state).vehicle.vehicle?.stockNumber ?? "N1",
    state: (["held", "sold", "available"] as const)[n % 3]!,
  }),
  "deposit.takenAtDesk": (n: number, state: DealState) => ({
    attempt: contextOf(state).deposit.attempt + 1,
    amount: cents(50_000),
    method: method(n),
    reference: "",
    holdUntil: "2026-12-01T15:00:00.000Z",
    termsVersion: "deposit-2026-01",
  }),
  "deposit.holdExtended": (n: number, state: DealState) => ({
    attempt: attemptOf(state),
    holdUntil: `2026-12-0${2 + (n % 3)}T15:00:00.000Z`,
  }),
  "deposit.returnRequested": (n: number) => ({
    refund: cents((1 + (n % 5)) * 10_000),
    forfeit: cents(0),
    reason: "goodwill" as const,
    note: "As agreed on the phone",
  }),
  "deposit.returnApproved": () => ({}),
  "deposit.returnDeclined": () => ({ note: "Not yet" }),
  "deposit.returned": (_n: number, state: DealState) => ({
    attempt: attemptOf(state),
    refunded: contextOf(state).deposit.returnAsked?.refund ?? cents(0),
    forfeited: contextOf(state).deposit.returnAsked?.forfeit ?? cents(0),
    reference: "re_1",
  }),
  "tender.recorded": (n: number) => ({
    method: method(n),
    amount: cents(1_000 + (n % 9) * 500),
    reference: "",
    promise: null,
  }),
  "tender.promised": (n: number) => ({ amount: cents(5_000 + (n % 3) * 1_000), dueOn: plainDate("2026-12-10") }),
  "tender.promiseDropped": (n: number) => ({ number: 1 + (n % 2) }),
  "tender.returned": (n: number) => ({
    number: 1 + (n % 2),
    amount: cents(500),
    reason: "overpaid" as const,
    note: "Counted twice",
  }),
};
