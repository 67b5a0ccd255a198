import { type FormTree, recordAt, textAt } from "./form-body";
import { recordEvent } from "./stand-in-events.server";
import type { CheckoutSession } from "./stand-in-objects";
import type { StandInStore } from "./stand-in-store.server";
import { stripeErrors } from "./stripe-error";

const SESSION_SECONDS = 24 * 60 * 60;
/** Stripe's own bounds for expires_at. */
const SHORTEST_SESSION_SECONDS = 30 * 60;
const SMALLEST_AMOUNT = 50;
const LARGEST_AMOUNT = 99_999_999;

function needed(form: FormTree, name: string, ...path: (string | number)[]): string {
  const value = textAt(form, ...path);
  if (value === undefined || value === "") throw stripeErrors.missing(name);
  return value;
}

export function wholeNumber(text: string, param: string): number {
  if (!/^\d+$/.test(text)) throw stripeErrors.invalidInteger(param);
  return Number(text);
}

function totalOf(form: FormTree): number {
  const unit = needed(form, "line_items[0][price_data][unit_amount]", "line_items", 0, "price_data", "unit_amount");
  const quantity = wholeNumber(textAt(form, "line_items", 0, "quantity") ?? "1", "line_items[0][quantity]");
  const total = wholeNumber(unit, "line_items[0][price_data][unit_amount]") * quantity;
  if (total < SMALLEST_AMOUNT || total > LARGEST_AMOUNT) throw stripeErrors.amountTooSmall();
  return total;
}

function expiryOf(form: FormTree, now: number): number {
  const asked = textAt(form, "expires_at");
  if (asked === undefined) return now + SESSION_SECONDS;
  const expires = wholeNumber(asked, "expires_at");
  // A minute's grace: the asking server's clock need not be ours.
  const tooSoon = expires < now + SHORTEST_SESSION_SECONDS - 60;
  if (tooSoon || expires > now + SESSION_SECONDS + 60) throw stripeErrors.invalidValue("expires_at");
  return expires;
}

export function createSession(store: StandInStore, form: FormTree, pageAddress: string): CheckoutSession {
  if (needed(form, "mode", "mode") !== "payment") throw stripeErrors.invalidValue("mode");
  const capture = textAt(form, "payment_intent_data", "capture_method") ?? "automatic";
  if (capture !== "manual" && capture !== "automatic" && capture !== "automatic_async") {
    throw stripeErrors.invalidValue("payment_intent_data[capture_method]");
  }
  const now = store.now();
  const id = store.newId("cs_test");
  const successUrl = needed(form, "success_url", "success_url");
  const session: CheckoutSession = {
    id,
    object: "checkout.session",
    amount_total: totalOf(form),
    cancel_url: textAt(form, "cancel_url") ?? successUrl,
    client_reference_id: textAt(form, "client_reference_id") ?? null,
    created: now,
    currency: needed(form, "line_items[0][price_data][currency]", "line_items", 0, "price_data", "currency"),
    expires_at: expiryOf(form, now),
    livemode: false,
    metadata: recordAt(form, "metadata"),
    mode: "payment",
    payment_intent: null,
    payment_status: "unpaid",
    status: "open",
    success_url: successUrl,
    url: `${pageAddress}/c/pay/${id}`,
    stand_in: {
      capture_method: capture === "manual" ? "manual" : "automatic",
      description:
        textAt(form, "payment_intent_data", "description") ??
        needed(
          form,
          "line_items[0][price_data][product_data][name]",
          "line_items",
          0,
          "price_data",
          "product_data",
          "name",
        ),
      intent_metadata: recordAt(form, "payment_intent_data", "metadata"),
      intent: null,
    },
  };
  store.data.sessions[id] = session;
  return session;
}

export function findSession(store: StandInStore, id: string): CheckoutSession {
  const session = store.data.sessions[id];
  if (!session) throw stripeErrors.noSuch("checkout.session", id);
  return session;
}

export function expireSession(store: StandInStore, session: CheckoutSession): CheckoutSession {
  if (session.status !== "open") throw stripeErrors.sessionNotOpen(session.status);
  endSession(store, session);
  return session;
}

/** Pages nobody paid on close after their time: what the clock does. */
export function expireSessions(store: StandInStore): void {
  for (const session of Object.values(store.data.sessions)) {
    if (session.status === "open" && session.expires_at <= store.now()) endSession(store, session);
  }
}

function endSession(store: StandInStore, session: CheckoutSession): void {
  session.status = "expired";
  session.url = null;
  const intent = session.stand_in.intent && store.data.intents[session.stand_in.intent];
  if (intent && (intent.status === "requires_payment_method" || intent.status === "requires_action")) {
    intent.status = "canceled";
    intent.canceled_at = store.now();
    intent.cancellation_reason = "expired";
    intent.next_action = null;
    recordEvent(store, "payment_intent.canceled", intent);
  }
  recordEvent(store, "checkout.session.expired", session);
}
