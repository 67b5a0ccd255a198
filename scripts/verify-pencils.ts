import { acquireDataLock } from "#app/platform/data-lock.server";
import { openDatabase, useDatabase } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { verifyPencils } from "#app/pencils/verify-pencils.server";

/** Checks the seal of every proposal in the database, without serving; ends with 1 where one does not hold. */
export default async function verifyFromTerminal(): Promise<void> {
  const lock = env.DATABASE_URL ? null : await acquireDataLock(env.DATA_DIR);
  try {
    const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR });
    useDatabase(database);
    const { deals, pencils, flaws } = await verifyPencils();
    process.stdout.write(`${pencils} proposals of ${deals} deals, ${flaws.length} with a flaw\n`);
    for (const { dealId, number, flaw } of flaws) process.stdout.write(`${dealId} proposal ${number}: ${flaw}\n`);
    if (flaws.length > 0) process.exitCode = 1;
    await database.close();
  } finally {
    await lock?.release();
  }
}
