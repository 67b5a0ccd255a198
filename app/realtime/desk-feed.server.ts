import type { StaffRole } from "#machines/store/actor";
import type { DealSummary } from "#app/deals/deal-summary";
import { onDealSummary, readStoredSummaries, readSummaries, readSummary } from "#app/deals/deal-summaries.server";
import { now } from "#app/platform/clock.server";
import { log } from "#app/platform/log.server";
import { nodeNews } from "#app/platform/node-news.server";
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

/** While nothing is heard from the other servers, desks are read again this often. */
const DEAF_READ_MS = 5_000;
/** Rows changed this long before the last reading are read once more: servers' clocks differ, and commits take time. */
const OVERLAP_MS = 60_000;

/** Pushes every changed row to the store's desks, whichever server changed it. */
export function startDeskFeed(io: DealServer): () => void {
  const news = nodeNews();
  const emit = (rooftopId: string, rows: DeskRow[]) => io.local.to(deskRoom(rooftopId)).emit("desk:rows", { rows });
  const changedHere = new Set<string>();
  const tellOthers = () => {
    news.tell("summaries", [...changedHere]);
    changedHere.clear();
  };
  const stops = [
    onDealSummary((rooftopId, summary) => {
      emit(rooftopId, [deskRow(summary)]);
      if (changedHere.size === 0) setImmediate(tellOthers);
      changedHere.add(summary.dealId);
    }),
    news.onTold("summaries", (dealIds) => void showStored(io, dealIds as string[]).catch(noteUnread)),
    news.onBack(() => void readAgain(io, emit).catch(noteUnread)),
  ];
  if (!news.hasOthers) return () => stops.forEach((stop) => stop());
  const deaf = setInterval(() => news.isUp() || void readAgain(io, emit).catch(noteUnread), DEAF_READ_MS).unref();
  return () => {
    clearInterval(deaf);
    for (const stop of stops) stop();
  };
}

const desksOpenHere = (io: DealServer) =>
  [...io.sockets.adapter.rooms.keys()].flatMap((room) =>
    room.startsWith("desk:") ? [room.slice("desk:".length)] : [],
  );

async function showStored(io: DealServer, dealIds: string[]): Promise<void> {
  if (desksOpenHere(io).length === 0) return;
  for (const { rooftopId, summary } of await readStoredSummaries(dealIds))
    io.local.to(deskRoom(rooftopId)).emit("desk:rows", { rows: [deskRow(summary)] });
}

/** What may have been missed: rows are whole and carry their revision, so one too many does no harm. */
async function readAgain(io: DealServer, emit: (rooftopId: string, rows: DeskRow[]) => void): Promise<void> {
  const since = new Date(now().getTime() - OVERLAP_MS - DEAF_READ_MS).toISOString();
  for (const rooftopId of desksOpenHere(io)) {
    const rows = (await readDeskRows(rooftopId)).filter(({ updatedAt }) => updatedAt >= since);
    if (rows.length > 0) emit(rooftopId, rows);
  }
}

// The desk shows it with the next change or the next reading.
const noteUnread = (error: unknown) => log.warn({ err: error }, "the desk was not told what changed elsewhere");

/** Somebody came or went: the row's people moved, the deal did not. */
export function tellDeskPresence(io: DealServer, dealId: string): void {
  const tell = async () => {
    const known = await readSummary(dealId);
    if (known) io.local.to(deskRoom(known.rooftopId)).emit("desk:rows", { rows: [deskRow(known.summary)] });
  };
  // The list shows who is there at the next change; nobody's own work depends on it.
  tell().catch((error: unknown) => log.warn({ err: error, dealId }, "the desk was not told who is on a deal"));
}
