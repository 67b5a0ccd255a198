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
  /** Read from the journal, where another server wrote it; its effects on read models are that server's to write. */
  fromElsewhere?: true;
}

type Listener = (committed: CommittedEvent) => void;
type TurnListener = (turn: readonly CommittedEvent[]) => void;

const listeners = remember("dealFeed", () => new Set<Listener>());
const turnListeners = remember("dealFeedTurns", () => new Set<TurnListener>());
const waiting = remember<CommittedEvent[]>("dealFeedWaiting", () => []);

/** News of committed events, in revision order per deal. A listener must return at once. */
export function onDealEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same news, a whole commit at a time and after `onDealEvent` heard all of it. */
export function onDealTurn(listener: TurnListener): () => void {
  turnListeners.add(listener);
  return () => turnListeners.delete(listener);
}

/** Tells it after the sender's own answer is on its way; a whole commit's events are told in one turn. */
export function publishSoon(committed: CommittedEvent): void {
  if (waiting.push(committed) === 1) setImmediate(publishNext);
}

/**
 * What is said in this turn leaves at its end. A lone sender has the answer before the news is worked out; in a crowd the
 * answers and the news leave together, for that is one write to each line instead of two.
 */
function publishNext(): void {
  if (waiting.length === 1) setImmediate(publishWaiting);
  else publishWaiting();
}

const publishWaiting = () => publishTurn(waiting.splice(0));

/** At once, after what still waits: it may be the same deal's. */
export const publishDealEvent = (committed: CommittedEvent): void => publishTurn([...waiting.splice(0), committed]);

function publishTurn(turn: readonly CommittedEvent[]): void {
  if (turn.length === 0) return;
  for (const committed of turn) for (const listener of listeners) tell(committed, () => listener(committed));
  for (const listener of turnListeners) tell(turn[0]!, () => listener(turn));
}

/** The event is committed; a listener that fails must not turn it into an error for its sender. */
function tell({ dealId, row }: CommittedEvent, work: () => void): void {
  try {
    work();
  } catch (error) {
    log.error({ err: error, dealId, revision: row.revision }, "deal feed listener failed");
  }
}
