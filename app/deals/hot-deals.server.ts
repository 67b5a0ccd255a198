import { applyDealEvent, type DealState } from "#machines/deal/apply-deal-event";
import { database } from "#app/platform/database.server";
import { remember } from "#app/platform/remember.server";
import { catchUpWithJournal } from "./deal-catch-up.server";
import type { CommittedEvent } from "./deal-feed.server";
import { readJournal, readNewestEdits } from "./read-journal.server";
import { readSnapshot, saveSnapshot } from "./deal-snapshot.server";
import { type AcceptedEdit, type HotDeal, KNOWN_EDITS, RECENT_EVENTS } from "./hot-deal.server";

/** A deal nobody touched for this long leaves memory; a snapshot is written as it goes. */
const IDLE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

interface HotDeals {
  loaded: Map<string, HotDeal>;
  loading: Map<string, Promise<HotDeal | null>>;
  sweeper: NodeJS.Timeout | null;
}

const hot = remember<HotDeals>("hotDeals", () => ({ loaded: new Map(), loading: new Map(), sweeper: null }));

/** The deal if it can be judged on at once, which on the path of an edit it nearly always can. */
export function readyDeal(dealId: string): HotDeal | null {
  const known = hot.loaded.get(dealId);
  if (!known || known.stale) return null;
  known.touchedAt = Date.now();
  return known;
}

/** The deal as it stands, from memory or folded from its journal; null when there is none. */
export async function hotDeal(dealId: string): Promise<HotDeal | null> {
  const known = hot.loaded.get(dealId);
  if (known) {
    known.touchedAt = Date.now();
    if (known.stale) await catchUpWithJournal(known);
    return known;
  }
  const underWay = hot.loading.get(dealId);
  if (underWay) return underWay;
  const loading = load(dealId).finally(() => hot.loading.delete(dealId));
  hot.loading.set(dealId, loading);
  return loading;
}

/** The same, asking the journal first whether another server went on with it. For joins and pages; edits find out by themselves. */
export async function newestDeal(dealId: string): Promise<HotDeal | null> {
  const known = hot.loaded.get(dealId);
  if (!known) return hotDeal(dealId);
  known.touchedAt = Date.now();
  if (known.stale || database().kind === "postgres") await catchUpWithJournal(known);
  return known;
}

/** A deal that is in memory or on its way there; null when nobody here has asked for it. */
export const dealInMemory = (dealId: string): Promise<HotDeal | null> | null => {
  const known = hot.loaded.get(dealId);
  return known ? Promise.resolve(known) : (hot.loading.get(dealId) ?? null);
};
export const loadedDeals = (): HotDeal[] => [...hot.loaded.values()];

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
  const known = await readNewestEdits(dealId, state.revision, KNOWN_EDITS);
  const edits = new Map<string, AcceptedEdit>(
    known.map(({ editId, editHash, revision }) => [editId, { hash: editHash, revision, settled: null }]),
  );
  const deal: HotDeal = {
    dealId,
    committed: state,
    tentative: state,
    edits,
    forgets: state.revision > edits.size,
    recent: recent.slice(-RECENT_EVENTS),
    snapshotRevision,
    touchedAt: Date.now(),
    epoch: 0,
    stale: false,
    pending: null,
  };
  hot.loaded.set(dealId, deal);
  return deal;
}
