import type { StaffRole } from "#machines/store/actor";
import type { DealSummary } from "#app/deals/deal-summary";
import { onDealSummary, readSummaries } from "#app/deals/deal-summaries.server";
import { peopleOn } from "./presence.server";
import type { DeskRow } from "./protocol";
import type { DealServer, DealSocket } from "./socket-person.server";

/** Roles that have a desk: everybody who works deals. */
const deskRoles: readonly StaffRole[] = ["salesperson", "salesManager", "fniManager", "generalManager", "admin"];

const deskRoom = (rooftopId: string) => `desk:${rooftopId}`;

export function deskRow(summary: DealSummary): DeskRow {
  const online = peopleOn(summary.dealId).map(({ role, firstName, device }) => ({ role, firstName, device }));
  return { ...summary, online };
}

export async function readDeskRows(rooftopId: string, lives?: readonly string[]): Promise<DeskRow[]> {
  return (await readSummaries(rooftopId, lives ? { lives } : {})).map(deskRow);
}

/** Joins the store's live list; a customer asking gets the answer for something that does not exist. */
export async function joinDesk(socket: DealSocket): Promise<{ rows: DeskRow[] } | { status: "notFound" }> {
  const { person } = socket.data;
  if (person.kind !== "staff" || !deskRoles.includes(person.role)) return { status: "notFound" };
  await socket.join(deskRoom(person.rooftopId));
  return { rows: await readDeskRows(person.rooftopId) };
}

/** Pushes every changed row to the store's desks. */
export function startDeskFeed(io: DealServer): () => void {
  return onDealSummary((rooftopId, summary) => {
    latest.set(summary.dealId, { rooftopId, summary });
    io.local.to(deskRoom(rooftopId)).emit("desk:rows", { rows: [deskRow(summary)] });
  });
}

const latest = new Map<string, { rooftopId: string; summary: DealSummary }>();

/** Somebody came or went: the row's people moved, the deal did not. */
export function tellDeskPresence(io: DealServer, dealId: string): void {
  const known = latest.get(dealId);
  if (known) io.local.to(deskRoom(known.rooftopId)).emit("desk:rows", { rows: [deskRow(known.summary)] });
}
