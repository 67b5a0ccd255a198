import type { ServerResponse } from "node:http";
import { type FormTree, textAt } from "./form-body";
import { bankPage, checkoutPage, finishedPage } from "./hosted-page";
import { type CardOutcome, confirmIntent, fail3ds } from "./payment-machine.server";
import type { CheckoutSession, PaymentIntent } from "./stand-in-objects";
import type { StandIn } from "./stand-in-server.server";

const outcomes: readonly CardOutcome[] = ["succeeds", "declined", "insufficientFunds", "asksFor3ds"];

const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  // The payer goes on to the store's address, wherever that is.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
};

const intentPath = (intent: PaymentIntent) => `/bank/${intent.id}`;

/** The pages a payer sees: checkout, and the bank behind it. */
export function answerHostedPage(
  standIn: StandIn,
  method: string,
  url: URL,
  form: FormTree,
  response: ServerResponse,
): void {
  const checkout = /^\/c\/pay\/([^/]+)$/.exec(url.pathname)?.[1];
  const bank = /^\/bank\/([^/]+)$/.exec(url.pathname)?.[1];
  const session = checkout ? standIn.store.data.sessions[checkout] : sessionOfIntent(standIn, bank);
  if (!session) {
    response.writeHead(404, headers).end("<!doctype html><title>Not found</title><h1>Not found</h1>");
  } else if (method === "POST") {
    const next = checkout ? pressCheckout(standIn, session, form) : answerBank(standIn, session, form);
    standIn.store.save();
    response.writeHead(303, { ...headers, location: next }).end();
  } else {
    response.writeHead(200, headers).end(shownPage(standIn, session, bank !== undefined));
  }
}

function sessionOfIntent(standIn: StandIn, intent: string | undefined): CheckoutSession | undefined {
  if (!intent) return undefined;
  return Object.values(standIn.store.data.sessions).find((session) => session.stand_in.intent === intent);
}

function shownPage(standIn: StandIn, session: CheckoutSession, isBank: boolean): string {
  if (session.status !== "open") return finishedPage(session);
  const intent = session.stand_in.intent ? (standIn.store.data.intents[session.stand_in.intent] ?? null) : null;
  return isBank && intent?.status === "requires_action" ? bankPage(session) : checkoutPage(session, intent);
}

function pressCheckout(standIn: StandIn, session: CheckoutSession, form: FormTree): string {
  const outcome = outcomes.find((one) => one === textAt(form, "card"));
  if (session.status !== "open" || !outcome) return `/c/pay/${session.id}`;
  return payInStandIn(standIn, session.id, outcome);
}

/** What pressing a button on the page does; answers where the payer goes next. */
export function payInStandIn(standIn: StandIn, sessionId: string, outcome: CardOutcome): string {
  const session = standIn.store.data.sessions[sessionId];
  if (!session || session.status !== "open") return session?.success_url ?? "/";
  const intent = confirmIntent(standIn.store, session, outcome, (made) => `${standIn.url}${intentPath(made)}`);
  standIn.store.save();
  if (intent.status === "requires_action") return intentPath(intent);
  return intent.status === "requires_payment_method" ? `/c/pay/${session.id}` : session.success_url;
}

function answerBank(standIn: StandIn, session: CheckoutSession, form: FormTree): string {
  const intent = session.stand_in.intent && standIn.store.data.intents[session.stand_in.intent];
  if (!intent || intent.status !== "requires_action") return session.success_url;
  if (textAt(form, "answer") === "complete") return payInStandIn(standIn, session.id, "succeeds");
  fail3ds(standIn.store, intent);
  return `/c/pay/${session.id}`;
}
