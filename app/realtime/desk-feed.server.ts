import type { StaffRole } from "#machines/store/actor";
import type { DealSummary } from "#app/deals/deal-summary";
import { onDealSummary, readSummaries, readSummary } from "#app/deals/deal-summaries.server";
import { log } from "#app/platform/log.server";
import { peopleOn } from "./presence.server";
import type { DeskAnswer, DeskRow } from "./protocol";
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
export async function joinDesk(socket: DealSocket): Promise<DeskAnswer> {
  const { person } = socket.data;
  if (person.kind !== "staff" || !deskRoles.includes(person.role)) return { status: "notFound" };
  await socket.join(deskRoom(person.rooftopId));
  return { rows: await readDeskRows(person.rooftopId) };
}

/** Pushes every changed row to the store's desks. */
export function startDeskFeed(io: DealServer): () => void {
  return onDealSummary((rooftopId, summary) => {
    io.local.to(deskRoom(rooftopId)).emit("desk:rows", { rows: [deskRow(summary)] });
  });
}

/** Somebody came or went: the row's people moved, the deal did not. */
export function tellDeskPresence(io: DealServer, dealId: string): void {
  const tell = async () => {
    const known = await readSummary(dealId);
    if (known) io.local.to(deskRoom(known.rooftopId)).emit("desk:rows", { rows: [deskRow(known.summary)] });
  };
  // The list shows who is there at the next change; nobody's own work depends on it.
  tell().catch((error: unknown) => log.warn({ err: error, dealId }, "the desk was not told who is on a deal"));
}
