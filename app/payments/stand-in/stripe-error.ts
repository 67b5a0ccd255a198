/** An answer in Stripe's error shape. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: { type: string; message: string; code?: string; param?: string; decline_code?: string },
    readonly headers: Record<string, string> = {},
  ) {
    super(body.message);
  }
}

const invalid = (status: number, message: string, code?: string, param?: string) =>
  new StripeError(status, { type: "invalid_request_error", message, ...(code && { code }), ...(param && { param }) });

export const stripeErrors = {
  badKey: () => invalid(401, "Invalid API Key provided."),
  unknownRoute: (route: string) => invalid(404, `Unrecognized request URL (${route}).`),
  missing: (param: string) => invalid(400, `Missing required param: ${param}.`, "parameter_missing", param),
  unknown: (param: string) => invalid(400, `Received unknown parameter: ${param}`, "parameter_unknown", param),
  invalidInteger: (param: string) => invalid(400, `Invalid integer: ${param}`, "parameter_invalid_integer", param),
  invalidValue: (param: string) => invalid(400, `Invalid ${param}.`, "parameter_invalid_string_blank", param),
  amountTooSmall: () => invalid(400, "Amount must be at least $0.50 usd", "amount_too_small", "amount"),
  noSuch: (kind: string, id: string) => invalid(404, `No such ${kind}: '${id}'`, "resource_missing", kind),
  unexpectedState: (verb: string, status: string) =>
    invalid(
      400,
      `This PaymentIntent could not be ${verb} because it has a status of ${status}.`,
      "payment_intent_unexpected_state",
    ),
  captureTooLarge: () =>
    invalid(
      400,
      "The amount to capture is greater than the amount that can be captured.",
      "amount_too_large",
      "amount_to_capture",
    ),
  alreadyRefunded: () => invalid(400, "Charge has already been refunded.", "charge_already_refunded"),
  refundTooLarge: () => invalid(400, "Refund amount is greater than unrefunded amount on charge.", undefined, "amount"),
  notRefundable: () => invalid(400, "This PaymentIntent does not have a successful charge to refund."),
  sessionNotOpen: (status: string) =>
    invalid(400, `Only Checkout Sessions with a status in ["open"] can be expired. This one is ${status}.`),
  keyReused: () =>
    new StripeError(400, {
      type: "idempotency_error",
      message: "Keys for idempotent requests can only be used with the same parameters they were first used with.",
    }),
  keyInUse: () =>
    new StripeError(409, {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: "There is currently another in-progress request using this idempotency key.",
    }),
  rateLimited: () => invalid(429, "Too many requests.", "rate_limit"),
  serverError: () =>
    new StripeError(
      500,
      { type: "api_error", message: "An unknown error occurred." },
      { "stripe-should-retry": "true" },
    ),
};
