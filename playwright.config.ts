import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** Found or installed by scripts/prepare.mjs; without it Playwright looks for its own. */
const CHROMIUM_NOTE = "node_modules/.cache/deal-jacket/chromium.path";
const executablePath = existsSync(CHROMIUM_NOTE) ? readFileSync(CHROMIUM_NOTE, "utf8").trim() : undefined;

const port = Number(process.env.E2E_PORT ?? 4181);
const address = `http://127.0.0.1:${port}`;
// Workers read this file too and must agree on the folder.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "deal-jacket-e2e-"));

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  fullyParallel: false,
  workers: Number(process.env.E2E_WORKERS ?? 1),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: address,
    // A busy machine is slow, and a thing that never comes must not use up the whole test.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // For root, for machines without a display, and for closed networks.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node scripts/serve.mjs",
    url: `${address}/readyz`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 12_000 },
    env: { PORT: String(port), PUBLIC_URL: address, DATA_DIR: process.env.E2E_DATA_DIR, DEMO: "1", LOG_LEVEL: "error" },
  },
});
