import { type EditBucket, editBucket } from "./edit-bucket";
import { liveLimits } from "./live-limits";

export interface MessageLimits {
  /** False when the message came too fast; the sender is told, and loses the line when it goes on. */
  edits(): boolean;
  joins(): boolean;
  presence(): boolean;
  /** Of whatever kind, known or not: asked once for every message. */
  any(): boolean;
}

/** What one person may send over all their lines together. */
export interface PersonLimits {
  edits: EditBucket;
  joins: EditBucket;
}

export function personLimits(editsPerSecond: number): PersonLimits {
  const { editBurstSeconds, joinsPerSecond, joinsAtOnce, linesOfEdits } = liveLimits;
  return {
    edits: editBucket(editsPerSecond * linesOfEdits, editsPerSecond * editBurstSeconds * linesOfEdits),
    // After a restart all of a person's tabs come back at once, each with its cards.
    joins: editBucket(joinsPerSecond * linesOfEdits, joinsAtOnce * liveLimits.linesPerPerson),
  };
}

/** What one connection may send, within what its person may. `onFlood` is called when patience is at its end. */
export function messageLimits(editsPerSecond: number, onFlood: () => void, person?: PersonLimits): MessageLimits {
  const { presencePerSecond, presenceAtOnce, joinsPerSecond, joinsAtOnce, editBurstSeconds, anyBurstSeconds } =
    liveLimits;
  const patience = editBucket(1, liveLimits.patience);
  const all = editsPerSecond + presencePerSecond + joinsPerSecond;
  const limited = (own: EditBucket, shared?: EditBucket) => () => {
    const at = Date.now();
    if (own.take(at) && (!shared || shared.take(at))) return true;
    if (!patience.take(at)) onFlood();
    return false;
  };
  return {
    edits: limited(editBucket(editsPerSecond, editsPerSecond * editBurstSeconds), person?.edits),
    joins: limited(editBucket(joinsPerSecond, joinsAtOnce), person?.joins),
    presence: limited(editBucket(presencePerSecond, presenceAtOnce)),
    any: limited(editBucket(all, all * anyBurstSeconds)),
  };
}
