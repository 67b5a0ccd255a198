import { join } from "node:path";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import type { PaymentProvider } from "./payment-provider";
import type { StandIn } from "./stand-in/stand-in-server.server";
import { stripeClient } from "./stripe/stripe-client.server";
import { stripeProvider } from "./stripe/stripe-provider.server";

/** The payment provider this server is connected to, and the secrets its events are signed with. */
export interface PaymentConnection {
  provider: PaymentProvider;
  secrets: readonly string[];
  /** Where payers are sent besides Stripe's own pages: the stand-in's. */
  pageOrigin: string | null;
  standIn: StandIn | null;
}

const holder = remember<{ connection: PaymentConnection | null }>("paymentConnection", () => ({ connection: null }));

/** Null where nothing takes payments online: deposits are then recorded at the desk. */
export const payments = (): PaymentConnection | null => holder.connection;

export function usePayments(connection: PaymentConnection | null): void {
  holder.connection = connection;
}

const STAND_IN_SECRET = "whsec_built_in_stand_in";

/**
 * Stripe where a key is set; else, for demo and development, the stand-in on this machine. Production without a key
 * takes no payments online.
 */
export async function connectPayments(): Promise<void> {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: apiUrl } = env;
  if (key) {
    const stripe = stripeClient({ key, apiUrl });
    const livemode = key.startsWith("sk_live_") || key.startsWith("rk_live_");
    const secrets = env.STRIPE_WEBHOOK_SECRETS;
    const pageOrigin = apiUrl ? new URL(apiUrl).origin : null;
    usePayments({ provider: stripeProvider(stripe, { livemode }), secrets, pageOrigin, standIn: null });
    if (secrets.length === 0) log.warn("STRIPE_WEBHOOK_SECRETS is not set: payments will only be noticed by asking");
    return;
  }
  if (env.NODE_ENV === "production" && !env.DEMO) return usePayments(null);
  const { startStandIn } = await import("./stand-in/stand-in-server.server");
  const standIn = await startStandIn({ path: join(env.DATA_DIR, "payment-stand-in.json") });
  standIn.webhooks.target = { url: `${webhookBase()}/webhooks/stripe`, secrets: [STAND_IN_SECRET] };
  usePayments(standInConnection(standIn));
}

/** The stand-in talks to this very process, whatever the public address is. */
const webhookBase = () => `http://${env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST}:${env.PORT}`;

export function standInConnection(standIn: StandIn): PaymentConnection {
  const stripe = stripeClient({ key: standIn.key, apiUrl: standIn.url });
  const provider = stripeProvider(stripe, { livemode: false });
  return { provider, secrets: [STAND_IN_SECRET], pageOrigin: standIn.url, standIn };
}

export async function disconnectPayments(): Promise<void> {
  const { connection } = holder;
  usePayments(null);
  await connection?.standIn?.stop();
}
