import type { Cents } from "#machines/money/cents";

/** Where one payment's money is. */
export interface PaymentSums {
  /** Still set aside on the card. */
  setAside: Cents;
  taken: Cents;
  refunded: Cents;
}

/** What our ledger and the provider say differently about one payment, by name. */
export type Difference =
  "missingInLedger" | "missingAtProvider" | "setAsideDiffers" | "takenDiffers" | "refundedDiffers";
