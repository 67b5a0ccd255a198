import { vi } from "vitest";
import { journalIdle } from "#app/deals/deal-journal.server";
import { unanswered } from "./in-memory-wire";
import type { VirtualTime } from "./virtual-time";

/** The server has answered what it was asked and told what it committed. */
export async function serverSettled(): Promise<void> {
  do await new Promise(setImmediate);
  while (unanswered.count > 0);
  await journalIdle();
  await new Promise(setImmediate);
}

/**
 * Lets a scenario's time pass up to a moment; the server works between its appointments. Where the test has taken over
 * setInterval, the server's own beats pass with it.
 */
export async function runScenario(time: VirtualTime, until: number): Promise<void> {
  for (let before = time.now(); time.step(until); before = time.now()) {
    vi.advanceTimersByTime(time.now() - before);
    await serverSettled();
  }
}
