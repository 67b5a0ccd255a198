import { recordEvent } from "./stand-in-events.server";
import type { Charge, CheckoutSession, PaymentIntent } from "./stand-in-objects";
import type { StandInStore } from "./stand-in-store.server";
import { stripeErrors } from "./stripe-error";

/** How long an online card authorisation lives here; real ones differ by brand and are read from the charge. */
export const AUTHORIZATION_SECONDS = 7 * 24 * 60 * 60;

/** What the payer's bank says: the test methods of Stripe by what they do. */
export type CardOutcome = "succeeds" | "declined" | "insufficientFunds" | "asksFor3ds";

const declines = {
  declined: { decline_code: "generic_decline", message: "Your card was declined." },
  insufficientFunds: { decline_code: "insufficient_funds", message: "Your card has insufficient funds." },
} as const;

export function findIntent(store: StandInStore, id: string): PaymentIntent {
  const intent = store.data.intents[id];
  if (!intent) throw stripeErrors.noSuch("payment_intent", id);
  return intent;
}

/** The intent of a session: made when the payer first presses the button, as Stripe does. */
export function intentOf(store: StandInStore, session: CheckoutSession): PaymentIntent {
  const known = session.stand_in.intent && store.data.intents[session.stand_in.intent];
  if (known) return known;
  const intent: PaymentIntent = {
    id: store.newId("pi"),
    object: "payment_intent",
    amount: session.amount_total,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: session.stand_in.capture_method,
    created: store.now(),
    currency: session.currency,
    description: session.stand_in.description,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: session.stand_in.intent_metadata,
    next_action: null,
    status: "requires_payment_method",
  };
  store.data.intents[intent.id] = intent;
  session.stand_in.intent = intent.id;
  recordEvent(store, "payment_intent.created", intent);
  return intent;
}

function newCharge(
  store: StandInStore,
  intent: PaymentIntent,
  failure: { code: string; message: string } | null,
): Charge {
  const captured = failure === null && intent.capture_method === "automatic";
  const charge: Charge = {
    id: store.newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    captured,
    created: store.now(),
    currency: intent.currency,
    disputed: false,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    livemode: false,
    metadata: intent.metadata,
    paid: failure === null,
    payment_intent: intent.id,
    payment_method_details: {
      type: "card",
      card: {
        brand: "visa",
        last4: failure ? "0002" : "4242",
        capture_before: failure || captured ? null : store.now() + AUTHORIZATION_SECONDS,
        three_d_secure: null,
      },
    },
    refunded: false,
    status: failure ? "failed" : "succeeded",
  };
  store.data.charges[charge.id] = charge;
  intent.latest_charge = charge.id;
  return charge;
}

/** The payer pressed "pay" with a card: the intent moves as far as the bank lets it. */
export function confirmIntent(
  store: StandInStore,
  session: CheckoutSession,
  outcome: CardOutcome,
  threeDSecureUrl: (intent: PaymentIntent) => string,
): PaymentIntent {
  const intent = intentOf(store, session);
  if (intent.status !== "requires_payment_method" && intent.status !== "requires_action") {
    throw stripeErrors.unexpectedState("confirmed", intent.status);
  }
  if (outcome === "asksFor3ds") {
    intent.status = "requires_action";
    const url = threeDSecureUrl(intent);
    intent.next_action = { type: "redirect_to_url", redirect_to_url: { url, return_url: session.success_url } };
    recordEvent(store, "payment_intent.requires_action", intent);
    return intent;
  }
  intent.next_action = null;
  if (outcome === "succeeds") succeed(store, session, intent);
  else decline(store, intent, outcome);
  return intent;
}

function succeed(store: StandInStore, session: CheckoutSession, intent: PaymentIntent): void {
  const charge = newCharge(store, intent, null);
  intent.last_payment_error = null;
  if (intent.capture_method === "manual") {
    intent.status = "requires_capture";
    intent.amount_capturable = intent.amount;
    recordEvent(store, "charge.succeeded", charge);
    recordEvent(store, "payment_intent.amount_capturable_updated", intent);
  } else {
    intent.status = "succeeded";
    intent.amount_received = intent.amount;
    recordEvent(store, "charge.succeeded", charge);
    recordEvent(store, "payment_intent.succeeded", intent);
  }
  session.status = "complete";
  session.payment_status = intent.status === "succeeded" ? "paid" : "unpaid";
  session.payment_intent = intent.id;
  session.url = null;
  recordEvent(store, "checkout.session.completed", session);
}

function decline(store: StandInStore, intent: PaymentIntent, outcome: keyof typeof declines): void {
  const { decline_code, message } = declines[outcome];
  const charge = newCharge(store, intent, { code: "card_declined", message });
  intent.status = "requires_payment_method";
  intent.last_payment_error = { type: "card_error", code: "card_declined", decline_code, message, charge: charge.id };
  recordEvent(store, "charge.failed", charge);
  recordEvent(store, "payment_intent.payment_failed", intent);
}

/** The bank's page said no, or the payer went away from it. */
export function fail3ds(store: StandInStore, intent: PaymentIntent): void {
  if (intent.status !== "requires_action") return;
  const message = "We are unable to authenticate your payment method.";
  const charge = newCharge(store, intent, { code: "payment_intent_authentication_failure", message });
  intent.status = "requires_payment_method";
  intent.next_action = null;
  const code = "payment_intent_authentication_failure";
  intent.last_payment_error = { type: "invalid_request_error", code, message, charge: charge.id };
  recordEvent(store, "payment_intent.payment_failed", intent);
}

export function captureIntent(store: StandInStore, intent: PaymentIntent, asked: number | null): PaymentIntent {
  if (intent.status !== "requires_capture") throw stripeErrors.unexpectedState("captured", intent.status);
  const amount = asked ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) throw stripeErrors.captureTooLarge();
  const charge = chargeOf(store, intent);
  intent.status = "succeeded";
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  charge.captured = true;
  charge.amount_captured = amount;
  // What was authorised and not captured goes back by itself.
  charge.amount_refunded = 0;
  charge.payment_method_details.card.capture_before = null;
  recordEvent(store, "charge.captured", charge);
  recordEvent(store, "payment_intent.succeeded", intent);
  return intent;
}

export function cancelIntent(store: StandInStore, intent: PaymentIntent, reason: string | null): PaymentIntent {
  if (intent.status === "succeeded" || intent.status === "canceled" || intent.status === "processing") {
    throw stripeErrors.unexpectedState("canceled", intent.status);
  }
  intent.status = "canceled";
  intent.canceled_at = store.now();
  intent.cancellation_reason = reason;
  intent.amount_capturable = 0;
  intent.next_action = null;
  recordEvent(store, "payment_intent.canceled", intent);
  return intent;
}

/** Holds nobody captured in time lapse at the bank: what the clock does. */
export function lapseHolds(store: StandInStore): void {
  for (const intent of Object.values(store.data.intents)) {
    if (intent.status !== "requires_capture") continue;
    const charge = chargeOf(store, intent);
    const { capture_before } = charge.payment_method_details.card;
    if (capture_before === null || capture_before > store.now()) continue;
    recordEvent(store, "charge.expired", charge);
    cancelIntent(store, intent, "automatic");
  }
}

export function chargeOf(store: StandInStore, intent: PaymentIntent): Charge {
  const charge = intent.latest_charge && store.data.charges[intent.latest_charge];
  if (!charge || charge.status !== "succeeded") throw stripeErrors.notRefundable();
  return charge;
}
