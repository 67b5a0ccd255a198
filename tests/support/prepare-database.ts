import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { migrate, migrations } from "#app/platform/migrate.server";
import { openPglite } from "#app/platform/pglite-database.server";
import { startJobs, stopJobs } from "#app/platform/jobs.server";
import { preparePostgresTemplate } from "./postgres-template";

const CACHE = "node_modules/.cache/deal-jacket";

/** Changes with the migrations, with PGlite's and with pg-boss's version. */
export function preparedName(): string {
  const hash = createHash("sha256");
  for (const { name, script } of migrations) hash.update(`${name}\n${script}\n`);
  const require = createRequire(import.meta.url);
  for (const name of ["@electric-sql/pglite", "pg-boss"]) {
    const entry = require.resolve(name);
    const folder = entry.slice(0, entry.lastIndexOf(name) + name.length);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    hash.update(`${name}@${version}\n`);
  }
  return hash.digest("hex").slice(0, 20);
}

export function preparedDumpPath(): string {
  return join(CACHE, `database-${preparedName()}.tar`);
}

export function preparedDataDir(): string {
  return join(CACHE, `data-${preparedName()}`);
}

/** Loading a migrated dump takes a second, creating a cluster and migrating it four; unpacking it would be half of the one. */
async function prepareDump(path: string): Promise<void> {
  if (existsSync(path)) return;
  mkdirSync(CACHE, { recursive: true });
  const database = await openPglite({});
  await migrate(database);
  await startJobs(database);
  await stopJobs();
  const dump = await database.dump();
  await database.close();
  // Several runs may prepare at once; a rename is all or nothing.
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, Buffer.from(await dump.arrayBuffer()));
  renameSync(aside, path);
}

/** The same as a folder, for servers that are started as processes. */
async function prepareDataDir(path: string): Promise<void> {
  if (existsSync(path)) return;
  const aside = `${path}.${process.pid}`;
  const dump = new Blob([readFileSync(preparedDumpPath())]);
  const database = await openPglite({ dataDir: aside, loadDataDir: dump });
  await database.close();
  try {
    renameSync(aside, path);
  } catch (error) {
    // Another run was first.
    rmSync(aside, { recursive: true });
    if (!existsSync(path)) throw error;
  }
}

/** Vitest calls this once per project; the second call finds everything done. */
export default async function prepareDatabase(): Promise<void> {
  await prepareDump(preparedDumpPath());
  await prepareDataDir(preparedDataDir());
  const url = process.env.TEST_DATABASE_URL;
  if (url) await preparePostgresTemplate(url, preparedName());
}
