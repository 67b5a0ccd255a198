import { type Cents, larger, minus, noCents, plus } from "../money/cents";
import type { Worksheet } from "../desking/worksheet";
import type { DepositSlice } from "../stages/deposit";
import { promisedTotal, tenderedTotal, type PaidTenders } from "../stages/tender";
import type { ReturnRequest, ReturnStatement } from "./return-slice";

/** What the customer pays in cash, and how much of it is there. */
export interface BalanceDue {
  /** All of it: the balance of a cash deal, else the cash due at signing. */
  due: Cents;
  /** The deposit as far as it is held or kept. */
  deposit: Cents;
  /** Taken at the desk and not given back. */
  tendered: Cents;
  /** Given back at the desk when a return was settled; below zero: taken then. */
  settled: Cents;
  /** The car came back: what is due is what the return leaves with the store. */
  afterReturn: boolean;
  /** Still open. */
  left: Cents;
  /** Paid beyond what is due: the store owes it back. */
  over: Cents;
  /** Of what is open, promised for a later day. */
  promised: Cents;
}

interface Paid {
  deposit: Pick<DepositSlice, "status" | "amount" | "returned" | "forfeited">;
  tenders: PaidTenders;
  returns?: { request: Pick<ReturnRequest, "status" | "statement"> | null };
}

/** What the store holds of a deposit now: nothing once it is on its way back. */
export function depositHeld({ status, amount, returned, forfeited }: Paid["deposit"]): Cents {
  if (status !== "held" || amount === null) return noCents;
  return minus(minus(amount, returned), forfeited);
}

/** The statement of a return that was accepted, and whether its money has moved. */
function returned({ returns }: Paid): { statement: ReturnStatement; isSettled: boolean } | null {
  const request = returns?.request;
  if (!request?.statement || !["accepted", "unwound", "settled"].includes(request.status)) return null;
  return { statement: request.statement, isSettled: request.status === "settled" };
}

/**
 * "How much do I still have to bring?"
 *
 *     left = cash due − deposit held − tenders taken at the desk
 *
 * The deposit and every tender are part of the cash due, never on top of it. Null while the terms do not work out.
 * Worked by hand: due 3,250.00, deposit 500.00, cheque 1,000.00: left 1,750.00.
 *
 * Once the car is taken back nothing of the sale is due, only what the return leaves with the store, and what was handed
 * out at its settlement counts as given back:
 *
 *     due after a return = fees − old cars' worth + what a cash deal had paid out
 *
 * Worked by hand: deposit 500.00 and cheque 1,000.00, fees 10.00: 1,490.00 over; the deposit gone back, 990.00 over; settled
 * at the desk, nothing.
 */
export function balanceDue(card: Paid, chosen: Worksheet["chosen"] | null | undefined): BalanceDue | null {
  if (!chosen?.ok) return null;
  const back = returned(card);
  const due = back ? dueAfterReturn(back.statement, chosen) : dueOf(chosen);
  const settled = back?.isSettled ? back.statement.atDesk : noCents;
  const deposit = depositHeld(card.deposit);
  const tendered = tenderedTotal(card.tenders);
  const open = minus(due, minus(plus(deposit, tendered), settled));
  return {
    due,
    deposit,
    tendered,
    settled,
    afterReturn: back !== null,
    left: larger(noCents, open),
    over: larger(noCents, minus(noCents, open)),
    promised: back ? noCents : promisedTotal(card.tenders),
  };
}

type Chosen = Extract<Worksheet["chosen"], { ok: true }>;

const dueOf = (chosen: Chosen): Cents => (chosen.method === "cash" ? chosen.balanceDue : chosen.cashDueAtSigning);

function dueAfterReturn({ restockingFee, mileageFee, trades }: ReturnStatement, chosen: Chosen): Cents {
  const paidOut = chosen.method === "cash" ? chosen.paidToCustomer : noCents;
  return minus(plus(restockingFee, mileageFee, paidOut), trades);
}
