import type { DealState } from "#machines/deal/apply-deal-event";
import { assert } from "#machines/assert";
import type { CommittedEvent } from "./deal-feed.server";
import { saveSnapshot } from "./deal-snapshot.server";

/** Events between snapshots: a cold deal folds at most this many on top of one. */
const SNAPSHOT_EVERY = 100;
/** Committed events kept for readers that missed a few; older gaps get the whole card. */
export const RECENT_EVENTS = 40;

/** Edits whose answers a deal keeps in memory; the journal knows all the others. A deal's whole life is rarely more. */
export const KNOWN_EDITS = 1_000;
/** How many make room at once: the front of a map that loses one at a time is slow to find. */
const FORGOTTEN_AT_ONCE = 50;

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
  /** The newest accepted edits, oldest first. */
  edits: Map<string, AcceptedEdit>;
  /** Edits were accepted that are not among them: before a "no", and before anything is looked up, the journal is asked. */
  forgets: boolean;
  recent: CommittedEvent[];
  snapshotRevision: number;
  touchedAt: number;
  /** How often the tentative head fell back. What was judged on an earlier one must not get in. */
  epoch: number;
  /** The journal may hold what this memory does not: nothing is judged or read before it has been asked. */
  stale: boolean;
  /** The newest row on its way to the journal. */
  pending: Promise<void> | null;
}

/** Takes in a committed event: readers see it from here on. */
export function advance(deal: HotDeal, committed: CommittedEvent): void {
  assert(committed.row.revision === deal.committed.revision + 1, "commits arrive in revision order");
  deal.committed = committed.after;
  deal.recent.push(committed);
  if (deal.recent.length > RECENT_EVENTS) deal.recent.shift();
  if (committed.fromElsewhere) {
    // Nothing of ours was on its way, so both heads are one.
    deal.tentative = committed.after;
    const { editId, editHash: hash, revision } = committed.row;
    remember(deal, editId, { hash, revision, settled: null });
  } else if (deal.committed.revision - deal.snapshotRevision >= SNAPSHOT_EVERY) void saveSnapshot(deal);
}

/** Keeps an edit's answer for its repeats; the oldest that are in the journal make room. */
export function remember(deal: HotDeal, editId: string, accepted: AcceptedEdit): void {
  deal.edits.set(editId, accepted);
  if (deal.edits.size <= KNOWN_EDITS) return;
  for (const [oldest, { settled }] of deal.edits) {
    if (settled) return;
    deal.edits.delete(oldest);
    deal.forgets = true;
    if (deal.edits.size <= KNOWN_EDITS - FORGOTTEN_AT_ONCE) return;
  }
}

/** Puts aside what was not committed, after another server was first or a commit failed; the journal says what holds. */
export function fallBack(deal: HotDeal): void {
  deal.tentative = deal.committed;
  deal.epoch += 1;
  deal.stale = true;
}
