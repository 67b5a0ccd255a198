import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AuditHead, auditHeads, brokenJournals, verifyAudit } from "#app/audit/audit-trail.server";
import { acquireDataLock } from "#app/platform/data-lock.server";
import { openDatabase, useDatabase } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";

/** Where the heads of the chains are kept between two runs, outside the database: a tail that was cut shows. */
const anchorPath = () => process.env.AUDIT_ANCHORS ?? join(env.DATA_DIR, "audit-anchors.json");

/** Checks every store's audit trail and the journals sealed into it; names the first broken row and ends with 1. */
export default async function verifyFromTerminal(): Promise<void> {
  const lock = env.DATABASE_URL ? null : await acquireDataLock(env.DATA_DIR);
  try {
    const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: env.DATA_DIR });
    useDatabase(database);
    const path = anchorPath();
    const anchors = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as AuditHead[]) : [];
    const heads = await auditHeads();
    const stores = new Set([...heads, ...anchors].map(({ rooftopId }) => rooftopId));
    let flaws = 0;
    for (const rooftopId of stores) {
      const anchor = anchors.find((known) => known.rooftopId === rooftopId);
      const broken = await verifyAudit(rooftopId, anchor);
      if (broken) process.stdout.write(`${rooftopId}: row ${broken.seq} is not what was written\n`);
      const journals = await brokenJournals(rooftopId);
      for (const { dealId, revision } of journals)
        process.stdout.write(`${dealId}: the journal sealed at revision ${revision} was changed\n`);
      flaws += (broken ? 1 : 0) + journals.length;
    }
    process.stdout.write(`${stores.size} audit trails, ${flaws} with a flaw\n`);
    if (flaws > 0) process.exitCode = 1;
    else writeFileSync(path, JSON.stringify(heads, null, 2), { mode: 0o600 });
    await database.close();
  } finally {
    await lock?.release();
  }
}
