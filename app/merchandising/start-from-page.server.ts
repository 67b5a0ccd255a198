import { data, redirect } from "@remix-run/node";
import { assert } from "#machines/assert";
import type { Actor } from "#machines/store/actor";
import { ensureShopper, requestPerson } from "#app/accounts/request-person.server";
import { startDeal } from "#app/deals/start-deal.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { keepFigures, takeChoices } from "./take-choices.server";
import { KEEP_PRICE } from "./start-deal-form";
import { stockBoard, stockChanged } from "./stock-board.server";

const HTTP_CONFLICT = 409;
const HTTP_TOO_MANY = 429;

/** A family compares a dozen cars in an evening; more starts than that in ten minutes are a machine's. */
const starts = rateLimit("startDeal", { points: 20, perSeconds: 600 });

/** A form's texts as an address has them: the same reader for both. */
const formParams = (form: FormData): URLSearchParams =>
  new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));

/** Who starts it: a member of staff for somebody who walked in, or this browser's shopper, made on the way. */
async function starter(request: Request) {
  const person = await requestPerson(request);
  if (person.kind === "staff") {
    const { staffId, rooftopId, role, firstName, lastName, seesCost } = person;
    const actor: Actor = { kind: "staff", staffId, rooftopId, role, firstName, lastName, seesCost };
    return { start: { actor, startedFrom: "walkIn" as const }, setCookie: null };
  }
  const { shopperId, setCookie } = await ensureShopper(request);
  const actor: Actor = { kind: "customer", shopperId, firstName: null };
  return { start: { actor, startedFrom: "vehiclePage" as const, shopperId }, setCookie };
}

/**
 * "Start my deal": a deal about this car and the way to it. Nothing is asked of the person.
 */
export async function startFromPage(request: Request, from: { stockNumber: string; clientAddress: string }) {
  // A bare POST is a start at the usual terms.
  const form = request.headers.has("Content-Type") ? await request.formData() : new FormData();
  const board = await stockBoard();
  assert(board, "a vehicle page belongs to a store");
  const allowed = await starts.take(from.clientAddress);
  if (!allowed.ok) {
    throw new Response(null, { status: HTTP_TOO_MANY, headers: { "Retry-After": String(allowed.retryAfterSeconds) } });
  }
  const { start, setCookie } = await starter(request);
  const started = await startDeal({ rooftopId: board.rooftopId, stockNumber: from.stockNumber, ...start });
  stockChanged();
  const headers: Record<string, string> = setCookie ? { "Set-Cookie": setCookie } : {};
  if ("refusal" in started) return data({ startFailed: true }, { status: HTTP_CONFLICT, headers });
  await takeChoices(board, started.dealId, start.actor, formParams(form));
  const promise = form.has(KEEP_PRICE) ? await keepFigures(started.dealId, start.actor) : null;
  return redirect(promise ?? `/deals/${started.dealId}`, { headers });
}
