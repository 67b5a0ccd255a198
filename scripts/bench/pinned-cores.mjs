// Which core the servers get and which the load: they must not take each other's time, or the faster server would be
// measured against its own load generator.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** "0-2,7" → [0, 1, 2, 7] */
function parseCores(list) {
  return list.split(",").flatMap((part) => {
    const [from, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

function allowedCores() {
  if (!existsSync("/proc/self/status")) return [];
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return list ? parseCores(list) : [];
}

/** Pins this process, which makes the load, and answers the core left for servers; null where pinning is not possible. */
export function pinLoad() {
  const [serverCore, loadCore] = allowedCores();
  if (loadCore === undefined) return null;
  const { status } = spawnSync("taskset", ["-acp", String(loadCore), String(process.pid)], { stdio: "ignore" });
  return status === 0 ? { serverCore, loadCore } : null;
}

/** The command line that runs a program on the servers' core. */
export const pinned = (cores, file, args) =>
  cores ? ["taskset", ["-c", String(cores.serverCore), file, ...args]] : [file, args];
