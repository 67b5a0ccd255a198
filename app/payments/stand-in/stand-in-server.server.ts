import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { log } from "#app/platform/log.server";
import { type FormTree, parseFormBody } from "./form-body";
import { answerHostedPage } from "./hosted-page-requests.server";
import { answerOnce, type StripeAnswer } from "./idempotent-answers.server";
import { letTimePass, routes, shown } from "./stripe-routes.server";
import { type FaultKind, Faults } from "./stand-in-faults";
import { openStandInStore, type StandInStore } from "./stand-in-store.server";
import { StripeError, stripeErrors } from "./stripe-error";
import { checkParameters } from "./stripe-parameters";
import { createWebhookSender, type WebhookSender } from "./webhook-sender.server";

/** The only address it listens on: nobody but this machine is ever served. */
const LOOPBACK = "127.0.0.1";
const BODY_BYTES = 64 * 1024;
const SLOW_MS = 1_500;
const STAND_IN_KEY = "sk_test_built_in_stand_in";

export interface StandIn {
  /** The one key it takes. It is no secret: it opens nothing but this. */
  key: string;
  url: string;
  store: StandInStore;
  webhooks: WebhookSender;
  faults: Faults;
  /** Refunds stay pending until they are settled or fail. */
  options: { slowRefunds: boolean };
  /** Requests to the API since the start, as they came. */
  requests: { route: string; form: FormTree; idempotencyKey: string | undefined }[];
  /** Moves the clock: holds lapse and pages close. */
  advanceClock(seconds: number): void;
  stop(): Promise<void>;
}

export interface StandInOptions {
  port?: number;
  /** Where its state lives on; without one it forgets. */
  path?: string | null;
}

/** Requests kept to be looked at. */
const KEPT_REQUESTS = 500;

/**
 * A stand-in for Stripe: the part of its API that deposits use, with state, its own hosted page and signed events.
 * For the demo without an account and for tests; production mode never starts it.
 */
export async function startStandIn({ port = 0, path = null }: StandInOptions = {}): Promise<StandIn> {
  const store = openStandInStore(path);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const standIn: StandIn = {
    key: STAND_IN_KEY,
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    store,
    webhooks: createWebhookSender(store),
    faults: new Faults(),
    options: { slowRefunds: false },
    requests: [],
    advanceClock(seconds) {
      store.data.clockOffsetSeconds += seconds;
      letTimePass(store);
      store.save();
    },
    stop: () => stop(server, standIn),
  };
  server.on("request", (request, response) => {
    void answer(standIn, request, response).catch((error: unknown) => {
      log.error({ err: error }, "the payment stand-in made a mistake");
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  standIn.webhooks.start();
  // It serves the process that it lives in and never keeps it alive.
  server.unref();
  return standIn;
}

async function stop(server: Server, standIn: StandIn): Promise<void> {
  await standIn.webhooks.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > BODY_BYTES) throw stripeErrors.invalidValue("body");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", standIn.url);
  const body = await readBody(request);
  letTimePass(standIn.store);
  if (!url.pathname.startsWith("/v1/")) {
    answerHostedPage(standIn, request.method ?? "GET", url, parseFormBody(body), response);
    return;
  }
  const fault = standIn.faults.take(`${request.method} ${url.pathname}`);
  if (fault && (await beforeWork(fault, response))) return;
  const { status, body: json, headers } = await apiAnswer(standIn, request, url, body);
  if (fault === "resetAfterWork") response.destroy();
  if (fault === "resetAfterWork" || fault === "hangAfterWork") return;
  const requestId = `req_${randomBytes(8).toString("hex")}`;
  response.writeHead(status, { "content-type": "application/json", "request-id": requestId, ...headers });
  response.end(JSON.stringify(json));
}

/** True when the fault is all the answer there is. */
async function beforeWork(fault: FaultKind, response: ServerResponse): Promise<boolean> {
  switch (fault) {
    case "resetBeforeWork":
      response.destroy();
      return true;
    case "hang":
      return true;
    case "serverError":
    case "rateLimit": {
      const error = fault === "rateLimit" ? stripeErrors.rateLimited() : stripeErrors.serverError();
      response.writeHead(error.status, { "content-type": "application/json", ...error.headers });
      response.end(JSON.stringify({ error: error.body }));
      return true;
    }
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return false;
    case "resetAfterWork":
    case "hangAfterWork":
      return false;
  }
}

async function apiAnswer(standIn: StandIn, request: IncomingMessage, url: URL, body: string): Promise<StripeAnswer> {
  try {
    if (request.headers.authorization !== `Bearer ${STAND_IN_KEY}`) throw stripeErrors.badKey();
    const method = request.method === "POST" ? "POST" : "GET";
    const route = routes.find((one) => one.method === method && one.pattern.test(url.pathname));
    if (!route) throw stripeErrors.unknownRoute(`${method}: ${url.pathname}`);
    const text = method === "POST" ? body : url.search.slice(1);
    const form = parseFormBody(text);
    checkParameters(route.name, form);
    const key = method === "POST" ? keyOf(request) : undefined;
    standIn.requests.push({ route: route.name, form, idempotencyKey: key });
    if (standIn.requests.length > KEPT_REQUESTS) standIn.requests.shift();
    const id = route.pattern.exec(url.pathname)?.[1] ?? "";
    const context = { store: standIn.store, pageAddress: standIn.url, slowRefunds: standIn.options.slowRefunds };
    return await answerOnce(standIn.store, key, `${method} ${url.pathname}\n${text}`, async () => {
      const object = shown(standIn.store, route.run(context, form, id), form.expand);
      if (method === "POST") standIn.store.save();
      return { status: 200, body: object, headers: {} };
    });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return { status: error.status, body: { error: error.body }, headers: error.headers };
  }
}

function keyOf(request: IncomingMessage): string | undefined {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" ? key : undefined;
}
