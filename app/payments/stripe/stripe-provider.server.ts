import { Stripe } from "stripe";
import { type Cents, cents } from "#machines/money/cents";
import { Fault } from "#app/platform/fault";
import type {
  CheckoutRequest,
  ListedPayment,
  PaymentProvider,
  PaymentStatus,
  ProviderPayment,
} from "../payment-provider";

/** Deposits are in the store's currency; other ones are refused when they come back. */
export const DEPOSIT_CURRENCY = "usd";

const WITH_CHARGE = ["payment_intent.latest_charge"];

/** Deposits by Stripe's hosted Checkout: no card data near us, payment methods as the store set them up there. */
export function stripeProvider(stripe: Stripe, { livemode }: { livemode: boolean }): PaymentProvider {
  return {
    name: "stripe",
    livemode,
    openCheckout: (request) => asFault(() => openCheckout(stripe, request)),
    closeCheckout: (reference) => asFault(() => closeCheckout(stripe, reference)),
    readPayment: (reference, intent) => asFault(() => readPayment(stripe, reference, intent)),
    capture: ({ idempotencyKey, intent, amount }) =>
      asFault(async () => {
        await stripe.paymentIntents.capture(intent, { amount_to_capture: amount }, { idempotencyKey });
      }),
    release: ({ idempotencyKey, intent }) =>
      asFault(async () => {
        await stripe.paymentIntents.cancel(
          intent,
          { cancellation_reason: "requested_by_customer" },
          { idempotencyKey },
        );
      }),
    refund: ({ idempotencyKey, intent, amount }) =>
      asFault(async () => {
        const refund = await stripe.refunds.create(
          { payment_intent: intent, amount, reason: "requested_by_customer" },
          { idempotencyKey },
        );
        return { reference: refund.id, settled: refund.status === "succeeded" };
      }),
    listPayments: (since) => listPayments(stripe, since),
  };
}

async function openCheckout(stripe: Stripe, request: CheckoutRequest): Promise<{ reference: string; url: string }> {
  const { attemptId, amount, description, returnUrl } = request;
  const metadata = { attempt: attemptId };
  const session = await stripe.checkout.sessions.create(
    {
      mode: "payment",
      client_reference_id: attemptId,
      success_url: returnUrl,
      cancel_url: returnUrl,
      metadata,
      line_items: [
        {
          quantity: 1,
          price_data: { currency: DEPOSIT_CURRENCY, unit_amount: amount, product_data: { name: description } },
        },
      ],
      payment_intent_data: {
        capture_method: request.mode === "authorize" ? "manual" : "automatic",
        description,
        metadata,
      },
    },
    { idempotencyKey: request.idempotencyKey },
  );
  if (!session.url) throw new Fault("The payment page has no address.", { code: "payments", retryable: true });
  return { reference: session.id, url: session.url };
}

async function closeCheckout(stripe: Stripe, reference: string): Promise<boolean> {
  try {
    await stripe.checkout.sessions.expire(reference);
    return true;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return false;
    throw error;
  }
}

/**
 * The session names its intent only once it is complete; before that a declined card is seen on the intent that the
 * news named.
 */
async function readPayment(stripe: Stripe, reference: string, intentId: string | null): Promise<ProviderPayment> {
  const session = await stripe.checkout.sessions.retrieve(reference, { expand: WITH_CHARGE });
  const named = typeof session.payment_intent === "object" ? session.payment_intent : null;
  const intent =
    named ?? (intentId ? await stripe.paymentIntents.retrieve(intentId, { expand: ["latest_charge"] }) : null);
  const charge = intent && typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const attemptId = session.client_reference_id;
  const ours = intent === null || intent.metadata.attempt === attemptId;
  const captureBefore = charge?.payment_method_details?.card?.capture_before ?? null;
  return {
    reference: session.id,
    intent: intent?.id ?? null,
    attemptId: ours ? attemptId : null,
    status: statusOf(session, intent),
    amount: cents(intent?.amount ?? session.amount_total ?? 0),
    currency: intent?.currency ?? session.currency ?? "",
    livemode: session.livemode,
    refunded: cents(charge?.captured ? charge.amount_refunded : 0),
    captureBefore: captureBefore === null ? null : instant(captureBefore),
    failure: failureOf(intent),
  };
}

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

function statusOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): PaymentStatus {
  switch (intent?.status) {
    case "requires_capture":
      return "authorized";
    case "succeeded":
      return "captured";
    case "canceled":
      return session.status === "expired" ? "expired" : "canceled";
    case "processing":
      return "processing";
    case "requires_action":
      return session.status === "open" ? "waitingForBank" : "expired";
    default:
      return session.status === "expired" ? "expired" : "open";
  }
}

function failureOf(intent: Stripe.PaymentIntent | null): ProviderPayment["failure"] {
  const error = intent?.last_payment_error;
  if (!intent || !error) return null;
  return { id: error.charge ?? intent.id, reason: error.decline_code ?? error.code ?? "declined" };
}

async function* listPayments(stripe: Stripe, since: Date): AsyncIterable<ListedPayment> {
  const created = { gte: Math.floor(since.getTime() / 1000) };
  const all = stripe.paymentIntents.list({ created, limit: 100, expand: ["data.latest_charge"] });
  for await (const intent of all) {
    const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
    yield {
      intent: intent.id,
      attemptId: intent.metadata.attempt ?? null,
      status: listedStatus(intent.status),
      amount: cents(intent.amount),
      captured: cents(intent.amount_received),
      refunded: cents(charge?.captured ? charge.amount_refunded : 0) as Cents,
      createdAt: instant(intent.created),
    };
  }
}

function listedStatus(status: Stripe.PaymentIntent.Status): ListedPayment["status"] {
  if (status === "requires_capture") return "authorized";
  if (status === "succeeded") return "captured";
  return status === "canceled" ? "canceled" : "open";
}

/** Stripe's errors in our words: what may be tried again and what may not. */
async function asFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeError)) throw cause;
    const { idempotency, again } = kindOf(cause);
    const code = idempotency ? "idempotency" : (cause.code ?? "payments");
    throw new Fault(cause.message, { code, retryable: again, cause });
  }
}

function kindOf(error: Stripe.errors.StripeError): { idempotency: boolean; again: boolean } {
  const inUse = error.code === "idempotency_key_in_use";
  const idempotency = error instanceof Stripe.errors.StripeIdempotencyError && !inUse;
  const status = error.statusCode ?? 500;
  return { idempotency, again: !idempotency && (inUse || status === 409 || status === 429 || status >= 500) };
}
