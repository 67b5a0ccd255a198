// A server under test: started on its own core, asked for its processor time, and stopped again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { pinned } from "./pinned-cores.mjs";

/** A first start creates a database and fills it, on a machine that may be busy. */
const START_MS = 120_000;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

const PID_FIELD = 4;
const OWN_TIME = [14, 15];
const TIME_WITH_ENDED_CHILDREN = [14, 15, 16, 17];

/** Fields of /proc/<pid>/stat by their number in the manual; the name before them may hold spaces. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const rest = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return (field) => Number(rest[field - 3]);
  } catch {
    return () => 0;
  }
}

const timeOf = (pid, fields) => {
  const field = stat(pid);
  return fields.reduce((total, number) => total + field(number), 0) * TICK_MS;
};

/** Milliseconds of processor time a process has used; null where the system does not say. */
export const processorMs = (pid) => (existsSync("/proc/self/stat") ? timeOf(pid, OWN_TIME) : null);

/** The same for a process and those it started: PostgreSQL works in one process per connection. */
export function familyProcessorMs(pid) {
  if (!existsSync("/proc/self/stat")) return null;
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && stat(name)(PID_FIELD) === pid);
  const inChildren = children.reduce((total, child) => total + timeOf(child, OWN_TIME), 0);
  return timeOf(pid, TIME_WITH_ENDED_CHILDREN) + inChildren;
}

/** A server is quiet when it uses less than a tenth of its core for a second: a new store still draws its documents. */
const QUIET_SHARE = 0.1;
const QUIET_WITHIN_MS = 60_000;

export async function quiet({ processorMs: used }) {
  if (used() === null) return pause(5_000);
  const until = performance.now() + QUIET_WITHIN_MS;
  for (let last = Infinity; last > 1_000 * QUIET_SHARE && performance.now() < until;) {
    const before = used();
    await pause(1_000);
    last = used() - before;
  }
}

const running = new Set();

/** Whatever ends this process, nothing that it started stays behind. */
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

async function address(child, name) {
  let output = "";
  const listening = new Promise((resolve, reject) => {
    const take = (chunk) => {
      output += chunk;
      const url = /ready: (http:\/\/\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`${name} did not start within ${START_MS} ms:\n${output}`)), START_MS).unref();
  });
  return { url: await listening, output: () => output };
}

/** Starts `node <args>` on the servers' core and waits until it says "ready: <address>". */
export async function startServer(name, args, { env, cores }) {
  const [file, line] = pinned(cores, process.execPath, args);
  const inherited = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR ?? "" };
  const child = spawn(file, line, { env: { ...inherited, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const { url, output } = await address(child, name);
  return {
    name,
    url,
    pid: child.pid,
    output,
    processorMs: () => processorMs(child.pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Memory that a process holds, in kilobytes; null where that cannot be read. */
export function memoryKb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? NaN) || null;
  } catch {
    return null;
  }
}
