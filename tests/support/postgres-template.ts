import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { openDatabase } from "#app/platform/database.server";
import { startJobs, stopJobs } from "#app/platform/jobs.server";
import { migrate } from "#app/platform/migrate.server";

const PREPARE_LOCK = 4_110_720;

function urlOf(adminUrl: string, databaseName: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

async function asAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function templateName(preparedName: string): string {
  return `deal_jacket_template_${preparedName}`;
}

/** A migrated database that the files' own are copied from; made once per set of migrations. */
export async function preparePostgresTemplate(adminUrl: string, preparedName: string): Promise<void> {
  const name = templateName(preparedName);
  await asAdmin(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    const known = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (known.rowCount) return;
    await client.query(`drop database if exists ${name}_unfinished with (force)`);
    await client.query(`create database ${name}_unfinished`);
    const database = await openDatabase({ url: urlOf(adminUrl, `${name}_unfinished`) });
    await migrate(database);
    await startJobs(database);
    await stopJobs();
    await database.close();
    await client.query(`alter database ${name}_unfinished rename to ${name}`);
  });
}

export interface PostgresCopy {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file. */
export async function copyPostgresTemplate(adminUrl: string, preparedName: string): Promise<PostgresCopy> {
  const name = `deal_jacket_test_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  // Copying takes a lock on the template; files that start together take turns.
  await asAdmin(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    await client.query(`create database ${name} template ${templateName(preparedName)}`);
  });
  return {
    url: urlOf(adminUrl, name),
    drop: () =>
      asAdmin(adminUrl, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}
