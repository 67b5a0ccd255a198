import { assert } from "../assert";
import { type DealEvent, dealEventSchema } from "./deal-events";
import { dealMachine } from "./deal.machine";
import type { DealSnapshot, DealState } from "./apply-deal-event";
import type { DealContext } from "./deal-context";
import { makeRestore } from "./step-machine";

/** Raised whenever the fold would give another state for the same journal; older snapshots are then folded afresh. */
export const STORED_DEAL_VERSION = 3;

/** A snapshot as it is stored: a cache of the fold. */
export interface StoredDeal {
  version: number;
  revision: number;
  numbersRevision: number;
  machine: unknown;
}

const restore = makeRestore(dealMachine);

export function storeDeal(state: DealState): StoredDeal {
  return {
    version: STORED_DEAL_VERSION,
    revision: state.revision,
    numbersRevision: state.numbersRevision,
    machine: dealMachine.getPersistedSnapshot(state.snapshot),
  };
}

/** Null when the snapshot is of another version: the journal is then folded from its start. */
export function restoreDeal(stored: StoredDeal): DealState | null {
  if (stored.version !== STORED_DEAL_VERSION) return null;
  const snapshot = restore(stored.machine) as DealSnapshot;
  assert((snapshot.context as DealContext).identity.dealId, "a stored deal holds its context");
  return { revision: stored.revision, numbersRevision: stored.numbersRevision, snapshot };
}

/**
 * An event as the journal holds it. Money is checked when saved and again here; an event that no longer
 * parses stops the replay with its type, and is never skipped.
 */
export function parseStoredEvent(stored: unknown): DealEvent {
  const parsed = dealEventSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const type = (stored as { type?: unknown } | null)?.type;
  throw new Error(`The journal holds an event that cannot be read: ${String(type)}: ${parsed.error.message}`);
}
