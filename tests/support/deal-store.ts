import { randomUUID } from "node:crypto";
import { assert } from "#machines/assert";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEdit, DealEvent } from "#machines/deal/deal-events";
import type { Actor } from "#machines/store/actor";
import type { EditAnswer } from "#app/deals/edit-answer";
import type { JournalRow } from "#app/deals/deal-journal.server";
import { readJournal } from "#app/deals/read-journal.server";
import { readDealState } from "#app/deals/read-deal.server";
import { startDeal } from "#app/deals/start-deal.server";
import { submitDealEvent } from "#app/deals/submit-deal-event.server";
import type { Database } from "#app/platform/database.server";
import { connectDealPorts } from "#app/server/deal-ports.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { seedStore } from "#prisma/seed/seed-store";
import { lakesideStaff } from "#prisma/seed/staff";

/** The demo store with its staff and cars, and the door's ports joined as the server joins them; no deals. */
export async function openDealStore(database: Database): Promise<void> {
  connectDealPorts();
  await seedStore(database);
}

/** A member of the demo store's staff by first name: Maya and Theron sell, Ines runs the desk, Walt the finance, Gus appraises. */
export function staffCalled(firstName: string): Extract<Actor, { kind: "staff" }> {
  const person = lakesideStaff.find((staff) => staff.firstName === firstName);
  assert(person, `${firstName} works at the demo store`);
  const { id: staffId, rooftopId, role, lastName, seesCost } = person;
  return { kind: "staff", staffId, rooftopId, role, firstName, lastName, seesCost };
}

export interface TestDeal {
  dealId: string;
  shopperId: string;
  customer: Actor;
}

/** A deal on a car that is for sale, begun from its page by a shopper of its own. */
export async function newDeal(
  database: Database,
  wish: { condition?: string; fuel?: string; stockNumber?: string } = {},
): Promise<TestDeal> {
  const shopperId = `shopper-${randomUUID()}`;
  await database.prisma.shopper.create({ data: { id: shopperId } });
  const { stockNumber, ...kind } = wish;
  const vehicle = await database.prisma.vehicle.findFirst({
    where: { status: "live", condition: "new", fuel: "hybrid", ...kind, ...(stockNumber ? { stockNumber } : {}) },
    orderBy: { stockNumber: "asc" },
  });
  assert(vehicle, "the demo store has such a car");
  const customer: Actor = { kind: "customer", shopperId, firstName: null };
  const started = await startDeal({
    rooftopId: lakesideId,
    stockNumber: vehicle.stockNumber,
    actor: customer,
    startedFrom: "vehiclePage",
    shopperId,
  });
  assert("dealId" in started, "a deal on a live car begins");
  return { dealId: started.dealId, shopperId, customer };
}

export interface Sending {
  editId?: string;
  /** Null: none is sent. Left out: the newest. */
  seenRevision?: number | null;
}

/** One event through the door. */
export async function send(
  dealId: string,
  actor: Actor,
  event: DealEdit | DealEvent,
  { editId = randomUUID(), seenRevision }: Sending = {},
): Promise<EditAnswer> {
  const seen = seenRevision === undefined ? (await stateOf(dealId)).revision : seenRevision;
  return submitDealEvent({ dealId, editId, actor, event, ...(seen === null ? {} : { seenRevision: seen }) });
}

/** Several, each of which has to be applied. */
export async function tell(
  dealId: string,
  actor: Actor,
  ...events: readonly (DealEdit | DealEvent)[]
): Promise<DealState> {
  for (const event of events) {
    const answer = await send(dealId, actor, event);
    assert(answer.status === "applied", `${event.type}: ${JSON.stringify(answer)}`);
  }
  return stateOf(dealId);
}

export async function stateOf(dealId: string): Promise<DealState> {
  const state = await readDealState(dealId);
  assert(state, "the deal exists");
  return state;
}

export const contextNow = async (dealId: string) => contextOf(await stateOf(dealId));

export async function journalOf(dealId: string): Promise<JournalRow[]> {
  return readJournal(dealId, 0);
}

/** The code of a refusal, or the whole answer where it is none: reads well in a failed expectation. */
export const refusalCode = (answer: EditAnswer) => (answer.status === "refused" ? answer.refusal.code : answer);
