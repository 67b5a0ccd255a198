import type { Cents } from "#machines/money/cents";
import type { DepositStatus } from "#machines/stages/deposit";

/** What a payment link shows: this payment, and nothing else of the deal. */
export type PayPageData =
  | { state: "dead" | "thanks" }
  | {
      state: "deal";
      store: string;
      car: string;
      amount: Cents;
      holdHours: number;
      refundable: boolean;
      status: DepositStatus;
      bankAsked: boolean;
      accepted: boolean;
      holdUntil: string | null;
      timeZone: string;
      /** The revision that the terms were read at. */
      revision: number;
    };
