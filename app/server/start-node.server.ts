import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir } from "node:fs/promises";
import express from "express";
import type { ViteDevServer } from "vite";
import { acquireDataLock } from "#app/platform/data-lock.server";
import type { DataLock } from "#app/platform/data-lock.server";
import { openDatabase, useDatabase } from "#app/platform/database.server";
import type { Database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { configuredLenders } from "#app/lenders/configured-lenders.server";
import { connectLenders } from "#app/lenders/lender-network.server";
import { connectPayments } from "#app/payments/payment-connection.server";
import { Fault } from "#app/platform/fault";
import { startJobs, stopJobs, workOnJobs } from "#app/platform/jobs.server";
import { log } from "#app/platform/log.server";
import { migrate } from "#app/platform/migrate.server";
import { openNodeNews, useNodeNews } from "#app/platform/node-news.server";
import { attachSockets } from "./attach-sockets.server";
import { checkPostgres } from "./check-postgres.server";
import { createHttpApp } from "./create-http-app.server";
import type { HttpAppOptions } from "./create-http-app.server";
import { connectDealPorts } from "./deal-ports.server";
import { connectDocumentPorts } from "./document-ports.server";
import { createDrain } from "./drain.server";
import type { Drain } from "./drain.server";
import { features } from "./features.server";
import { showMetrics } from "./health.server";
import { seedWhenEmpty } from "./seed-when-empty.server";

/** Slow headers and slow bodies must not hold connections for ever. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
const KEEP_ALIVE_MS = 5_000;

export interface StartOptions {
  build: HttpAppOptions["build"];
  /** In development Vite's own socket needs the server first. */
  httpServer?: HttpServer;
  viteDevServer?: ViteDevServer;
}

async function openData(): Promise<{ database: Database; lock: DataLock | null }> {
  await mkdir(env.DATA_DIR, { recursive: true });
  // Several servers may share a PostgreSQL; PGlite bears one.
  const lock = env.DATABASE_URL ? null : await acquireDataLock(env.DATA_DIR);
  try {
    const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR });
    await checkPostgres(database);
    const applied = await migrate(database);
    if (applied.length > 0) log.info({ applied }, "the database was migrated");
    return { database, lock };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** Servers hear of each other where there may be several: a PostgreSQL to share, and a Redis to talk through. */
async function joinOtherServers(database: Database): Promise<void> {
  if (!env.REDIS_URL || database.kind !== "postgres") return;
  // A Redis may serve several installations: they are told apart by what their databases were born with.
  const { rows } = await database.query<{ channel: string }>(
    `select 'deal-jacket:' || current_database() || ':' || "id" as channel from "_prisma_migrations"
      order by "started_at", "migration_name" limit 1`,
  );
  useNodeNews(openNodeNews(env.REDIS_URL, rows[0]?.channel ?? "deal-jacket"));
}

async function listen(server: HttpServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const sentence = error.code === "EADDRINUSE" ? `Port ${port} on ${env.HOST} is taken.` : error.message;
      reject(new Fault(sentence, { code: "listen", retryable: false, cause: error }));
    };
    server.once("error", refuse);
    server.listen(port, env.HOST, () => {
      server.off("error", refuse);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

async function listenForMetrics(): Promise<HttpServer | null> {
  if (env.METRICS_PORT === undefined) return null;
  const server = createServer(express().disable("x-powered-by").get("/metrics", showMetrics));
  await listen(server, env.METRICS_PORT);
  return server;
}

/**
 * A forgotten promise must not take a store's open deals down with it: it is logged as the mistake it is. An exception
 * nobody caught may have left anything half done, so the process ends and is started again.
 */
function reportMistakes(): void {
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "a rejected promise was not handled"));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "an exception was not caught");
    process.exit(1);
  });
}

/** Brings the whole server up, in this order: data, jobs, features, pages, sockets, and only then the open door. */
export async function startNode(options: StartOptions): Promise<void> {
  const { database, lock } = await openData();
  try {
    await open(options, database, lock);
  } catch (error) {
    await stopJobs();
    await database.close();
    await lock?.release();
    throw error;
  }
}

async function open(
  { build, httpServer, viteDevServer }: StartOptions,
  database: Database,
  lock: DataLock | null,
): Promise<void> {
  reportMistakes();
  useDatabase(database);
  await joinOtherServers(database);
  connectDealPorts();
  connectDocumentPorts();
  await connectPayments();
  const { ports, secrets } = await configuredLenders();
  connectLenders(ports, secrets);
  // Before the seed: its deals ask for documents and mail like any others.
  await startJobs(database);
  // Servers that start at once on an empty database must not both fill it.
  if (env.DEMO) await database.alterExclusively(() => seedWhenEmpty(database));
  for (const feature of features) await feature.start?.({ database });
  workOnJobs();

  const server = httpServer ?? createServer();
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  let drain: Drain | null = null;
  const isDraining = () => drain?.hasBegun() ?? false;
  // Before the sockets, which take over the listeners they find and pass on what is not theirs.
  server.on("request", createHttpApp({ build, isDraining, ...(viteDevServer ? { viteDevServer } : {}) }));
  const io = attachSockets(server, { sharesServer: viteDevServer !== undefined });
  drain = createDrain({ server, io, database, lock, viteDevServer });
  const port = await listen(server, env.PORT);
  drain.alsoClose(await listenForMetrics());
  const address = env.PORT === port ? env.PUBLIC_URL : `http://${env.HOST}:${port}`;
  process.stdout.write(`Deal Jacket is ready: ${address}\n`);
}
