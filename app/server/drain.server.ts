import type { Server as HttpServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Server as SocketServer } from "socket.io";
import type { ViteDevServer } from "vite";
import type { DataLock } from "#app/platform/data-lock.server";
import type { Database } from "#app/platform/database.server";
import { stopJobs, takeNoMoreJobs } from "#app/platform/jobs.server";
import { log } from "#app/platform/log.server";
import { nodeNews } from "#app/platform/node-news.server";
import { features } from "./features.server";

/** What features may take to tell people and settle; live connections end after it. */
const TELL_MS = 2_000;
/** What requests get to end, from the first moment; then they are cut. */
const REQUESTS_MS = 7_000;
/** Past this the process ends whatever is left, so that a stop is always a stop. */
const LAST_MS = 9_800;

export interface Drain {
  hasBegun: () => boolean;
  alsoClose(server: HttpServer | null): void;
}

interface Running {
  server: HttpServer;
  io: SocketServer;
  database: Database;
  lock: DataLock | null;
  viteDevServer: ViteDevServer | undefined;
}

function closed(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** One part that fails to stop must not keep the others, least of all the database, from stopping well. */
async function quietly(what: string, work: Promise<unknown> | undefined): Promise<void> {
  await work?.catch((error: unknown) => log.error(error, `stopping ${what} failed`));
}

async function closeDoors({ server, io }: Running, others: HttpServer[]): Promise<void> {
  const doors = Promise.all([server, ...others].map(closed));
  const deadline = pause(REQUESTS_MS, null, { ref: false });
  const told = Promise.all(features.map((feature) => quietly(feature.name, feature.drain?.(io))));
  await Promise.race([told, pause(TELL_MS, null, { ref: false })]);
  // Ends every live connection with "transport close", after which clients connect again by themselves.
  const lines = quietly("live connections", io.close());
  server.closeIdleConnections();
  await Promise.race([Promise.all([doors, lines]), deadline]);
  for (const door of [server, ...others]) door.closeAllConnections();
}

async function stopAll(running: Running, others: HttpServer[]): Promise<void> {
  takeNoMoreJobs();
  await closeDoors(running, others);
  await quietly("jobs", stopJobs());
  for (const feature of features.toReversed()) await quietly(feature.name, feature.stop?.());
  await quietly("the line between servers", nodeNews().close());
  await quietly("Vite", running.viteDevServer?.close());
  await quietly("the database", running.database.close());
  await quietly("the lock", running.lock?.release());
}

/**
 * On SIGTERM or SIGINT: no new connections, tell the people who are connected, let work in flight end, close the
 * database, give up the lock, exit 0. A second signal does not hurry it.
 */
export function createDrain(running: Running): Drain {
  const others: HttpServer[] = [];
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    setTimeout(() => process.exit(1), LAST_MS).unref();
    void stopAll(running, others).then(() => process.exit(0));
  };
  process.on("SIGTERM", begin);
  process.on("SIGINT", begin);
  return { hasBegun: () => begun, alsoClose: (server) => server && others.push(server) };
}
