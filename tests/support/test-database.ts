import { readFileSync } from "node:fs";
import { afterAll } from "vitest";
import { openDatabase, useDatabase } from "#app/platform/database.server";
import type { Database } from "#app/platform/database.server";
import { startJobs, stopJobs } from "#app/platform/jobs.server";
import { copyPostgresTemplate } from "./postgres-template";
import { preparedDumpPath, preparedName } from "./prepare-database";

async function openCopy(): Promise<{ database: Database; discard: () => Promise<void> }> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) {
    const database = await openDatabase({ loadDataDir: new Blob([readFileSync(preparedDumpPath())]) });
    return { database, discard: () => database.close() };
  }
  const copy = await copyPostgresTemplate(adminUrl, preparedName());
  const database = await openDatabase({ url: copy.url });
  return {
    database,
    async discard() {
      await database.close();
      await copy.drop();
    },
  };
}

/**
 * A migrated, empty database for one test file: PGlite in memory, or a database of its own on TEST_DATABASE_URL.
 * Call it at the top of the file: `const db = await testDatabase();`. Code under test finds it through `database()`.
 * Jobs are enqueued but not worked on: call runDueJobs() where a test is about their effect.
 */
export async function testDatabase(): Promise<Database> {
  const { database, discard } = await openCopy();
  useDatabase(database);
  await startJobs(database);
  afterAll(async () => {
    await stopJobs();
    await discard();
  });
  return database;
}

/** Empties every table, for beforeEach. */
export async function emptyTables(database: Database): Promise<void> {
  const { rows } = await database.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
      where (schemaname = 'public' and tablename <> '_prisma_migrations') or (schemaname = 'pgboss' and tablename = 'job')`,
  );
  await database.query(`truncate ${rows.map((row) => row.table).join(", ")} restart identity cascade`);
}
