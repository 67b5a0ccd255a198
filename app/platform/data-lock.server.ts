import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { now } from "./clock.server";
import { livingHolder, lockPathOf, processStart, whyRefused } from "./data-folder-holder.mjs";
import { Fault } from "./fault";

/** Each round either takes the lock, refuses, or has set a dead one aside; more than a few means something else is wrong. */
const MOST_ROUNDS = 5;

export interface DataLock {
  release(): Promise<void>;
}

async function tryLink(ownPath: string, lockPath: string): Promise<boolean> {
  try {
    await link(ownPath, lockPath);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Refuses a living holder; sets the lock of a dead one aside. */
async function clearStale(dataDir: string, asidePath: string): Promise<void> {
  const lockPath = lockPathOf(dataDir);
  const text = await readFile(lockPath, "utf8").catch(() => null);
  if (text === null) return;
  const refusal = whyRefused(dataDir, livingHolder(text));
  if (refusal !== null) throw new Fault(refusal, { code: "data-folder-in-use", retryable: false });
  // Another starter may have replaced the stale lock since we read it: what was moved must be what was judged.
  await rename(lockPath, asidePath).catch(() => null);
  const moved = await readFile(asidePath, "utf8").catch(() => null);
  if (moved !== null && moved !== text) await link(asidePath, lockPath).catch(() => null);
  await rm(asidePath, { force: true });
}

/**
 * PGlite takes no lock of its own, and two processes on one folder silently lose rows; so we keep one beside it.
 * It is never taken over by age, since a long stall looks like death: only when the process it names is gone.
 */
export async function acquireDataLock(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true });
  const lockPath = lockPathOf(dataDir);
  const ownPath = `${lockPath}.${process.pid}.${performance.now()}`;
  const ownText = JSON.stringify({
    pid: process.pid,
    processStart: processStart(process.pid) ?? "",
    host: hostname(),
    since: now().toISOString(),
  });
  // Written whole under another name, then linked: nobody ever reads half a lock.
  await writeFile(ownPath, ownText);
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (await tryLink(ownPath, lockPath)) {
        return {
          async release() {
            const text = await readFile(lockPath, "utf8").catch(() => null);
            if (text === ownText) await rm(lockPath, { force: true });
          },
        };
      }
      await clearStale(dataDir, `${ownPath}.stale`);
    }
  } finally {
    await rm(ownPath, { force: true });
  }
  throw new Fault(`The lock ${lockPath} could not be taken.`, { code: "data-folder-in-use", retryable: false });
}
