import { createHash } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { now } from "./clock.server";
import { livingHolder, lockPathOf, processStart, whyRefused } from "./data-folder-holder.mjs";
import { Fault } from "./fault";

/** Each round either takes the lock, refuses, or finds that it changed; more than a few means something else is wrong. */
const MOST_ROUNDS = 5;
/** Enough to tell the few locks of one folder apart. */
const SUCCESSOR_DIGITS = 12;

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

/** Named after the very lock it replaces, so that a lock which came since is nobody's to replace. */
const successorOf = (path: string, text: string) =>
  `${path}.after-${createHash("sha256").update(text).digest("hex").slice(0, SUCCESSOR_DIGITS)}`;

/**
 * Takes the lock at this path, or refuses since its holder lives. Several may find the same dead lock at once: the right to
 * replace it is a lock of its own, taken in the same way, and becomes the new lock in one step. The path is never empty in
 * between, and whoever comes late finds either a living holder or the right taken.
 */
async function take(ownPath: string, path: string, dataDir: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (await tryLink(ownPath, path)) return;
    const text = await readFile(path, "utf8").catch(() => null);
    if (text === null) continue;
    const refusal = whyRefused(dataDir, livingHolder(text));
    if (refusal !== null) throw new Fault(refusal, { code: "data-folder-in-use", retryable: false });
    const successor = successorOf(path, text);
    await take(ownPath, successor, dataDir);
    if ((await readFile(path, "utf8").catch(() => null)) === text) return rename(successor, path);
    await rm(successor, { force: true });
  }
  throw new Fault(`The lock ${path} could not be taken.`, { code: "data-folder-in-use", retryable: false });
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
    await take(ownPath, lockPath, dataDir);
  } finally {
    await rm(ownPath, { force: true });
  }
  return {
    async release() {
      const text = await readFile(lockPath, "utf8").catch(() => null);
      if (text === ownText) await rm(lockPath, { force: true });
    },
  };
}
