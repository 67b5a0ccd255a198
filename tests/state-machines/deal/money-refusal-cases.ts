import type { DealEvent } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import { CARD_TENDER_CAP, MOST_PROMISED_DAYS, MOST_TENDERS, type TenderMethod } from "#machines/stages/tender";
import { aDeal, customer, fniManager, salesManager } from "#tests/support/a-deal";
import { type Asked, depositEvents, followedBy, told } from "#tests/support/judged-deal";

interface Case extends Asked {
  code: RefusalCode;
  rule: string;
  event: DealEvent;
  deal?: ReturnType<typeof aDeal>;
  params?: Record<string, string | number>;
}

const deal = aDeal();
const held = told(deal, ...depositEvents);
const paid = (amount: number, method: TenderMethod = "cash", promise: number | null = null): DealEvent => ({
  type: "tender.recorded",
  method,
  amount: cents(amount),
  reference: "",
  promise,
});
const promised = (amount: number, dueOn: string): DealEvent => ({
  type: "tender.promised",
  amount: cents(amount),
  dueOn: plainDate(dueOn),
});
const back = (number: number, amount: number): DealEvent => ({
  type: "tender.returned",
  number,
  amount: cents(amount),
  reason: "overpaid",
  note: "Counted twice",
});
const asks = (refund: number, forfeit = 0, reason: "goodwill" | "noShow" = "goodwill"): DealEvent => ({
  type: "deposit.returnRequested",
  refund: cents(refund),
  forfeit: cents(forfeit),
  reason,
  note: "As agreed",
});
const approves: DealEvent = { type: "deposit.returnApproved" };
const extendedTo = (holdUntil: string): DealEvent => ({ type: "deposit.holdExtended", attempt: 1, holdUntil });
const asked = followedBy(held, asks(10_000), { by: fniManager });
const approved = followedBy(asked, approves, { by: salesManager });
const often = told(held, extendedTo("2026-12-02T15:00:00.000Z"), extendedTo("2026-12-03T15:00:00.000Z"));
/** Cash deals owe the whole car, so that a cap is met before the balance is. */
const cash = told(deal, { type: "finance.methodChosen", method: "cash" });
const keeping = aDeal({
  store: { deposit: { amount: cents(50_000), holdHours: 72, termsVersion: "deposit-2026-01", refundable: false } },
});

/** Money at the desk, returns and longer holds: each refusal on the deal that gives it. */
export const moneyRefusalCases: Case[] = [
  { rule: "P7", code: "nothingTendered", event: paid(0) },
  { rule: "P7", code: "tenderAboveDue", event: paid(99_999_999) },
  {
    rule: "P7",
    code: "cardCapReached",
    deal: cash,
    event: paid(CARD_TENDER_CAP + 1, "card"),
    params: { limit: CARD_TENDER_CAP },
  },
  {
    rule: "P7",
    code: "tendersFull",
    deal: told(cash, ...Array.from({ length: MOST_TENDERS }, () => paid(100))),
    event: paid(100),
    params: { count: MOST_TENDERS },
  },
  { rule: "P8", code: "tenderPromiseUnknown", event: paid(100, "cash", 1) },
  { rule: "P8", code: "tenderPromiseUnknown", event: { type: "tender.promiseDropped", number: 1 } },
  { rule: "P8", code: "tenderDayOut", event: promised(100, "2030-01-01"), params: { count: MOST_PROMISED_DAYS } },
  { rule: "P7", code: "tenderUnknown", event: back(1, 100) },
  {
    rule: "P7",
    code: "returnAboveTender",
    deal: told(deal, paid(1_000)),
    event: back(1, 1_001),
    params: { limit: 1_000 },
  },

  { rule: "P9", code: "reasonDoesNotFit", deal: held, event: asks(10_000, 0, "noShow") },
  { rule: "P9", code: "returnAboveDeposit", deal: held, event: asks(50_001), params: { limit: 50_000 } },
  { rule: "P9", code: "depositRefundable", deal: held, event: asks(0, 10_000, "noShow") },
  { rule: "P9", code: "returnAskedAlready", deal: asked, event: asks(10_000) },
  { rule: "P9", code: "noReturnAsked", deal: held, event: approves },
  { rule: "P9", code: "noReturnAsked", deal: approved, event: approves },
  { rule: "P9", code: "approverIsAsker", deal: asked, event: approves, by: fniManager },
  {
    rule: "P9",
    code: "depositNotRefundable",
    deal: told(keeping, ...depositEvents),
    event: { type: "deposit.refundRequested", reason: "Changed my mind" },
    by: customer,
  },

  {
    rule: "P10",
    code: "holdExtendedOften",
    deal: often,
    event: extendedTo("2026-12-03T16:00:00.000Z"),
    params: { count: 2 },
  },
  {
    rule: "P10",
    code: "holdExtendedFar",
    deal: held,
    event: extendedTo("2026-12-05T15:00:00.000Z"),
    params: { count: 72 },
  },
  { rule: "P10", code: "holdCannotGrow", deal: held, event: extendedTo("2026-12-01T15:00:00.000Z") },
];
