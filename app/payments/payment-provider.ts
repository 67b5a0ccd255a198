import type { Cents } from "#machines/money/cents";

/** Set aside on the card and taken later, or taken at once. */
export type PaymentMode = "authorize" | "capture";

export interface CheckoutRequest {
  /** Stored before the call; the same key always means the same checkout. */
  idempotencyKey: string;
  /** Our attempt: what the provider's news is matched by. */
  attemptId: string;
  mode: PaymentMode;
  amount: Cents;
  description: string;
  /** Where the payer comes back to. It only says "checking": what the provider says is what counts. */
  returnUrl: string;
}

export type PaymentStatus =
  /** Nobody has paid yet; a declined card leaves it so. */
  "open" | "waitingForBank" | "processing" | "authorized" | "captured" | "canceled" | "expired";

/** A payment as the provider has it now. News only says that there is something to look at; this is the truth. */
export interface ProviderPayment {
  reference: string;
  intent: string | null;
  attemptId: string | null;
  status: PaymentStatus;
  amount: Cents;
  currency: string;
  /** False where no real money moves. */
  livemode: boolean;
  refunded: Cents;
  /** ISO instant until which an authorisation can be taken. */
  captureBefore: string | null;
  /** The last try of the card that did not go through. */
  failure: { id: string; reason: string } | null;
}

interface MoneyRequest {
  idempotencyKey: string;
  intent: string;
  amount: Cents;
}

/** Whoever takes the money. The product never sees a card; the payer is sent to the provider's own page. */
export interface PaymentProvider {
  name: string;
  /** False for test keys and the stand-in: such a payment never counts as real money. */
  livemode: boolean;
  openCheckout(request: CheckoutRequest): Promise<{ reference: string; url: string }>;
  /** Closes a page nobody has paid on; answers false when it was paid or closed before. */
  closeCheckout(reference: string): Promise<boolean>;
  readPayment(reference: string, intent: string | null): Promise<ProviderPayment>;
  capture(request: MoneyRequest): Promise<void>;
  /** Lets an authorisation go. */
  release(request: Omit<MoneyRequest, "amount">): Promise<void>;
  refund(request: MoneyRequest): Promise<{ reference: string; settled: boolean }>;
  /** Payments made since, newest first, for reconciliation. */
  listPayments(since: Date): AsyncIterable<ListedPayment>;
}

export interface ListedPayment {
  intent: string;
  attemptId: string | null;
  status: "open" | "authorized" | "captured" | "canceled";
  amount: Cents;
  captured: Cents;
  refunded: Cents;
  createdAt: string;
}
