import { createSession, expireSession, expireSessions, findSession, wholeNumber } from "./checkout-sessions.server";
import { type FormTree, type FormValue, textAt } from "./form-body";
import { cancelIntent, captureIntent, findIntent, lapseHolds } from "./payment-machine.server";
import { createRefund } from "./refunds.server";
import { publicObject } from "./stand-in-events.server";
import type { StandInStore } from "./stand-in-store.server";
import { stripeErrors } from "./stripe-error";

export interface RouteContext {
  store: StandInStore;
  /** Where the hosted pages are. */
  pageAddress: string;
  /** Refunds stay pending until somebody settles them. */
  slowRefunds: boolean;
}

interface Route {
  method: "GET" | "POST";
  pattern: RegExp;
  /** The route's name in the table of parameters. */
  name: string;
  run(context: RouteContext, form: FormTree, id: string): object;
}

const LONGEST_PAGE = 100;

export const routes: readonly Route[] = [
  {
    method: "POST",
    pattern: /^\/v1\/checkout\/sessions$/,
    name: "POST /v1/checkout/sessions",
    run: ({ store, pageAddress }, form) => createSession(store, form, pageAddress),
  },
  {
    method: "GET",
    pattern: /^\/v1\/checkout\/sessions\/([^/]+)$/,
    name: "GET /v1/checkout/sessions/:id",
    run: ({ store }, _form, id) => findSession(store, id),
  },
  {
    method: "POST",
    pattern: /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/,
    name: "POST /v1/checkout/sessions/:id/expire",
    run: ({ store }, _form, id) => expireSession(store, findSession(store, id)),
  },
  {
    method: "GET",
    pattern: /^\/v1\/payment_intents$/,
    name: "GET /v1/payment_intents",
    run: ({ store }, form) => page("/v1/payment_intents", Object.values(store.data.intents), form),
  },
  {
    method: "GET",
    pattern: /^\/v1\/payment_intents\/([^/]+)$/,
    name: "GET /v1/payment_intents/:id",
    run: ({ store }, _form, id) => findIntent(store, id),
  },
  {
    method: "POST",
    pattern: /^\/v1\/payment_intents\/([^/]+)\/capture$/,
    name: "POST /v1/payment_intents/:id/capture",
    run({ store }, form, id) {
      const asked = textAt(form, "amount_to_capture");
      return captureIntent(store, findIntent(store, id), asked ? wholeNumber(asked, "amount_to_capture") : null);
    },
  },
  {
    method: "POST",
    pattern: /^\/v1\/payment_intents\/([^/]+)\/cancel$/,
    name: "POST /v1/payment_intents/:id/cancel",
    run: ({ store }, form, id) =>
      cancelIntent(store, findIntent(store, id), textAt(form, "cancellation_reason") ?? null),
  },
  {
    method: "POST",
    pattern: /^\/v1\/refunds$/,
    name: "POST /v1/refunds",
    run: ({ store, slowRefunds }, form) => createRefund(store, form, slowRefunds),
  },
  {
    method: "GET",
    pattern: /^\/v1\/refunds$/,
    name: "GET /v1/refunds",
    run({ store }, form) {
      const intent = textAt(form, "payment_intent");
      const all = Object.values(store.data.refunds);
      return page("/v1/refunds", intent ? all.filter((refund) => refund.payment_intent === intent) : all, form);
    },
  },
  {
    method: "GET",
    pattern: /^\/v1\/events\/([^/]+)$/,
    name: "GET /v1/events/:id",
    run({ store }, _form, id) {
      const event = store.data.events[id];
      if (!event) throw stripeErrors.noSuch("event", id);
      return event;
    },
  },
];

/** Newest first, as Stripe lists. */
function page(url: string, objects: readonly { id: string; created: number }[], form: FormTree): object {
  const from = Number(textAt(form, "created", "gte") ?? 0);
  const limit = Math.min(LONGEST_PAGE, Number(textAt(form, "limit") ?? 10));
  const newest = objects.filter(({ created }) => created >= from).toReversed();
  const after = textAt(form, "starting_after");
  const rest = after ? newest.slice(newest.findIndex(({ id }) => id === after) + 1) : newest;
  return { object: "list", url, has_more: rest.length > limit, data: rest.slice(0, limit) };
}

/** What time does by itself, done before every look at the objects. */
export function letTimePass(store: StandInStore): void {
  lapseHolds(store);
  expireSessions(store);
}

/** The answer's body: the object without our own fields, with what `expand` asks for in place of ids. */
export function shown(store: StandInStore, object: object, expand: FormValue | undefined): object {
  const paths = Array.isArray(expand) ? expand.filter((path): path is string => typeof path === "string") : [];
  const answer = structuredClone(publicObject(object)) as Record<string, unknown>;
  for (const path of paths) {
    if (Array.isArray(answer.data) && path.startsWith("data.")) {
      const inner = [path.slice("data.".length)];
      answer.data = answer.data.map((one: object) => shown(store, one, inner));
    } else expandAt(store, answer, path.split("."));
  }
  return answer;
}

function expandAt(store: StandInStore, object: Record<string, unknown>, [name = "", ...rest]: string[]): void {
  const id = object[name];
  if (typeof id === "string") {
    const found = store.data.intents[id] ?? store.data.charges[id] ?? store.data.refunds[id];
    if (found) object[name] = structuredClone(publicObject(found));
  }
  const child = object[name];
  if (rest.length > 0 && typeof child === "object" && child !== null) {
    expandAt(store, child as Record<string, unknown>, rest);
  }
}
