import { redirect } from "@remix-run/node";
import { assert } from "#machines/assert";
import type { StaffRole } from "#machines/store/actor";
import { env } from "#app/platform/env.server";
import { readSession, startShopperSession, type SessionPerson } from "./session.server";
import { createShopper } from "./shopper.server";

export type StaffPerson = Extract<SessionPerson, { kind: "staff" }>;

const readAlready = new WeakMap<Request, Promise<SessionPerson>>();

/** Who sent a request. The loaders of one page share the answer, since they share the request. */
export function requestPerson(request: Request): Promise<SessionPerson> {
  const known = readAlready.get(request);
  if (known) return known;
  const reading = readSession(request.headers.get("Cookie"));
  readAlready.set(request, reading);
  return reading;
}

/** Where people come in: the demo has no passwords to ask for. */
function wayIn(request: Request): string {
  const url = new URL(request.url);
  // What Remix adds to fetch a page's data is not part of the page's address.
  url.searchParams.delete("_routes");
  const path = url.pathname.replace(/\.data$/, "");
  // A form post cannot be repeated after signing in; its page can be opened again.
  const back = request.method === "GET" ? path + url.search : path;
  return `${env.DEMO ? "/demo" : "/staff/sign-in"}?redirectTo=${encodeURIComponent(back)}`;
}

/** Staff or a thrown redirect to the way in; with `roles`, staff of one of those or a thrown 403. */
export async function requireStaff(request: Request, roles?: readonly StaffRole[]): Promise<StaffPerson> {
  const person = await requestPerson(request);
  if (person.kind !== "staff") throw redirect(wayIn(request));
  if (roles && !roles.includes(person.role)) throw new Response("Forbidden", { status: 403 });
  return person;
}

/**
 * The shopper of this browser, made on first need: a deal starts without a name or a number.
 * `setCookie` belongs on the answer when it is not null. Staff are no shoppers: ask `requestPerson` first.
 */
export async function ensureShopper(request: Request): Promise<{ shopperId: string; setCookie: string | null }> {
  const person = await requestPerson(request);
  assert(person.kind !== "staff", "a member of staff was taken for a shopper");
  if (person.kind === "shopper") return { shopperId: person.shopperId, setCookie: null };
  const shopperId = await createShopper(request);
  const { setCookie } = await startShopperSession(request, { shopperId });
  return { shopperId, setCookie };
}
