import type { Cents } from "#machines/money/cents";
import type { StaffRole } from "#machines/store/actor";
import type { Difference, PaymentSums } from "./payment-sums";

/** Who looks after the store's money. */
export const paymentRoles: readonly StaffRole[] = ["fniManager", "generalManager", "admin"];

/** Who decides what the store asks for. */
export const termsRoles: readonly StaffRole[] = ["generalManager", "admin"];

export interface StorePaymentsData {
  storeName: string;
  reader: { firstName: string; lastName: string };
  /** Null where no provider is connected. */
  provider: { name: string; livemode: boolean; isStandIn: boolean } | null;
  /** What every account holds for this store's deals, to the cent. */
  accounts: { account: string; balance: Cents }[];
  /** What new deals ask for. */
  terms: { amount: Cents; holdHours: number; refundable: boolean; cardCap: Cents; mayChange: boolean };
  rows: PaymentRow[];
  /** The provider did not answer: its side is not shown, and nothing was compared. */
  providerAway: boolean;
  rooftop: { timeZone: string; accent: string | null };
}

export interface PaymentRow {
  key: string;
  dealId: string | null;
  dealNumber: string | null;
  customer: string;
  stockNumber: string | null;
  at: string | null;
  amount: Cents;
  status: string;
  holdUntil: string | null;
  ledger: PaymentSums | null;
  provider: PaymentSums | null;
  differences: Difference[];
}
