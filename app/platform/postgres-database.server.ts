import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Client, Pool, types as pgTypes } from "pg";
import type { CustomTypesConfig, PoolClient, QueryResult } from "pg";
import { PrismaClient } from "#app/generated/prisma/client";
import type { Database, SqlExecutor } from "./database.server";
import { log } from "./log.server";
import { PRISMA_TRANSACTION_LIMITS } from "./pglite-database.server";
import { prismaExecutor } from "./prisma-executor.server";
import { withWholeScripts } from "./whole-scripts.server";

/**
 * A database that hangs must become an error the caller can answer with, within six seconds in all: waiting for a
 * connection, then the server's own limit for a statement, then ours for a server that says nothing at all.
 */
const CONNECT_MS = 3_000;
const STATEMENT_MS = 4_000;
const SILENCE_MS = 5_000;

/** Any fixed number; every server of this product takes the same advisory lock to migrate. */
const MIGRATION_LOCK = 4_110_719;

/** int8 as a number, as PGlite answers it: counts and sums are far below 2^53. */
const types: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pgTypes.builtins.INT8
      ? Number
      : pgTypes.getTypeParser(oid, format as "text")) as typeof pgTypes.getTypeParser,
};

async function run<Row>(
  client: Pool | PoolClient,
  text: string,
  params: unknown[] | undefined,
  name: string | undefined,
): Promise<{ rows: Row[] }> {
  const config = { text, types, ...(name ? { name } : {}), ...(params && params.length > 0 ? { values: params } : {}) };
  // A script of several statements answers a list of results, which the driver's types do not say.
  const answer = (await client.query(config)) as unknown as QueryResult | QueryResult[];
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  return { rows: (last?.rows ?? []) as Row[] };
}

async function inTransaction<T>(pool: Pool, work: (tx: SqlExecutor) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The database going away is told to the query in flight; without a listener it would also end the process.
  const noteLoss = (error: Error) => {
    broken = error;
  };
  client.on("error", noteLoss);
  try {
    await client.query("begin");
    const result = await work({ query: (text, params, name) => run(client, text, params, name) });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(noteLoss);
    throw error;
  } finally {
    client.off("error", noteLoss);
    // A connection that could not even roll back is thrown away, not given to the next caller.
    client.release(broken);
  }
}

async function alterExclusively<T>(
  url: string,
  work: (factory: SqlMigrationAwareDriverAdapterFactory) => Promise<T>,
): Promise<T> {
  const lock = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  const pool = new Pool({ connectionString: url, max: 1, options: "-c timezone=UTC" });
  // The query in flight reports it; without a listener it would also end the process.
  const noteLoss = (error: Error) => log.warn(error, "the database was lost while it was being altered");
  lock.on("error", noteLoss);
  pool.on("error", noteLoss);
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await work(withWholeScripts(new PrismaPg(pool), (script) => pool.query(script)));
  } finally {
    await pool.end();
    await lock.end();
  }
}

function openPool(url: string, max: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    idle_in_transaction_session_timeout: PRISMA_TRANSACTION_LIMITS.timeout,
    keepAlive: true,
    application_name: "deal-jacket",
    options: "-c timezone=UTC",
  });
  // The database restarting under idle connections is not a reason to die: the pool opens new ones.
  pool.on("error", (error) => log.warn(error, "an idle database connection was lost"));
  return pool;
}

export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const pool = openPool(url, poolSize);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: PRISMA_TRANSACTION_LIMITS });
  await pool.query("select 1").catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return {
    kind: "postgres",
    prisma,
    prismaExecutor,
    query: (text, params, name) => run(pool, text, params, name),
    transaction: (work) => inTransaction(pool, work),
    alterExclusively: (work) => alterExclusively(url, work),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
