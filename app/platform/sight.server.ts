import { now } from "./clock.server";

/** What this server has last seen of something in the database that others may change as well. */
export interface Sight {
  /** Counts the changes made here. */
  changes: number;
  /** How many of them the last look came after; its time in milliseconds. */
  seen: number;
  at: number;
  looking: { sees: number; done: Promise<void> } | null;
}

export const neverSeen = (): Sight => ({ changes: 1, seen: 0, at: 0, looking: null });

/** Somebody here changed it: whoever asks next sees the change. */
export function hasChanged(sight: Sight): void {
  sight.changes += 1;
}

async function lookNow(sight: Sight, look: () => Promise<void>): Promise<void> {
  const [sees, at] = [sight.changes, now().getTime()];
  try {
    await look();
    // A look that failed has seen nothing: what was known before must not pass for fresh.
    Object.assign(sight, { seen: sees, at });
  } finally {
    sight.looking = null;
  }
}

/**
 * Looks again where the last look is older than `lagMs` or came before a change made here; who asks meanwhile waits for
 * the same look. One that began before the last change does not count.
 */
export async function seeAgain(sight: Sight, lagMs: number, look: () => Promise<void>): Promise<void> {
  if (sight.seen === sight.changes && now().getTime() - sight.at < lagMs) return;
  const wanted = sight.changes;
  if (sight.looking && sight.looking.sees < wanted) await sight.looking.done.catch(() => undefined);
  sight.looking ??= { sees: sight.changes, done: lookNow(sight, look) };
  await sight.looking.done;
}
