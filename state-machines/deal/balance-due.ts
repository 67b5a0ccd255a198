import { type Cents, larger, minus, noCents, plus } from "../money/cents";
import type { Worksheet } from "../desking/worksheet";
import type { DepositSlice } from "../stages/deposit";
import { promisedTotal, tenderedTotal, type PaidTenders } from "../stages/tender";

/** What the customer pays in cash, and how much of it is there. */
export interface BalanceDue {
  /** All of it: the balance of a cash deal, else the cash due at signing. */
  due: Cents;
  /** The deposit as far as it is held or kept. */
  deposit: Cents;
  /** Taken at the desk and not given back. */
  tendered: Cents;
  /** Still open. */
  left: Cents;
  /** Paid beyond what is due: the store owes it back. */
  over: Cents;
  /** Of what is open, promised for a later day. */
  promised: Cents;
}

type Paid = { deposit: Pick<DepositSlice, "status" | "amount" | "returned" | "forfeited">; tenders: PaidTenders };

/** What the store holds of a deposit now: nothing once it is on its way back. */
export function depositHeld({ status, amount, returned, forfeited }: Paid["deposit"]): Cents {
  if (status !== "held" || amount === null) return noCents;
  return minus(minus(amount, returned), forfeited);
}

/**
 * "How much do I still have to bring?"
 *
 *     left = cash due − deposit held − tenders taken at the desk
 *
 * The deposit and every tender are part of the cash due, never on top of it. Null while the terms do not work out.
 * Worked by hand: due 3,250.00, deposit 500.00, cheque 1,000.00: left 1,750.00.
 */
export function balanceDue(card: Paid, chosen: Worksheet["chosen"] | null | undefined): BalanceDue | null {
  if (!chosen?.ok) return null;
  const due = chosen.method === "cash" ? chosen.balanceDue : chosen.cashDueAtSigning;
  const deposit = depositHeld(card.deposit);
  const tendered = tenderedTotal(card.tenders);
  const open = minus(due, plus(deposit, tendered));
  return {
    due,
    deposit,
    tendered,
    left: larger(noCents, open),
    over: larger(noCents, minus(noCents, open)),
    promised: promisedTotal(card.tenders),
  };
}
