import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { Fault } from "#app/platform/fault";
import { defineJob, enqueue, parkedJobs, runDueJobs, startJobs, stopJobs, workOnJobs } from "#app/platform/jobs.server";
import { emptyTables, testDatabase } from "#tests/support/test-database";

const db = await testDatabase();
const seen: string[] = [];
let onNote = () => {};

const note = defineJob({
  name: "test-note",
  schema: z.strictObject({ text: z.string() }),
  retryLimit: 0,
  async handle({ text }) {
    seen.push(text);
    onNote();
  },
});

const broken = defineJob({
  name: "test-broken",
  schema: z.strictObject({ retryable: z.boolean() }),
  retryLimit: 3,
  async handle({ retryable }) {
    throw new Fault("the provider is away", { code: "away", retryable });
  },
});

const rooftop = (id: string) => ({ id, name: "Store", policy: {} });

beforeEach(async () => {
  await emptyTables(db);
  seen.length = 0;
});

describe("jobs", () => {
  it("[LIVE-10] run after the transaction that enqueued them committed", async () => {
    await db.transaction(async (tx) => {
      await tx.query(`insert into "Rooftop" (id, name, policy) values ('r1', 'Store', '{}')`);
      await enqueue(note, { text: "committed" }, { tx });
    });
    await runDueJobs();
    expect(seen).toEqual(["committed"]);
  });

  it("[LIVE-10] vanish with a transaction that rolls back", async () => {
    const rolledBack = db.transaction(async (tx) => {
      await enqueue(note, { text: "never" }, { tx });
      throw new Error("changed our mind");
    });
    await expect(rolledBack).rejects.toThrow("changed our mind");
    await runDueJobs();
    expect(seen).toEqual([]);
  });

  it("[LIVE-10] commit and roll back with a Prisma transaction", async () => {
    await db.prisma.$transaction(async (tx) => {
      await tx.rooftop.create({ data: rooftop("r2") });
      await enqueue(note, { text: "with prisma" }, { tx: db.prismaExecutor(tx) });
    });
    const rolledBack = db.prisma.$transaction(async (tx) => {
      await enqueue(note, { text: "never" }, { tx: db.prismaExecutor(tx) });
      throw new Error("changed our mind");
    });
    await expect(rolledBack).rejects.toThrow("changed our mind");
    await runDueJobs();
    expect(seen).toEqual(["with prisma"]);
  });

  it("run once per key, even when enqueued again after they are done", async () => {
    await enqueue(note, { text: "first" }, { key: "deposit:1" });
    await enqueue(note, { text: "second" }, { key: "deposit:1" });
    await runDueJobs();
    await enqueue(note, { text: "third" }, { key: "deposit:1" });
    await runDueJobs();
    expect(seen).toEqual(["first"]);
  });

  it("refuse data that their schema does not know", async () => {
    await expect(enqueue(note, { text: 7 } as never)).rejects.toThrow();
  });

  it("wait for their time", async () => {
    await enqueue(note, { text: "later" }, { startAfterSeconds: 60 });
    expect(await runDueJobs()).toBe(0);
  });

  it.runIf(db.kind === "pglite")("[LIVE-10] run again when the process died in the middle of them", async () => {
    await enqueue(note, { text: "cut off" });
    await db.query("update pgboss.job set state = 'active', started_on = now()");
    expect(await runDueJobs()).toBe(0);
    await stopJobs();
    await startJobs(db);
    await runDueJobs();
    expect(seen).toEqual(["cut off"]);
  });

  it("are picked up by the running server as soon as they are committed, and finished before it stops", async () => {
    workOnJobs();
    const ran = new Promise<void>((resolve) => (onNote = resolve));
    await db.transaction((tx) => enqueue(note, { text: "at work" }, { tx }));
    await ran;
    await stopJobs();
    const { rows } = await db.query("select state from pgboss.job");
    expect(rows).toEqual([{ state: "completed" }]);
    await startJobs(db);
  });

  it("are tried again after a fault that may pass, and parked at once after one that may not", async () => {
    await enqueue(broken, { retryable: true });
    await enqueue(broken, { retryable: false });
    await runDueJobs();
    const parked = await parkedJobs();
    expect(parked.map((job) => job.data)).toEqual([{ retryable: false }]);
    const waiting = await db.query<{ state: string }>(`select state from pgboss.job where state = 'retry'`);
    expect(waiting.rows).toHaveLength(1);
  });
});
