import { type FormTree, parameterPaths } from "./form-body";
import { stripeErrors } from "./stripe-error";

/**
 * The parameters of the requests a deposit makes, as Stripe's OpenAPI description names them (API 2023-08-16 and the
 * ones added since that we use). Anything else is answered as Stripe does: unknown parameter.
 */
const known: Record<string, readonly string[]> = {
  "POST /v1/checkout/sessions": [
    "mode",
    "success_url",
    "cancel_url",
    "client_reference_id",
    "customer_email",
    "currency",
    "expires_at",
    "locale",
    "submit_type",
    "metadata[*]",
    "expand",
    "line_items[quantity]",
    "line_items[price_data][currency]",
    "line_items[price_data][unit_amount]",
    "line_items[price_data][product_data][name]",
    "line_items[price_data][product_data][description]",
    "payment_intent_data[capture_method]",
    "payment_intent_data[description]",
    "payment_intent_data[metadata][*]",
    "payment_intent_data[receipt_email]",
    "payment_intent_data[statement_descriptor_suffix]",
    "payment_method_types",
    "payment_method_options[card][request_extended_authorization]",
  ],
  "POST /v1/checkout/sessions/:id/expire": ["expand"],
  "GET /v1/checkout/sessions/:id": ["expand"],
  "GET /v1/payment_intents/:id": ["expand", "client_secret"],
  "GET /v1/payment_intents": [
    "created[gte]",
    "created[gt]",
    "created[lt]",
    "created[lte]",
    "limit",
    "starting_after",
    "expand",
  ],
  "GET /v1/refunds": ["payment_intent", "charge", "limit", "starting_after", "created[gte]", "expand"],
  "GET /v1/events/:id": ["expand"],
  "POST /v1/payment_intents/:id/capture": ["amount_to_capture", "metadata[*]", "expand", "final_capture"],
  "POST /v1/payment_intents/:id/cancel": ["cancellation_reason", "expand"],
  "POST /v1/refunds": ["payment_intent", "charge", "amount", "reason", "metadata[*]", "currency", "expand"],
};

const withAnyKey = (path: string) => path.replace(/(metadata\]?)\[[^\]]+\]$/, "$1[*]");

/** Refuses the first parameter that the route does not have. */
export function checkParameters(route: string, form: FormTree): void {
  const allowed = known[route];
  if (!allowed) throw stripeErrors.unknownRoute(route);
  const stranger = parameterPaths(form).find((path) => !allowed.includes(withAnyKey(path)));
  if (stranger) throw stripeErrors.unknown(stranger);
}
