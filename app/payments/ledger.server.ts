import { assert } from "#machines/assert";
import { type Cents, cents } from "#machines/money/cents";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";

/** Where money of a deposit can be. The store's side: assets are debited when they grow, what it owes is credited. */
export type LedgerAccount =
  /** Set aside on payers' cards, at the provider. */
  | "providerHold"
  /** Taken, at the provider. */
  | "providerCash"
  | "tillCash"
  | "tillCheck"
  | "tillCard"
  | "bankTransfer"
  /** Owed to customers: their deposits. */
  | "customerDeposits"
  | "forfeitedDeposits"
  | "disputeLosses"
  /** Owed back for money taken at the desk, until somebody hands it out. */
  | "refundsOwed"
  /** Kept by the store of a car that came back. */
  | "returnFees"
  /** Paid for old cars that stay although the deal is undone. */
  | "tradesKept";

export const movementKinds = {
  /** Money set aside on a card. */
  authorization: { debit: "providerHold", credit: "customerDeposits" },
  /** Money taken that was set aside. */
  capture: { debit: "providerCash", credit: "providerHold" },
  /** Money taken at once. */
  payment: { debit: "providerCash", credit: "customerDeposits" },
  /** What was set aside, let go. */
  release: { debit: "customerDeposits", credit: "providerHold" },
  refund: { debit: "customerDeposits", credit: "providerCash" },
  /** A refund the bank sent back. */
  refundReturned: { debit: "providerCash", credit: "customerDeposits" },
  forfeiture: { debit: "customerDeposits", credit: "forfeitedDeposits" },
  disputeLost: { debit: "disputeLosses", credit: "providerCash" },
  deskCash: { debit: "tillCash", credit: "customerDeposits" },
  deskCheck: { debit: "tillCheck", credit: "customerDeposits" },
  deskBankDraft: { debit: "tillCheck", credit: "customerDeposits" },
  deskCard: { debit: "tillCard", credit: "customerDeposits" },
  deskTransfer: { debit: "bankTransfer", credit: "customerDeposits" },
  /** Money of the desk, given back over the desk. */
  deskCashReturned: { debit: "customerDeposits", credit: "tillCash" },
  deskCheckReturned: { debit: "customerDeposits", credit: "tillCheck" },
  deskBankDraftReturned: { debit: "customerDeposits", credit: "tillCheck" },
  deskCardReturned: { debit: "customerDeposits", credit: "tillCard" },
  deskTransferReturned: { debit: "customerDeposits", credit: "bankTransfer" },
  /** A deposit of the desk is over: it has to be handed back. */
  refundOwed: { debit: "customerDeposits", credit: "refundsOwed" },
  payoutCash: { debit: "refundsOwed", credit: "tillCash" },
  payoutCheck: { debit: "refundsOwed", credit: "tillCheck" },
  payoutCard: { debit: "refundsOwed", credit: "tillCard" },
  /** The car came back: what the store keeps of the money, and what it owes for an old car that stays, or is owed for one that goes. */
  carReturnFees: { debit: "customerDeposits", credit: "returnFees" },
  carReturnTradeKept: { debit: "tradesKept", credit: "customerDeposits" },
  carReturnTradeBack: { debit: "customerDeposits", credit: "tradesKept" },
  payoutTransfer: { debit: "refundsOwed", credit: "bankTransfer" },
} as const satisfies Record<string, { debit: LedgerAccount; credit: LedgerAccount }>;
export type MovementKind = keyof typeof movementKinds;

export interface Movement {
  /** Business key: written once, however often it is told. */
  key: string;
  kind: MovementKind;
  amount: Cents;
  dealId: string;
  attemptId?: string | null;
  reference?: string | null;
  reason?: string | null;
  /** Who moved it, and who said yes to it. */
  by: { kind: string; id: string; approvedBy?: string };
}

/**
 * Writes one movement as its pair of entries. A movement that is there already is left alone, and must be the same: the
 * same key for another amount is a mistake that must not pass in silence. Answers whether it was new.
 */
export async function postMovement(tx: SqlExecutor, movement: Movement): Promise<boolean> {
  const { key, kind, amount, dealId, attemptId = null, reference = null, reason = null, by } = movement;
  assert(amount > 0, "a movement moves money");
  const { debit, credit } = movementKinds[kind];
  const { rows } = await tx.query<{ side: string }>(
    `insert into "LedgerEntry" ("movement","side","account","amount","kind","dealId","attemptId","reference","reason","by","at")
     select $1, side, account, $4, $5, $6, $7, $8, $9, $10::jsonb, $11
       from (values ('debit', $2), ('credit', $3)) as pair (side, account)
     on conflict ("movement","side") do nothing returning "side"`,
    [key, debit, credit, amount, kind, dealId, attemptId, reference, reason, JSON.stringify(by), now().toISOString()],
  );
  if (rows.length > 0) return true;
  const { rows: found } = await tx.query<{ amount: number; kind: string }>(
    `select "amount", "kind" from "LedgerEntry" where "movement" = $1`,
    [key],
  );
  assert(
    found.every((entry) => entry.amount === amount && entry.kind === kind),
    `the movement ${key} was written with other figures`,
  );
  return false;
}

/** What an account holds for a deal, debits above zero. */
export async function ledgerBalance(account: LedgerAccount, dealId: string): Promise<Cents> {
  const { rows } = await database().query<{ balance: number }>(
    `select coalesce(sum(case "side" when 'debit' then "amount" else -"amount" end), 0)::int as balance
       from "LedgerEntry" where "account" = $1 and "dealId" = $2`,
    [account, dealId],
  );
  return cents(rows[0]?.balance ?? 0);
}
