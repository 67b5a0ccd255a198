import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireDataLock } from "#app/platform/data-lock.server";

/** A race that is lost once in a while is lost in some of these. */
const TURNS = 40;

let folder = "";
const lockPath = () => join(folder, "server.lock");
const holder = async () => JSON.parse(await readFile(lockPath(), "utf8")) as { pid: number; processStart: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "deal-jacket-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function pidOfEndedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the lock of the data folder", () => {
  it("[LIVE-20] names its holder and refuses a second one while that lives", async () => {
    const lock = await acquireDataLock(folder);
    expect((await holder()).pid).toBe(process.pid);
    await expect(acquireDataLock(folder)).rejects.toThrow(`process ${process.pid}`);
    await lock.release();
    await (await acquireDataLock(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it("[LIVE-20] takes over from a process that has ended", async () => {
    const first = await acquireDataLock(folder);
    const dead = { ...(await holder()), pid: await pidOfEndedProcess() };
    await writeFile(lockPath(), JSON.stringify(dead));
    const second = await acquireDataLock(folder);
    expect((await holder()).pid).toBe(process.pid);
    await first.release();
    expect((await holder()).pid).toBe(process.pid);
    await second.release();
  });

  it.runIf(process.platform === "linux")("[LIVE-20] tells a reused pid from the process that had it", async () => {
    await acquireDataLock(folder);
    await writeFile(lockPath(), JSON.stringify({ ...(await holder()), processStart: "another-boot:1" }));
    await (await acquireDataLock(folder)).release();
  });

  it("never takes over by age, nor what another machine holds", async () => {
    await acquireDataLock(folder);
    await writeFile(lockPath(), JSON.stringify({ ...(await holder()), since: "2001-01-01T00:00:00.000Z" }));
    await expect(acquireDataLock(folder)).rejects.toThrow("in use");
    const elsewhere = { ...(await holder()), pid: await pidOfEndedProcess(), host: `not-${hostname()}` };
    await writeFile(lockPath(), JSON.stringify(elsewhere));
    await expect(acquireDataLock(folder)).rejects.toThrow(`remove ${lockPath()}`);
  });

  it("goes to one of several that find a stale lock at once", async () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await writeFile(lockPath(), `not a lock ${turn}`);
      const answers = await Promise.allSettled(Array.from({ length: 8 }, () => acquireDataLock(folder)));
      const held = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
      expect(held).toHaveLength(1);
      await held[0]?.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it("is taken over from one that ended while it took over from another", async () => {
    await writeFile(lockPath(), "not a lock");
    const lock = await acquireDataLock(folder);
    const dead = JSON.stringify({ ...(await holder()), pid: await pidOfEndedProcess() });
    await lock.release();
    await writeFile(lockPath(), "not a lock");
    const claimed = new Promise<string>((resolve) => {
      const watcher = watch(folder, (_, name) => {
        if (!name?.includes(".after-")) return;
        watcher.close();
        resolve(name);
      });
    });
    await (await acquireDataLock(folder)).release();
    await writeFile(lockPath(), "not a lock");
    await writeFile(join(folder, await claimed), dead);
    await (await acquireDataLock(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });
});
