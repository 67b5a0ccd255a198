import type { Cents } from "#machines/money/cents";
import type { StaffRole } from "#machines/store/actor";

/** Who answers for the store's money. */
export const tillRoles: readonly StaffRole[] = ["fniManager", "salesManager", "generalManager", "admin"];

export const tillAccounts = [
  "tillCash",
  "tillCheck",
  "tillCard",
  "bankTransfer",
  "providerHold",
  "providerCash",
] as const;
export type TillAccount = (typeof tillAccounts)[number];

export interface TillLine {
  key: string;
  at: string;
  dealId: string;
  dealNumber: string;
  customer: string;
  kind: string;
  account: TillAccount;
  /** Above zero: it came in. */
  amount: Cents;
  /** Who did it, or null for our own workings. */
  by: string | null;
}

export interface TillReport {
  storeName: string;
  reader: { firstName: string; lastName: string };
  /** The store's calendar day. */
  day: string;
  before: string;
  after: string;
  /** By account: what came in, what went out. */
  sums: { account: TillAccount; came: Cents; went: Cents }[];
  lines: TillLine[];
  /** Deposits of the desk that have to be handed back, of any day. */
  owed: { attemptId: string; dealId: string; dealNumber: string; customer: string; amount: Cents }[];
  /** Deals whose cash has to be reported. */
  cash: { dealId: string; dealNumber: string; customer: string; total: Cents; reportBy: string }[];
  rooftop: { timeZone: string; accent: string | null };
}
