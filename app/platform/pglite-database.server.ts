import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Results, Transaction } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "#app/generated/prisma/client";
import type { Database, OpenOptions, SqlExecutor } from "./database.server";
import { prismaExecutor } from "./prisma-executor.server";
import { withWholeScripts } from "./whole-scripts.server";

/** Waiting for a turn and for the work: PGlite serves one transaction at a time, so waiting is normal. */
export const PRISMA_TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 10_000 };

/** The extended protocol takes one statement; scripts without parameters go through the simple one. */
async function run<Row>(
  client: PGlite | Transaction,
  text: string,
  params: unknown[] | undefined,
): Promise<{ rows: Row[] }> {
  if (params && params.length > 0) return client.query<Row>(text, params);
  const results: Results[] = await client.exec(text);
  return { rows: (results.at(-1)?.rows ?? []) as Row[] };
}

export interface PgliteDatabase extends Database {
  /** The whole cluster as an archive; openDatabase takes it as loadDataDir. */
  dump(): Promise<Blob>;
}

/** PostgreSQL inside this process: in `dataDir/pglite`, or in memory. One connection, one process. */
export async function openPglite({ dataDir, loadDataDir }: OpenOptions): Promise<PgliteDatabase> {
  const folder = dataDir === undefined ? undefined : join(dataDir, "pglite");
  if (folder) mkdirSync(folder, { recursive: true });
  const client = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
  });
  // The Prisma adapter writes and reads timestamps without their zone.
  await client.exec("set timezone to 'UTC'");
  const prisma = new PrismaClient({
    adapter: new PrismaPGlite(client),
    transactionOptions: PRISMA_TRANSACTION_LIMITS,
  });
  return {
    kind: "pglite",
    prisma,
    prismaExecutor,
    query: (text, params) => run(client, text, params),
    transaction<T>(work: (tx: SqlExecutor) => Promise<T>) {
      return client.transaction((tx) => work({ query: (text, params) => run(tx, text, params) })) as Promise<T>;
    },
    // Nobody else can have this database open.
    alterExclusively: (work) => work(withWholeScripts(new PrismaPGlite(client), (script) => client.exec(script))),
    dump: () => client.dumpDataDir("none"),
    async close() {
      await prisma.$disconnect();
      await client.close();
    },
  };
}
