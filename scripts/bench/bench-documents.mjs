// A fifteen-document jacket drawn by the worker threads, and how long the event loop is kept meanwhile.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { printNumbers } from "./print-report.mjs";

/** All documents and the file they make together; and the longest time nobody else gets a turn. */
const MOST_JACKET_MS = 1_500;
const MOST_BLOCKED_MS = 30;
const JACKETS = 7;
const IDLE_WATCH_MS = 3_000;

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

/** The longest time that a turn of the event loop came late while something ran. */
async function longestWait(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

export async function benchDocuments() {
  const { DOCUMENTS, drawWholeJacket, stopDrawing } = await bundled();
  const startedAt = performance.now();
  await drawWholeJacket();
  const first = performance.now() - startedAt;
  // A machine that is busy with something else makes everybody wait: the same watch with nothing drawn says how long.
  const idle = await longestWait(() => new Promise((resolve) => setTimeout(resolve, IDLE_WATCH_MS)));
  const times = [];
  const blocked = await longestWait(async () => {
    for (let index = 0; index < JACKETS; index++) {
      const from = performance.now();
      await drawWholeJacket();
      times.push(performance.now() - from);
    }
  });
  await stopDrawing();
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)];
  const figures = [
    {
      name: `${DOCUMENTS} documents and their file, first`,
      most: MOST_JACKET_MS * 2,
      p50: first,
      p99: first,
      slowest: first,
    },
    {
      name: `${DOCUMENTS} documents and their file`,
      most: MOST_JACKET_MS,
      p50: at(0.5),
      p99: at(0.99),
      slowest: times.at(-1),
    },
    {
      name: "longest turn of the event loop meanwhile",
      most: MOST_BLOCKED_MS,
      p50: blocked,
      p99: blocked,
      slowest: blocked,
    },
  ];
  figures.push({ name: "the same with nothing drawn", most: MOST_BLOCKED_MS, p50: idle, p99: idle, slowest: idle });
  printNumbers("\nA deal jacket, drawn in worker threads", figures);
  // The watch with nothing drawn is a yardstick, not a figure of ours.
  return figures.slice(0, -1);
}
