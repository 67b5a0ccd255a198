import { env } from "./env.server";

/** The only reading of the current time on the server, so that tests can move all of it with CLOCK_OFFSET_MS. */
export function now(): Date {
  return new Date(Date.now() + env.CLOCK_OFFSET_MS);
}
