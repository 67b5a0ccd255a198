/** The objects the stand-in keeps, in Stripe's own words and shapes: only the fields that a deposit meets. */

export type IntentStatus =
  "requires_payment_method" | "requires_action" | "processing" | "requires_capture" | "succeeded" | "canceled";

export interface PaymentIntent {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_capturable: number;
  amount_received: number;
  canceled_at: number | null;
  cancellation_reason: string | null;
  capture_method: "automatic" | "manual";
  created: number;
  currency: string;
  description: string | null;
  last_payment_error: { type: string; code: string; decline_code?: string; message: string; charge: string } | null;
  latest_charge: string | null;
  livemode: false;
  metadata: Record<string, string>;
  next_action: { type: "redirect_to_url"; redirect_to_url: { url: string; return_url: string } } | null;
  status: IntentStatus;
}

export interface Charge {
  id: string;
  object: "charge";
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  captured: boolean;
  created: number;
  currency: string;
  disputed: boolean;
  failure_code: string | null;
  failure_message: string | null;
  livemode: false;
  metadata: Record<string, string>;
  paid: boolean;
  payment_intent: string;
  payment_method_details: {
    type: "card";
    card: { brand: string; last4: string; capture_before: number | null; three_d_secure: { result: string } | null };
  };
  refunded: boolean;
  status: "succeeded" | "failed";
}

export interface Refund {
  id: string;
  object: "refund";
  amount: number;
  charge: string;
  created: number;
  currency: string;
  failure_reason: string | null;
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string | null;
  status: "pending" | "succeeded" | "failed";
}

export interface CheckoutSession {
  id: string;
  object: "checkout.session";
  amount_total: number;
  cancel_url: string;
  client_reference_id: string | null;
  created: number;
  currency: string;
  expires_at: number;
  livemode: false;
  metadata: Record<string, string>;
  mode: "payment";
  payment_intent: string | null;
  payment_status: "paid" | "unpaid";
  status: "open" | "complete" | "expired";
  success_url: string;
  url: string | null;
  /** Not Stripe's: what the intent will be made from when the payer presses the button. */
  stand_in: {
    capture_method: "automatic" | "manual";
    description: string;
    intent_metadata: Record<string, string>;
    /** The intent that an earlier press on the page made. */
    intent: string | null;
  };
}

export interface Dispute {
  id: string;
  object: "dispute";
  amount: number;
  charge: string;
  created: number;
  currency: string;
  livemode: false;
  payment_intent: string;
  reason: string;
  status: "needs_response" | "lost" | "won";
}

export interface StripeEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: unknown };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface StoredAnswer {
  /** Route and parameters under which the key was first used. */
  request: string;
  status: number;
  body: unknown;
}

/** Everything, in one file: it outlives the stand-in's own restart. */
export interface StandInData {
  intents: Record<string, PaymentIntent>;
  charges: Record<string, Charge>;
  refunds: Record<string, Refund>;
  sessions: Record<string, CheckoutSession>;
  disputes: Record<string, Dispute>;
  events: Record<string, StripeEvent>;
  answers: Record<string, StoredAnswer>;
  /** Events not yet answered with 2xx. */
  undelivered: { event: string; tries: number; dueAt: number }[];
  clockOffsetSeconds: number;
}

export const emptyData = (): StandInData => ({
  intents: {},
  charges: {},
  refunds: {},
  sessions: {},
  disputes: {},
  events: {},
  answers: {},
  undelivered: [],
  clockOffsetSeconds: 0,
});
