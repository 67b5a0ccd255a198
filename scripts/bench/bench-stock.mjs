// Search by payment over ten thousand vehicles: how long a search takes, and how long it keeps everybody else waiting.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { printStock } from "./print-report.mjs";

/** A search takes no longer, and no turn of it keeps the process longer. */
const MOST_SEARCH_MS = 120;
const MOST_TURN_MS = 20;
const WARM_UP_SEARCHES = 8;
const SEARCHES = 40;

/** Built as the server is built, beside the project's own modules, so that the bundle finds the packages outside it. */
async function bundled() {
  const folder = mkdtempSync(join(process.cwd(), "node_modules", ".bench-stock-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      plugins: [tsconfigPaths()],
      build: { ssr: "scripts/bench/stock-search.ts", outDir: folder, emptyOutDir: false, target: "node20" },
    });
    return await import(pathToFileURL(join(folder, "stock-search.js")).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const OWN_SCHEDULE = `/proc/self/task/${process.pid}/schedstat`;

/** Milliseconds that this thread alone had the processor: what the collector does beside it keeps nobody waiting. */
function ownProcessorMs() {
  if (existsSync(OWN_SCHEDULE)) return Number(readFileSync(OWN_SCHEDULE, "utf8").split(" ")[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * The longest time between two turns of the event loop while something runs, told by a ticker and by Node; and the most
 * processor time of one turn, which is ours alone where others use the machine as well.
 */
async function whileWatching(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let longest = 0;
  let longestUsed = 0;
  let used = ownProcessorMs();
  let last = performance.now();
  let watching = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    const spent = ownProcessorMs();
    longestUsed = Math.max(longestUsed, spent - used);
    used = spent;
    if (watching) setImmediate(tick);
  };
  setImmediate(tick);
  delay.enable();
  await work();
  delay.disable();
  watching = false;
  return { longestTurn: longest, longestUsed, nodesDelay: delay.max / 1e6 };
}

async function measured(bench, board, { name, query }, counter) {
  for (let index = 0; index < WARM_UP_SEARCHES; index++) await bench.searchOnce(board, query((counter.own += 1)));
  const times = [];
  const used = process.cpuUsage();
  const turns = await whileWatching(async () => {
    for (let index = 0; index < SEARCHES; index++) {
      // Never the same terms twice: nothing of it has been worked out before.
      const own = (counter.own += 1);
      const startedAt = performance.now();
      await bench.searchOnce(board, query(own));
      times.push(performance.now() - startedAt);
    }
  });
  const spent = process.cpuUsage(used);
  const processorMs = (spent.user + spent.system) / 1_000 / SEARCHES;
  const exact = !query(0).includes("Payment") || (await bench.isExact(board, query((counter.own += 1))));
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)];
  return { name, p50: at(0.5), p99: at(0.99), slowest: times.at(-1), processorMs, ...turns, exact };
}

async function once(name, work) {
  let took = 0;
  const turns = await whileWatching(async () => {
    const startedAt = performance.now();
    await work();
    took = performance.now() - startedAt;
  });
  return { name, p50: took, p99: took, slowest: took, processorMs: null, ...turns, exact: true };
}

export async function benchStock() {
  const bench = await bundled();
  const board = bench.bigBoard("2026-11-22");
  const counter = { own: 0 };
  const warmed = await once("before the door opens: all that searches share", () => bench.warmBoard(board));
  const first = await once("the first search", () => bench.searchOnce(board, bench.searches[0].query(1)));
  const repriced = bench.repriced(board);
  const changed = await once("the first search after a price changed", () =>
    bench.searchOnce(repriced, bench.searches[0].query(2)),
  );
  const results = [first, changed];
  for (const search of bench.searches) results.push(await measured(bench, board, search, counter));
  printStock(`\nSearches over ${bench.STOCK_SIZE.toLocaleString("en-US")} vehicles, each at terms of its own`, [
    warmed,
    ...results,
  ]);
  if (results.some(({ exact }) => !exact)) throw new Error("a list shows another payment than its worksheet");
  return [
    ...results.map(({ name, p50: median }) => ({ name: `search ${name}`, p50: median, most: MOST_SEARCH_MS })),
    {
      name: "most processor time of one turn in a search",
      p50: Math.max(...results.map(({ longestUsed }) => longestUsed)),
      most: MOST_TURN_MS,
    },
    {
      name: "longest turn of the event loop in a search",
      p50: Math.max(...results.map(({ longestTurn }) => longestTurn)),
      most: MOST_TURN_MS,
    },
  ];
}
