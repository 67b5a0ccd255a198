import { Stripe } from "stripe";
import { Fault } from "#app/platform/fault";

/** Two more tries for what may be tried again; each is one request under the same key. */
const RETRIES = 2;
const ANSWER_MS = 10_000;

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * The client for Stripe, or for a stand-in on this machine. Any other address is refused, and so is a live key on one:
 * a wrong setting must not send customers' payments anywhere else.
 */
export function stripeClient({ key, apiUrl }: { key: string; apiUrl?: string | undefined }): Stripe {
  const common = { maxNetworkRetries: RETRIES, timeout: ANSWER_MS, telemetry: false } as const;
  if (apiUrl === undefined) return new Stripe(key, common);
  const url = new URL(apiUrl);
  if (url.protocol !== "http:" || !loopback.has(url.hostname)) {
    throw new Fault("STRIPE_API_URL may only be http on this machine.", { code: "settings", retryable: false });
  }
  if (!key.startsWith("sk_test_")) {
    throw new Fault("STRIPE_API_URL takes a test key (sk_test_…) only.", { code: "settings", retryable: false });
  }
  return new Stripe(key, { ...common, host: url.hostname, port: Number(url.port || 80), protocol: "http" });
}
