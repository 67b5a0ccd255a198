import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { now } from "./clock.server";
import type { Database } from "./database.server";
import { openDatabase } from "./database.server";
import { Fault } from "./fault";
import { remember } from "./remember.server";

const LOCK_FILE = 'provider = "postgresql"\n';
const noFilters = { externalTables: [], externalEnums: [] };

/** Built into the server, so that a server and its migrations cannot part. */
const scripts = import.meta.glob<string>("/prisma/migrations/*/migration.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});

interface Migration {
  name: string;
  script: string;
}

export const migrations: readonly Migration[] = Object.entries(scripts)
  .map(([path, script]) => ({ name: path.split("/").at(-2) ?? path, script }))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

function migrationList(known: readonly Migration[]): MigrationList {
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: LOCK_FILE },
    shadowDbInitScript: "",
    migrationDirectories: known.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
    })),
  };
}

interface EngineModule {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: unknown): void;
}

async function instantiateEngine(): Promise<EngineModule> {
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": glue } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** Prisma's schema engine as WebAssembly over our own connection: no binary to download, PGlite and Postgres alike. */
async function startEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema?: { path: string; content: string },
): Promise<SchemaEngine> {
  // The engine's glue holds one instance per process; a second one would pull the memory from under the first.
  const glue = await remember("schemaEngine", instantiateEngine);
  const datamodels: [string, string][] | undefined = schema ? [[schema.path, schema.content]] : undefined;
  return glue.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

async function hasHistory(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ present: boolean }>(
    `select to_regclass('"_prisma_migrations"') is not null as present`,
  );
  return rows[0]?.present === true;
}

/**
 * A script is one transaction, so one that was started and not finished, by an error or a kill, has left nothing: it may
 * be tried again. Only safe while nobody else migrates.
 */
async function forgetUnfinished(database: Database): Promise<void> {
  if (!(await hasHistory(database))) return;
  await database.query(
    `update "_prisma_migrations" set rolled_back_at = now() where finished_at is null and rolled_back_at is null`,
  );
}

/** The usual start: everything is applied already, which one query shows without starting the engine. */
async function isUpToDate(database: Database, known: readonly Migration[]): Promise<boolean> {
  if (!(await hasHistory(database))) return false;
  const { rows } = await database.query<{ migration_name: string; checksum: string; done: boolean }>(
    `select migration_name, checksum, finished_at is not null as done
       from "_prisma_migrations" where rolled_back_at is null`,
  );
  if (rows.some((row) => !row.done)) return false;
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  return known.every(({ name, script }) => applied.get(name) === createHash("sha256").update(script).digest("hex"));
}

/** Applies what is missing, in order; answers the names it applied. Running it again applies nothing. */
export async function migrate(database: Database, known: readonly Migration[] = migrations): Promise<string[]> {
  if (await isUpToDate(database, known)) return [];
  return database.alterExclusively(async (factory) => {
    const engine = await startEngine(factory);
    try {
      await forgetUnfinished(database);
      const applied = await engine.applyMigrations({ migrationsList: migrationList(known), filters: noFilters });
      return applied.appliedMigrationNames;
    } catch (cause) {
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new Fault(`The database could not be migrated: ${said}`, { code: "migration", retryable: false, cause });
    } finally {
      engine.free();
    }
  });
}

/** For developers: writes the SQL between the newest migration and prisma/schema.prisma; null when nothing changed. */
export async function createMigration(name: string): Promise<string | null> {
  const path = "prisma/schema.prisma";
  const schema = { path, content: await readFile(path, "utf8") };
  const scratch = await openDatabase();
  try {
    await migrate(scratch);
    const { stdout: script } = await scratch.alterExclusively(async (factory) => {
      const engine = await startEngine(factory, schema);
      return engine.diff({
        from: { tag: "schemaDatasource", files: [schema], configDir: "." },
        to: { tag: "schemaDatamodel", files: [schema] },
        script: true,
        exitCode: null,
        filters: noFilters,
      });
    });
    if (!script || script.includes("This is an empty migration")) return null;
    const stamp = now().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join("prisma/migrations", `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "migration.sql"), script);
    await writeFile("prisma/migrations/migration_lock.toml", LOCK_FILE);
    return folder;
  } finally {
    await scratch.close();
  }
}
