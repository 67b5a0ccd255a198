import type { DealState } from "#machines/deal/apply-deal-event";
import { restoreDeal, storeDeal, type StoredDeal } from "#machines/deal/stored-deal";
import { assert } from "#machines/assert";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";

/** A snapshot is a cache: a damaged or outdated one is folded over, one newer than its journal is an alarm. */
export async function readSnapshot(dealId: string): Promise<{ state: DealState | null; revision: number }> {
  const row = await database().prisma.dealSnapshot.findUnique({ where: { dealId } });
  if (!row) return { state: null, revision: 0 };
  const { rows } = await database().query<{ head: number | null }>(
    `select max("revision")::int as head from "JournalEntry" where "dealId" = $1`,
    [dealId],
  );
  assert(row.revision <= (rows[0]?.head ?? 0), `the snapshot of ${dealId} is newer than its journal`);
  try {
    const state = restoreDeal(row.state as unknown as StoredDeal);
    assert(state === null || state.revision === row.revision, "a snapshot holds the revision its row names");
    return { state, revision: state ? row.revision : 0 };
  } catch (error) {
    log.warn({ err: error, dealId }, "snapshot could not be read; folding the journal");
    return { state: null, revision: 0 };
  }
}

/** What of a hot deal a snapshot is made from. */
export interface SnapshotSource {
  readonly dealId: string;
  readonly committed: DealState;
  snapshotRevision: number;
}

export async function saveSnapshot(deal: SnapshotSource): Promise<void> {
  const state = deal.committed;
  if (state.revision === deal.snapshotRevision) return;
  deal.snapshotRevision = state.revision;
  const stored = storeDeal(state);
  try {
    await database().query(
      `insert into "DealSnapshot" ("dealId","revision","version","state") values ($1,$2,$3,$4)
       on conflict ("dealId") do update set "revision" = $2, "version" = $3, "state" = $4, "savedAt" = now()
       where "DealSnapshot"."revision" <= $2`,
      [deal.dealId, state.revision, stored.version, JSON.stringify(stored)],
      "save-snapshot",
    );
  } catch (error) {
    log.warn({ err: error, dealId: deal.dealId }, "snapshot not written");
  }
}
