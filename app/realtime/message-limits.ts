import { type EditBucket, editBucket } from "./edit-bucket";

/** Presence is a whisper: more than this a second is noise. */
const PRESENCE_PER_SECOND = 12;
/** Joining loads a deal from the journal; nobody needs to do that more often. */
const JOINS_PER_SECOND = 5;
/** Messages too many before the line is cut: a person's browser stops at the first. Forgiven one a second. */
const PATIENCE = 120;

export interface MessageLimits {
  /** False when the message came too fast; the sender is told, and loses the line when it goes on. */
  edits(): boolean;
  joins(): boolean;
  presence(): boolean;
  /** Of whatever kind, known or not: asked once for every message. */
  any(): boolean;
}

/** What one connection may send. `onFlood` is called when patience is at its end. */
export function messageLimits(editsPerSecond: number, onFlood: () => void): MessageLimits {
  const patience = editBucket(1, PATIENCE);
  const all = editsPerSecond + PRESENCE_PER_SECOND + JOINS_PER_SECOND;
  const limited = (bucket: EditBucket) => () => {
    const at = Date.now();
    if (bucket.take(at)) return true;
    if (!patience.take(at)) onFlood();
    return false;
  };
  return {
    edits: limited(editBucket(editsPerSecond, editsPerSecond * 3)),
    joins: limited(editBucket(JOINS_PER_SECOND, JOINS_PER_SECOND * 4)),
    presence: limited(editBucket(PRESENCE_PER_SECOND, PRESENCE_PER_SECOND * 2)),
    any: limited(editBucket(all, all * 4)),
  };
}
