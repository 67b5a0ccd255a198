import { applyDealEvent, type DealState } from "#machines/deal/apply-deal-event";
import { restoreDeal, storeDeal, type StoredDeal } from "#machines/deal/stored-deal";
import { assert } from "#machines/assert";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import type { CommittedEvent } from "./deal-feed.server";
import { readAcceptedEdits, readJournal } from "./deal-journal.server";

/** A deal nobody touched for this long leaves memory; a snapshot is written as it goes. */
const IDLE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;
/** Events between snapshots: a cold deal folds at most this many on top of one. */
const SNAPSHOT_EVERY = 100;
/** Committed events kept for readers that missed a few; older gaps get the whole card. */
const RECENT_EVENTS = 40;

export interface AcceptedEdit {
  hash: string;
  revision: number;
  /** Pending until COMMIT; rejects when the row did not get in. */
  settled: Promise<void> | null;
}

/** A deal in memory. Rules run on `tentative`, in order; readers see only `committed`. */
export interface HotDeal {
  dealId: string;
  committed: DealState;
  tentative: DealState;
  edits: Map<string, AcceptedEdit>;
  recent: CommittedEvent[];
  snapshotRevision: number;
  touchedAt: number;
  /** Set when this head can no longer be trusted; whoever holds it loads the deal again. */
  dropped: boolean;
}

interface HotDeals {
  loaded: Map<string, HotDeal>;
  loading: Map<string, Promise<HotDeal | null>>;
  sweeper: NodeJS.Timeout | null;
}

const hot = remember<HotDeals>("hotDeals", () => ({ loaded: new Map(), loading: new Map(), sweeper: null }));

/** The deal as it stands, from memory or folded from its journal; null when there is none. */
export async function hotDeal(dealId: string): Promise<HotDeal | null> {
  const known = hot.loaded.get(dealId);
  if (known && !known.dropped) {
    known.touchedAt = Date.now();
    return known;
  }
  const underWay = hot.loading.get(dealId);
  if (underWay) return underWay;
  const loading = load(dealId).finally(() => hot.loading.delete(dealId));
  hot.loading.set(dealId, loading);
  return loading;
}

export const loadedDeal = (dealId: string): HotDeal | null => hot.loaded.get(dealId) ?? null;

/** Puts a head aside after another server overtook it or a commit failed; the next reader loads afresh. */
export function dropHotDeal(deal: HotDeal): void {
  deal.dropped = true;
  if (hot.loaded.get(deal.dealId) === deal) hot.loaded.delete(deal.dealId);
}

/** Takes in a committed event: readers see it from here on. */
export function advance(deal: HotDeal, committed: CommittedEvent): void {
  assert(committed.row.revision === deal.committed.revision + 1, "commits arrive in revision order");
  deal.committed = committed.after;
  deal.recent.push(committed);
  if (deal.recent.length > RECENT_EVENTS) deal.recent.shift();
  if (deal.committed.revision - deal.snapshotRevision >= SNAPSHOT_EVERY) void saveSnapshot(deal);
}

export function startHotDeals(): void {
  hot.sweeper ??= setInterval(() => void sweep(), SWEEP_MS).unref();
}

/** Writes what snapshots are missing, for a clean stop. Losing them costs time at the next start, nothing else. */
export async function stopHotDeals(): Promise<void> {
  if (hot.sweeper) clearInterval(hot.sweeper);
  hot.sweeper = null;
  for (const deal of hot.loaded.values()) await saveSnapshot(deal);
  hot.loaded.clear();
}

/** For tests that open a database of their own. */
export const forgetHotDeals = (): void => hot.loaded.clear();

async function sweep(): Promise<void> {
  const before = Date.now() - IDLE_MS;
  for (const deal of hot.loaded.values()) {
    if (deal.touchedAt > before || deal.committed !== deal.tentative) continue;
    await saveSnapshot(deal);
    if (deal.touchedAt <= before && deal.committed === deal.tentative) hot.loaded.delete(deal.dealId);
  }
}

async function load(dealId: string): Promise<HotDeal | null> {
  const { state: stored, revision: snapshotRevision } = await readSnapshot(dealId);
  let state = stored;
  const rows = await readJournal(dealId, state?.revision ?? 0);
  const recent: CommittedEvent[] = [];
  for (const row of rows) {
    const before: DealState | null = state;
    state = applyDealEvent(before, row.event, { revision: row.revision, at: row.at, by: row.actor });
    recent.push({ dealId, row, before, after: state });
  }
  if (!state) return null;
  const edits = new Map<string, AcceptedEdit>();
  for (const { editId, editHash, revision } of await readAcceptedEdits(dealId, state.revision))
    edits.set(editId, { hash: editHash, revision, settled: null });
  const deal: HotDeal = {
    dealId,
    committed: state,
    tentative: state,
    edits,
    recent: recent.slice(-RECENT_EVENTS),
    snapshotRevision,
    touchedAt: Date.now(),
    dropped: false,
  };
  hot.loaded.set(dealId, deal);
  return deal;
}

/** A snapshot is a cache: a damaged or outdated one is folded over, one newer than its journal is an alarm. */
async function readSnapshot(dealId: string): Promise<{ state: DealState | null; revision: number }> {
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

async function saveSnapshot(deal: HotDeal): Promise<void> {
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
    );
  } catch (error) {
    log.warn({ err: error, dealId: deal.dealId }, "snapshot not written");
  }
}
