import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";

export const paymentMethods = ["cash", "finance", "lease"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export interface FinanceSlice {
  method: PaymentMethod;
  termMonths: number;
  cashDown: Cents;
  creditBand: string;
  /** Set by the finance manager when it differs from the store's table. */
  contractRateOverride: Ppm | null;
  leaseTermMonths: number;
  milesPerYear: number;
  targetPayment: Cents | null;
  /** The customer said "these terms work for me" to a revision; any later change of the numbers clears it. */
  termsAgreedAtRevision: number | null;
}

export const financeIsComplete = (slice: FinanceSlice) => slice.termsAgreedAtRevision !== null;
