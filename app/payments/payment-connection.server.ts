import { join } from "node:path";
import { database } from "#app/platform/database.server";
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

const holder = remember<{ connection: PaymentConnection | null; ofRooftops: Map<string, PaymentConnection> }>(
  "paymentConnection",
  () => ({ connection: null, ofRooftops: new Map() }),
);

/** Null where nothing takes payments online: deposits are then recorded at the desk. */
export const payments = (): PaymentConnection | null => holder.connection;

export function usePayments(connection: PaymentConnection | null): void {
  holder.connection = connection;
}

/** Gives a store an account of its own; everybody else keeps the common one. */
export function usePaymentsOf(rooftopId: string, connection: PaymentConnection | null): void {
  if (connection) holder.ofRooftops.set(rooftopId, connection);
  else holder.ofRooftops.delete(rooftopId);
}

/** The account that takes a store's deposits. */
export const paymentsOfRooftop = (rooftopId: string): PaymentConnection | null =>
  holder.ofRooftops.get(rooftopId) ?? holder.connection;

/** The account that takes this deal's deposits: its store's. */
export async function paymentsOf(dealId: string): Promise<PaymentConnection | null> {
  if (holder.ofRooftops.size === 0) return holder.connection;
  const deal = await database().prisma.deal.findUnique({ where: { id: dealId }, select: { rooftopId: true } });
  return deal ? paymentsOfRooftop(deal.rooftopId) : holder.connection;
}

/** Every account that may send us news. */
export const allPayments = (): PaymentConnection[] => [
  ...(holder.connection ? [holder.connection] : []),
  ...holder.ofRooftops.values(),
];

const STAND_IN_SECRET = "whsec_built_in_stand_in";

/**
 * Stripe where a key is set; else, for demo and development, the stand-in on this machine. Production without a key
 * takes no payments online.
 */
export async function connectPayments(): Promise<void> {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: apiUrl, STRIPE_ROOFTOPS: rooftops } = env;
  for (const rooftop of rooftops) usePaymentsOf(rooftop.rooftopId, stripeConnection({ ...rooftop, apiUrl }));
  if (key) {
    const secrets = env.STRIPE_WEBHOOK_SECRETS;
    usePayments(stripeConnection({ key, secrets, apiUrl }));
    if (secrets.length === 0) log.warn("STRIPE_WEBHOOK_SECRETS is not set: payments will only be noticed by asking");
    return;
  }
  if (env.NODE_ENV === "production" && !env.DEMO) return usePayments(null);
  const { startStandIn } = await import("./stand-in/stand-in-server.server");
  const standIn = await startStandIn({ path: join(env.DATA_DIR, "payment-stand-in.json") });
  standIn.webhooks.target = { url: `${webhookBase()}/webhooks/stripe`, secrets: [STAND_IN_SECRET] };
  usePayments(standInConnection(standIn));
}

function stripeConnection(account: {
  key: string;
  secrets: readonly string[];
  apiUrl: string | undefined;
}): PaymentConnection {
  const { key, secrets, apiUrl } = account;
  const livemode = key.startsWith("sk_live_") || key.startsWith("rk_live_");
  const pageOrigin = apiUrl ? new URL(apiUrl).origin : null;
  return { provider: stripeProvider(stripeClient({ key, apiUrl }), { livemode }), secrets, pageOrigin, standIn: null };
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
  holder.ofRooftops.clear();
  await connection?.standIn?.stop();
}
