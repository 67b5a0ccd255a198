import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breakableLine } from "#tests/support/breakable-line";
import type { BreakableLine } from "#tests/support/breakable-line";
import { copyPostgresTemplate } from "#tests/support/postgres-template";
import type { PostgresCopy } from "#tests/support/postgres-template";
import { preparedName } from "#tests/support/prepare-database";
import { newDataDir, removeDataDir, startServer } from "#tests/support/start-server";
import type { RunningServer } from "#tests/support/start-server";

const adminUrl = process.env.TEST_DATABASE_URL ?? "";

/** Asks until the server says so, and answers how long that took. */
async function untilReadiness(server: RunningServer, status: number): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const answer = await fetch(`${server.url}/readyz`);
    const waited = performance.now() - startedAt;
    if (answer.status === status) return waited;
    if (waited > 20_000)
      throw new Error(`readiness never became ${status}: ${await answer.text()}\n${server.output()}`);
    await pause(50);
  }
}

describe.runIf(adminUrl)("a server whose PostgreSQL goes away", () => {
  let copy: PostgresCopy;
  let line: BreakableLine;
  let server: RunningServer;
  let dataDir = "";

  beforeAll(async () => {
    copy = await copyPostgresTemplate(adminUrl, preparedName());
    const url = new URL(copy.url);
    line = await breakableLine(url.hostname, Number(url.port));
    url.port = String(line.port);
    dataDir = await newDataDir();
    const FIELD_KEY = `k1:${Buffer.alloc(32, 3).toString("base64")}`;
    server = await startServer({ DATA_DIR: dataDir, DATABASE_URL: url.href, FIELD_KEY, LOG_LEVEL: "warn" });
  }, 120_000);

  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    await line.close();
    await copy.drop();
    await removeDataDir(dataDir);
  }, 60_000);

  it("[LIVE-03] survives its restart and is ready again within 5 s", async () => {
    await untilReadiness(server, 200);
    line.cut();
    await untilReadiness(server, 503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    line.restore();
    expect(await untilReadiness(server, 200)).toBeLessThan(5_000);
  });

  it("[LIVE-04] lives while it is unreachable, and takes background work up again", async () => {
    line.cut();
    await untilReadiness(server, 503);
    // Long enough for the job loop to have failed several times.
    await pause(3_500);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    line.restore();
    await untilReadiness(server, 200);
    expect(server.output()).not.toContain("was not handled");
  });

  it("[LIVE-05] is not held up by one that takes connections and says nothing", async () => {
    line.stall();
    const startedAt = performance.now();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    line.restore();
    await untilReadiness(server, 200);
  });
});
