// The calculation core alone: how long one full worksheet and one payment grid take, built as the server is built.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { printNumbers } from "./print-report.mjs";

const WARM_UP_CALLS = 300;
const CALLS = 1_500;

/** Beside the project's own modules, so that the bundle finds the packages it leaves outside. */
async function bundled() {
  const folder = mkdtempSync(join(process.cwd(), "node_modules", ".bench-numbers-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      plugins: [tsconfigPaths()],
      build: { ssr: "scripts/bench/numbers-deals.ts", outDir: folder, emptyOutDir: false, target: "node20" },
    });
    return await import(pathToFileURL(join(folder, "numbers-deals.js")).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured({ name, most, call }) {
  for (let index = 0; index < WARM_UP_CALLS; index++) call(index);
  const times = Array.from({ length: CALLS }, (_, index) => {
    const startedAt = performance.now();
    call(index);
    return performance.now() - startedAt;
  }).toSorted((one, other) => one - other);
  const at = (share) => times[Math.floor(times.length * share)];
  return { name, most, p50: at(0.5), p99: at(0.99), slowest: times.at(-1) };
}

export async function benchNumbers() {
  const { numbersBench } = await bundled();
  const figures = numbersBench.map(measured);
  printNumbers("\nThe calculation core, one call after another", figures);
  return figures;
}
