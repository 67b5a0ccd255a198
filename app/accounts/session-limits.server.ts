import { env } from "#app/platform/env.server";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A shift. After it everyone signs in again, however busy they were. */
export const STAFF_LONGEST_MS = 12 * HOUR;

/** A salesperson walks away from a shared terminal many times a day. */
export const STAFF_IDLE_MS = 15 * MINUTE;

/** Somebody trying the demo reads in between; there is nothing to protect. */
export const DEMO_STAFF_IDLE_MS = STAFF_LONGEST_MS;

/**
 * A shopper looks for weeks, and the promise is that nothing typed is lost: the same device finds its deal for 30 days
 * without a name or a link. What such a session opens is a deal without credit data. Anything with credit data in it
 * must ask for a fresh proof first (a link with its code, 30 minutes idle at most) and may not lean on this one.
 */
export const SHOPPER_LONGEST_MS = 30 * DAY;

/** A screen in a customer's hands is given back within a shift. */
export const SCREEN_LONGEST_MS = STAFF_LONGEST_MS;

/**
 * A screen that nobody touches locks itself after `SCREEN_IDLE_MS`; the server locks it a little later, should the
 * screen have been switched off before it could.
 */
export const SCREEN_IDLE_MS = 3 * MINUTE;
export const SCREEN_IDLE_AT_SERVER_MS = SCREEN_IDLE_MS + 2 * MINUTE;

/** Between the password and the second factor: time to find the phone and to scan a code. */
export const HALF_SIGNED_IN_MS = 10 * MINUTE;

/** A browser that asked for a resume link is known for as long as that link lives. */
export const ASKING_BROWSER_MS = 15 * MINUTE;

/** `lastSeenAt` is written at most this often: precise enough for 15 minutes, and not a write per request. */
export const SEEN_WRITE_EVERY_MS = MINUTE;

export const LONGEST_USER_AGENT = 200;

export function staffIdleMs(): number {
  return env.DEMO ? DEMO_STAFF_IDLE_MS : STAFF_IDLE_MS;
}

/** A screen last seen before this has locked itself. */
export const screenIdleAt = (at: Date): Date => new Date(at.getTime() - SCREEN_IDLE_AT_SERVER_MS);
