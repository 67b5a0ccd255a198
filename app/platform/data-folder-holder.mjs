// Who holds a data folder? Plain JavaScript on Node's built-ins: scripts/serve.mjs asks it before it loads the build, so
// that a second server is refused at once and not after all its packages were read.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} processStart When the process began, by the system's own reckoning: tells a reused pid from the old process.
 * @property {string} host
 * @property {string} since
 */

/**
 * Empty where the system does not say when a process began, null when there is no such process.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function processStart(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH") return null;
  }
  try {
    if (process.platform === "linux") {
      // After the name in brackets, which may hold anything, the state comes first and the start 19 fields later.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // A zombie has ended and holds nothing open.
      if (fields[0] === "Z" || fields[0] === "X") return null;
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
    }
    if (process.platform === "darwin") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    }
  } catch {
    // Ended between the two questions, or the system hides it: the pid alone has to do.
  }
  return "";
}

/** @param {string} dataDir */
export function lockPathOf(dataDir) {
  return join(dataDir, "server.lock");
}

/**
 * @param {string} text
 * @returns {Holder | null}
 */
function parseHolder(text) {
  try {
    const holder = JSON.parse(text);
    const isWhole = Number.isInteger(holder.pid) && holder.pid > 0 && typeof holder.processStart === "string";
    return isWhole && typeof holder.host === "string" ? holder : null;
  } catch {
    return null;
  }
}

/**
 * The holder that a lock's text names, unless it is dead. One on another machine counts as living: nobody here can see it.
 *
 * @param {string} text
 * @returns {Holder | null}
 */
export function livingHolder(text) {
  const holder = parseHolder(text);
  if (!holder || holder.host !== hostname()) return holder;
  const started = processStart(holder.pid);
  if (started === null) return null;
  return started === "" || holder.processStart === "" || started === holder.processStart ? holder : null;
}

/**
 * Why a server may not use this folder now, in a sentence; null when nobody living holds it.
 *
 * @param {string} dataDir
 * @param {Holder | null} holder
 * @returns {string | null}
 */
export function whyRefused(dataDir, holder) {
  if (!holder) return null;
  const isHere = holder.host === hostname();
  const remedy = isHere
    ? "Stop it first, or give this one its own DATA_DIR."
    : `Whether it still runs cannot be seen from here. If it does not, remove ${lockPathOf(dataDir)}.`;
  const where = isHere ? "" : ` on ${holder.host}`;
  return (
    `The data folder ${dataDir} is in use by process ${holder.pid}${where}, since ${holder.since}. ` +
    `Two servers on one folder lose data. ${remedy}`
  );
}

/**
 * The same, read from the folder. A look, not a claim: the server itself takes the lock.
 *
 * @param {string} dataDir
 * @returns {string | null}
 */
export function whyFolderIsRefused(dataDir) {
  try {
    return whyRefused(dataDir, livingHolder(readFileSync(lockPathOf(dataDir), "utf8")));
  } catch {
    return null;
  }
}
