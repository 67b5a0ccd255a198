import { vi } from "vitest";
import { journalIdle } from "#app/deals/deal-journal.server";
import { unanswered } from "./in-memory-wire";
import type { VirtualTime } from "./virtual-time";

/**
 * The server has answered what it was asked and told what it committed, and waits for nothing: `isBusy` says whether its
 * database does, for what it looks up by itself takes real time, in which the scenario's own must not pass.
 */
export async function serverSettled(isBusy = () => false): Promise<void> {
  do {
    do await new Promise(setImmediate);
    while (unanswered.count > 0 || isBusy());
    await journalIdle();
    await new Promise(setImmediate);
  } while (unanswered.count > 0 || isBusy());
}

/**
 * Lets a scenario's time pass up to a moment; the server works between its appointments. Where the test has taken over
 * setInterval, the server's own beats pass with it.
 */
export async function runScenario(time: VirtualTime, until: number, isBusy?: () => boolean): Promise<void> {
  for (let before = time.now(); time.step(until); before = time.now()) {
    vi.advanceTimersByTime(time.now() - before);
    await serverSettled(isBusy);
  }
}
