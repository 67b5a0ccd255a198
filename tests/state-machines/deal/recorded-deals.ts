import { createHash } from "node:crypto";
import { applyDealEvent, contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import type { ActorRef } from "#machines/store/actor";

/** A row of the journal as the database keeps it. */
export interface RecordedRow {
  revision: number;
  at: string;
  actor: ActorRef;
  event: unknown;
}

/** The fold of rows read from outside: parsed as a loaded journal is. */
export function replay(rows: readonly RecordedRow[], from: DealState | null = null): DealState {
  let state = from;
  for (const { revision, at, actor, event } of rows)
    state = applyDealEvent(state, parseStoredEvent(event), { revision, at, by: actor });
  if (!state) throw new Error("a recorded deal has events");
  return state;
}

/** One word for the whole deal, whatever the order of its keys. */
export function stateHash(state: DealState): string {
  const { revision, numbersRevision } = state;
  const whole = { revision, numbersRevision, life: lifeOf(state), ...statusesOf(state), context: contextOf(state) };
  return createHash("sha256")
    .update(JSON.stringify(inOrder(whole)))
    .digest("hex");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, element]) => [key, inOrder(element)]));
}
