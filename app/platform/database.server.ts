import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { assert } from "#machines/assert";
import type { Prisma, PrismaClient } from "#app/generated/prisma/client";
import { env } from "./env.server";
import { openPglite } from "./pglite-database.server";
import { openPostgres } from "./postgres-database.server";
import { forget, remember } from "./remember.server";

export { uniqueViolation } from "./unique-violation";

/**
 * Runs one SQL statement. Both databases answer in the same JavaScript types: timestamps as Date, counts as number,
 * JSON parsed. Without parameters, several statements may stand in one text; the rows are those of the last. One that is
 * run many times a second has a name, under which PostgreSQL keeps it planned.
 */
export interface SqlExecutor {
  query<Row = Record<string, unknown>>(text: string, params?: unknown[], name?: string): Promise<{ rows: Row[] }>;
}

/** Prisma's client inside `prisma.$transaction(async (tx) => …)`. */
export type PrismaTx = Prisma.TransactionClient;

export interface Database extends SqlExecutor {
  kind: "pglite" | "postgres";
  prisma: PrismaClient;
  /**
   * One transaction on one connection. Every query inside goes through `tx`: on PGlite, which has one connection, a
   * query beside it waits for a transaction that waits for it. No network wait inside.
   */
  transaction<T>(work: (tx: SqlExecutor) => Promise<T>): Promise<T>;
  /** Plain SQL, and jobs, inside a Prisma transaction. */
  prismaExecutor(tx: PrismaTx): SqlExecutor;
  /**
   * Changes of the schema: nobody else makes any meanwhile. The adapter factory is for the schema engine: it has no
   * statement timeout, and it reports the errors of scripts.
   */
  alterExclusively<T>(work: (factory: SqlMigrationAwareDriverAdapterFactory) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface OpenOptions {
  url?: string;
  /** Folder for PGlite; left out together with `url`, the database lives in memory. */
  dataDir?: string;
  /** A dump made by PGlite's dumpDataDir, instead of creating a new cluster. */
  loadDataDir?: globalThis.Blob;
}

/** PostgreSQL when there is a URL, PGlite otherwise. The caller migrates it and hands it to useDatabase. */
export function openDatabase(options: OpenOptions = {}): Promise<Database> {
  return options.url ? openPostgres(options.url, env.DATABASE_POOL) : openPglite(options);
}

const KEY = "database";

/** Makes a database the one that `database()` answers, for the server's start and for tests. */
export function useDatabase(opened: Database): void {
  forget(KEY);
  remember(KEY, () => opened);
}

export function database(): Database {
  const opened = remember<Database | null>(KEY, () => null);
  if (!opened) forget(KEY);
  assert(opened, "the database is used before it was opened");
  return opened;
}
