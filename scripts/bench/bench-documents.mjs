// A fifteen-document jacket drawn by the worker threads, and how long the event loop is kept meanwhile.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { printNumbers } from "./print-report.mjs";

/** All documents and the file they make together; and the longest that one turn keeps everybody else. */
const MOST_JACKET_MS = 1_500;
const MOST_BLOCKED_MS = 30;
const JACKETS = 7;

/** Beside the project's own modules, so that the bundle finds the packages it leaves outside. */
async function bundled() {
  const folder = mkdtempSync(join(process.cwd(), "node_modules", ".bench-documents-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      plugins: [tsconfigPaths()],
      publicDir: false,
      build: { ssr: "scripts/bench/documents-jacket.ts", outDir: folder, emptyOutDir: false, target: "node20" },
    });
    return await import(pathToFileURL(join(folder, "documents-jacket.js")).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nanoseconds that this process's own thread has run, without its workers; null where the system does not say. */
function ownThreadNanos() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]);
  } catch {
    return null;
  }
}

/**
 * The longest time between two turns of the event loop while something runs, and the most processor time that one turn of
 * our own thread took: the first is also what others do with the machine, the second is ours alone.
 */
async function longestTurns(work) {
  let [longest, longestUsed] = [0, 0];
  let last = performance.now();
  let used = ownThreadNanos();
  let watching = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    const nanos = ownThreadNanos();
    if (nanos !== null && used !== null) longestUsed = Math.max(longestUsed, (nanos - used) / 1e6);
    used = nanos;
    if (watching) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  watching = false;
  return { longest, used: used === null ? longest : longestUsed };
}

export async function benchDocuments() {
  const { DOCUMENTS, drawWholeJacket, stopDrawing } = await bundled();
  const startedAt = performance.now();
  await drawWholeJacket();
  const first = performance.now() - startedAt;
  const times = [];
  const turns = await longestTurns(async () => {
    for (let index = 0; index < JACKETS; index++) {
      const from = performance.now();
      await drawWholeJacket();
      times.push(performance.now() - from);
    }
  });
  await stopDrawing();
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)];
  const row = (name, most, value) => ({ name, most, p50: value, p99: value, slowest: value });
  const figures = [
    {
      name: `${DOCUMENTS} documents and their file`,
      most: MOST_JACKET_MS,
      p50: at(0.5),
      p99: at(0.99),
      slowest: times.at(-1),
    },
    row("most processor time of one turn of the event loop", MOST_BLOCKED_MS, turns.used),
  ];
  const toRead = [
    row("the first jacket, workers starting", MOST_JACKET_MS, first),
    row("longest turn of the event loop, machine and all", MOST_BLOCKED_MS, turns.longest),
  ];
  printNumbers("\nA deal jacket, drawn in worker threads", [...figures, ...toRead]);
  return figures;
}
