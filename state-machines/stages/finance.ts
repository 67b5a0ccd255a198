import type { Cents } from "../money/cents";
import { type Ppm, ppm } from "../money/rate";

export const paymentMethods = ["cash", "finance", "lease"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** What beyond a plain contract a customer may ask for, where the store's lenders write it. */
export interface FinanceOptions {
  /** Months from the contract to the first payment; one is the usual. */
  firstPaymentMonths: number;
  /** The last payment as a share of the selling price; zero for equal payments. */
  balloonShare: Ppm;
  /** Refundable deposits that lower a lease's money factor. */
  securityDeposits: number;
}

export const plainContract: FinanceOptions = { firstPaymentMonths: 1, balloonShare: ppm(0), securityDeposits: 0 };

/** Why a rate is not the store's own table's: the same few words everywhere, so that two customers can be compared. */
export const rateReasons = [
  "lenderLimit",
  "competingOffer",
  "paymentConstraint",
  "inventoryReduction",
  "dealerCampaign",
  "makerSubvention",
  "employeeProgramme",
] as const;
export type RateReason = (typeof rateReasons)[number];

export interface FinanceSlice {
  method: PaymentMethod;
  termMonths: number;
  cashDown: Cents;
  creditBand: string;
  /** Set by the finance manager when it differs from the store's table. */
  contractRateOverride: Ppm | null;
  /** Why, with the rate that it was said of: of another rate it says nothing. */
  rateException?: { contractRate: Ppm; reason: RateReason } | null;
  leaseTermMonths: number;
  milesPerYear: number;
  targetPayment: Cents | null;
  /** The part of the store's doc fee that somebody with the authority let go. */
  docFeeWaived: Cents;
  options: FinanceOptions;
  /** What the customer pays at signing of what their trades leave owing; the rest rides on the new loan. */
  tradeBalancePaidNow: Cents;
  /** The customer said "these terms work for me" to a revision; any later change of the numbers clears it. */
  termsAgreedAtRevision: number | null;
}

export const financeIsComplete = (slice: FinanceSlice) => slice.termsAgreedAtRevision !== null;
