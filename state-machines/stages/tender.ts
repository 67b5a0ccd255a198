import { cents, type Cents, minus, sum } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { ActorRef } from "../store/actor";

/** How money comes over the store's own desk. A card there is read by the bank's terminal, never by us. */
export const tenderMethods = ["cash", "check", "bankDraft", "card", "transfer"] as const;
export type TenderMethod = (typeof tenderMethods)[number];

/** Why money that was taken at the desk went back. */
export const tenderReturnReasons = ["overpaid", "checkBounced", "wrongDeal", "dealClosed", "other"] as const;
export type TenderReturnReason = (typeof tenderReturnReasons)[number];

/** A store lets this much of a car be paid by card: the fee of the whole would eat its gross. */
export const CARD_TENDER_CAP = cents(500_000);
/** A deal is paid in a handful of parts; more is a mistake or a script. */
export const MOST_TENDERS = 40;
/** "Pick-up" money is promised for the next weeks, not for next year. */
export const MOST_PROMISED_DAYS = 60;

/** Money taken at the desk towards what is due. Its number is its place in the list. */
export interface Tender {
  number: number;
  method: TenderMethod;
  amount: Cents;
  /** A cheque's number, the last digits of a transfer; never a card's. */
  reference: string;
  /** The dated promise that it keeps. */
  promise: number | null;
  by: ActorRef;
  at: string;
  returns: { amount: Cents; reason: TenderReturnReason; by: ActorRef; at: string }[];
}

/** Money that the customer brings on a later day. */
export interface TenderPromise {
  number: number;
  amount: Cents;
  dueOn: PlainDate;
  status: "open" | "kept" | "dropped";
  by: ActorRef;
  at: string;
}

export interface TendersSlice {
  list: Tender[];
  promises: TenderPromise[];
}

export const noTenders: TendersSlice = { list: [], promises: [] };

/** As much of them as anybody at the table sees: enough to add up. */
type PaidTender = Pick<Tender, "method" | "amount"> & { returns: readonly { amount: Cents }[] };
export interface PaidTenders {
  list: readonly PaidTender[];
  promises: readonly Pick<TenderPromise, "amount" | "status">[];
}

/** What of a tender the store still has. */
export const tenderKept = ({ amount, returns }: Pick<PaidTender, "amount" | "returns">): Cents =>
  minus(amount, sum(returns.map((one) => one.amount)));

/** Everything taken at the desk and not given back, of one kind or of all. */
export const tenderedTotal = ({ list }: Pick<PaidTenders, "list">, method?: TenderMethod): Cents =>
  sum(list.filter((tender) => method === undefined || tender.method === method).map(tenderKept));

/** What is promised for a later day and not brought yet. */
export const promisedTotal = ({ promises }: Pick<PaidTenders, "promises">): Cents =>
  sum(promises.filter(({ status }) => status === "open").map(({ amount }) => amount));
