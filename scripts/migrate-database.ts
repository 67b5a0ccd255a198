import { acquireDataLock } from "#app/platform/data-lock.server";
import { openDatabase } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { migrate } from "#app/platform/migrate.server";

export default async function migrateFromTerminal(): Promise<void> {
  const lock = env.DATABASE_URL ? null : await acquireDataLock(env.DATA_DIR);
  try {
    const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR });
    const applied = await migrate(database);
    process.stdout.write(applied.length > 0 ? `applied ${applied.join(", ")}\n` : "the database is up to date\n");
    await database.close();
  } finally {
    await lock?.release();
  }
}
