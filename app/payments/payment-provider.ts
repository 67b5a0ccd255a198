import type { Cents } from "#machines/money/cents";

export interface CheckoutRequest {
  /** Stored before the call; the same key always means the same checkout. */
  idempotencyKey: string;
  amount: Cents;
  description: string;
  /** Where the payer comes back to. It only says "checking": the provider's event is what counts. */
  returnUrl: string;
}

export interface RefundRequest {
  idempotencyKey: string;
  reference: string;
  amount: Cents;
}

/** Whoever takes the money. The product never sees a card; the payer is sent to the provider's own page. */
export interface PaymentProvider {
  name: string;
  openCheckout(request: CheckoutRequest): Promise<{ reference: string; url: string }>;
  refund(request: RefundRequest): Promise<{ reference: string }>;
}

/** What a provider tells us, in our words. Arrives at least once, in any order. */
export interface ProviderNews {
  /** The provider's own id of this piece of news: a repeat carries the same one. */
  id: string;
  provider: string;
  type: "checkout.completed" | "checkout.failed";
  reference: string;
  amount: Cents;
  reason?: string;
}
