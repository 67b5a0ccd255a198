import type { DealState } from "#machines/deal/apply-deal-event";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import type { JournalRow } from "./deal-journal.server";

/** One event after its commit, with the deal on both sides of it. */
export interface CommittedEvent {
  dealId: string;
  row: JournalRow;
  /** Null for the first event of a deal. */
  before: DealState | null;
  after: DealState;
}

type Listener = (committed: CommittedEvent) => void;

const listeners = remember("dealFeed", () => new Set<Listener>());
const waiting = remember<CommittedEvent[]>("dealFeedWaiting", () => []);

/** News of committed events, in revision order per deal. A listener must return at once. */
export function onDealEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function publishDealEvent(committed: CommittedEvent): void {
  for (const listener of listeners) {
    try {
      listener(committed);
    } catch (error) {
      // The event is committed; a listener that fails must not turn it into an error for its sender.
      log.error(
        { err: error, dealId: committed.dealId, revision: committed.row.revision },
        "deal feed listener failed",
      );
    }
  }
}

/** Tells it in the next turn, after the sender's own answer has left; a whole commit's events are told in one turn. */
export function publishSoon(committed: CommittedEvent): void {
  if (waiting.push(committed) === 1) setImmediate(publishWaiting);
}

function publishWaiting(): void {
  for (const committed of waiting.splice(0)) publishDealEvent(committed);
}
