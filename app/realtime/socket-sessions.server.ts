import { onSessionEnded } from "#app/accounts/session.server";
import { staffIdleMs } from "#app/accounts/session-limits.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { now } from "#app/platform/clock.server";
import { nodeNews } from "#app/platform/node-news.server";
import type { DealServer, DealSocket } from "./socket-person.server";

/** A session that ended, a role that changed or an access taken away is noticed within this time on every server. */
const CHECK_EVERY_MS = 4_000;

function end(socket: DealSocket): void {
  socket.emit("session:ended");
  socket.disconnect(true);
}

/** Cuts the line of every session that ended: at once where that is heard of, within seconds where it is not. */
export function watchSessions(io: DealServer): () => void {
  const news = nodeNews();
  const cut = (sessionId: unknown) => {
    for (const socket of io.sockets.sockets.values()) if (socket.data.person.sessionId === sessionId) end(socket);
  };
  const stops = [
    onSessionEnded(({ sessionId }) => {
      cut(sessionId);
      news.tell("sessionEnded", sessionId);
    }),
    news.onTold("sessionEnded", cut),
  ];
  const timer = setInterval(() => void checkAll(io), CHECK_EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

interface SessionRow {
  idHash: string;
  role: string | null;
  rooftopId: string | null;
  seesCost: boolean | null;
  active: boolean | null;
  lastSeenAt: Date | string;
}

/** One question for all lines: which sessions live, and with which role. A changed role means: connect again. */
async function checkAll(io: DealServer): Promise<void> {
  const sockets = [...io.sockets.sockets.values()];
  if (sockets.length === 0) return;
  try {
    const { rows } = await database().query<SessionRow>(
      `select s."idHash", s."lastSeenAt", m."role", m."rooftopId", m."seesCost", m."active" from "Session" s
         left join "StaffMember" m on m."id" = s."staffId"
       where s."idHash" = any($1::text[]) and s."revokedAt" is null and s."lockedAt" is null and s."expiresAt" > $2`,
      [[...new Set(sockets.map((socket) => socket.data.person.sessionId))], now().toISOString()],
    );
    const live = new Map(rows.map((row) => [row.idHash, row]));
    for (const socket of sockets) if (!stillSame(socket, live.get(socket.data.person.sessionId))) end(socket);
    await checkAccess(sockets);
  } catch (error) {
    // The database being away is not a reason to throw people out; no edit is accepted meanwhile either.
    log.warn({ err: error }, "live sessions could not be checked");
  }
}

function stillSame({ data: { person } }: DealSocket, row: SessionRow | undefined): boolean {
  if (!row) return false;
  if (person.kind !== "staff") return true;
  // Watching a card is not working on it: an unattended desk signs itself out, live line and all.
  if (now().getTime() - new Date(row.lastSeenAt).getTime() >= staffIdleMs()) return false;
  const { role, rooftopId, seesCost } = person;
  return row.active === true && row.role === role && row.rooftopId === rooftopId && row.seesCost === seesCost;
}

/** A shopper taken off a deal loses its line. */
async function checkAccess(sockets: DealSocket[]): Promise<void> {
  const shoppers = sockets.filter(({ data }) => data.person.kind === "shopper" && data.deals.size > 0);
  if (shoppers.length === 0) return;
  const { rows } = await database().query<{ dealId: string; shopperId: string }>(
    `select "dealId", "shopperId" from "DealAccess" where "dealId" = any($1::text[])`,
    [[...new Set(shoppers.flatMap(({ data }) => [...data.deals.keys()]))]],
  );
  const granted = new Set(rows.map(({ dealId, shopperId }) => `${dealId} ${shopperId}`));
  for (const socket of shoppers) {
    const { person, deals } = socket.data;
    if (person.kind !== "shopper") continue;
    if ([...deals.keys()].some((dealId) => !granted.has(`${dealId} ${person.shopperId}`))) end(socket);
  }
}
