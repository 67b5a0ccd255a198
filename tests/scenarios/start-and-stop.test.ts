import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { Manager } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort, newDataDir, removeDataDir, startRefused, startServer } from "#tests/support/start-server";

/** Without the demo's store, which takes seconds to fill and is not what this is about. */
const bare = { DEMO: "0", FIELD_KEY: `k1:${Buffer.alloc(32, 3).toString("base64")}` };

/** How long this machine takes now to start Node and do nothing. */
async function bareNodeStart(): Promise<number> {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ["-e", ""]), "close");
  return performance.now() - startedAt;
}

let dataDir = "";
beforeEach(async () => {
  dataDir = await newDataDir();
});
afterEach(() => removeDataDir(dataDir));

describe("starting", () => {
  it("[LIVE-20] a second server on the same folder refuses at once, names the first, and leaves it alone", async () => {
    const first = await startServer({ ...bare, DATA_DIR: dataDir });
    const second = await startRefused({ ...bare, DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(second.exitCode).not.toBe(0);
    expect(second.output).toContain(`process ${first.pid}`);
    // Two seconds, where starting Node itself is not what takes them.
    expect(second.milliseconds).toBeLessThan(Math.max(2_000, 5 * (await bareNodeStart())));
    expect(second.output).not.toContain("    at ");
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });

  it("[LIVE-20] a lock left by a killed server is taken over", async () => {
    const killed = await startServer({ ...bare, DATA_DIR: dataDir });
    await killed.kill();
    const next = await startServer({ ...bare, DATA_DIR: dataDir });
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
    expect(await next.stop()).toBe(0);
  });

  it("[SEC-12] demo accounts beside a real database are refused in production", async () => {
    const refused = await startRefused({ DATA_DIR: dataDir, DATABASE_URL: "postgresql://me@127.0.0.1:1/x", DEMO: "1" });
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toMatch(/^DEMO=1 with a DATABASE_URL/);
  });

  it("a taken port is said, and the lock is given up", async () => {
    const first = await startServer({ ...bare, DATA_DIR: dataDir });
    const otherDir = await newDataDir();
    const refused = await startRefused({ ...bare, DATA_DIR: otherDir, PORT: String(first.port) });
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain(`Port ${first.port} on 127.0.0.1 is taken.`);
    expect(await readdir(otherDir)).not.toContain("server.lock");
    await removeDataDir(otherDir);
    await first.stop();
  });
});

describe("stopping", () => {
  it("[LIVE-19] ends what is in flight, tells live clients to come back, and lets the next server start at once", async () => {
    const server = await startServer({ ...bare, DATA_DIR: dataDir });
    // The line alone: who is on it does not matter here.
    const live = new Manager(server.url, {
      transports: ["websocket"],
      extraHeaders: { Origin: server.url },
      reconnection: false,
      autoConnect: false,
    });
    const disconnected = new Promise<string>((resolve) => live.on("close", resolve));
    await new Promise<void>((resolve, reject) => live.open((error) => (error ? reject(error) : resolve())));

    const inFlight = connect(server.port, "127.0.0.1");
    await once(inFlight, "connect");
    let answer = "";
    inFlight.setEncoding("utf8").on("data", (text: string) => (answer += text));
    const answered = once(inFlight, "close");
    inFlight.write("GET /healthz HTTP/1.1\r\nHost: a\r\n");
    const startedAt = performance.now();
    const stopped = server.stop();
    // Any other reason, and the client would not come back by itself.
    expect(await disconnected).toBe("transport close");
    inFlight.write("\r\n");
    await answered;
    expect(answer).toMatch(/^HTTP\/1.1 200[^]*connection: close/i);
    expect(await stopped).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);

    const next = await startServer({ ...bare, DATA_DIR: dataDir });
    expect(await next.stop()).toBe(0);
  });

  it("[LIVE-19] a request that never ends does not keep it", async () => {
    const server = await startServer({ ...bare, DATA_DIR: dataDir });
    const stuck = connect(server.port, "127.0.0.1");
    await once(stuck, "connect");
    stuck.on("error", () => undefined);
    stuck.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
    const startedAt = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe("running", () => {
  it("[SOCK-08] answers live connections by long polling once, and those of foreign pages not at all", async () => {
    const server = await startServer({ ...bare, DATA_DIR: dataDir });
    const path = `${server.url}/socket.io/?EIO=4&transport=polling`;
    const own = await fetch(path, { headers: { Origin: server.url } });
    expect(own.status).toBe(200);
    expect(await own.text()).toMatch(/^0\{"sid"/);
    // The pages' side must not answer too.
    expect(own.headers.get("x-request-id")).toBeNull();
    expect((await fetch(path, { headers: { Origin: "https://evil.example" } })).status).toBe(403);
    expect((await fetch(path)).status).toBe(403);
    expect(server.output()).not.toMatch(/HEADERS_SENT|not caught/);
    await server.stop();
  });

  it("[LIVE-18] is alive but not ready while its folder cannot be written, and ready again after", async () => {
    const server = await startServer({ ...bare, DATA_DIR: dataDir });
    const probe = join(dataDir, "readiness.probe");
    await rm(probe, { force: true });
    // A folder in the probe's place fails for root too, whom permissions do not stop.
    await mkdir(probe);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await rm(probe, { recursive: true });
    await writeFile(probe, "");
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
  });
});
