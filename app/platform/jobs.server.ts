import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import PgBoss from "pg-boss";
import { assert } from "#machines/assert";
import type { Database, SqlExecutor } from "./database.server";
import { definedJobs } from "./job-definition.server";
import type { Job } from "./job-definition.server";
import { log } from "./log.server";
import { parkedJobCount } from "./metrics.server";
import { remember } from "./remember.server";
import { runJob } from "./run-job.server";

export { defineJob } from "./job-definition.server";
export type { Job, JobRun } from "./job-definition.server";

/** Jobs of one kind that run at a time, so that a slow mail server holds up mail and nothing else. */
const RUNS_PER_JOB = 4;
/** How often the queue is looked at when nothing in this process said that there is something in it. */
const LOOK_EVERY_MS = 1_000;
/** A job enqueued in a transaction is seen only after its commit; a commit takes a few milliseconds. */
const COMMIT_MS = 25;
/** A stop waits this long for jobs, on top of what it waits for requests. */
const STOP_MS = 1_500;
/** A job whose process died is taken up again after this (on PGlite at the next start). */
const EXPIRE_SECONDS = 60;
const RETRY_DELAY_SECONDS = 2;
/** Parked jobs stay visible this long. */
const KEEP_PARKED_SECONDS = 30 * 24 * 60 * 60;

interface JobLoop {
  boss: PgBoss;
  database: Database;
  queues: Set<string>;
  stopping: boolean;
  wake: () => void;
  running: Set<Promise<void>>;
  finished: Promise<void>;
}

const holder = remember<{ loop: JobLoop | null }>("jobLoop", () => ({ loop: null }));

/** The same key makes the same job id, so a second enqueue of it does nothing, however it ended. */
function idFromKey(name: string, key: string): string {
  const hex = createHash("sha256").update(`${name}\n${key}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

function bossDatabase(executor: SqlExecutor): PgBoss.Db {
  return { executeSql: (text, values) => executor.query(text, values) };
}

export interface EnqueueOptions {
  /** The transaction of the change that causes the job: both are there after it, or neither. */
  tx?: SqlExecutor;
  /** At most one job of this kind with this key. */
  key?: string;
  startAfterSeconds?: number;
}

export async function enqueue<T extends object>(job: Job<T>, data: T, options: EnqueueOptions = {}): Promise<void> {
  const { loop } = holder;
  assert(loop, "a job is enqueued before startJobs");
  if (!loop.queues.has(job.name)) await createQueue(loop, job.name, options.tx);
  const sent = await loop.boss.send(job.name, job.schema.parse(data), {
    ...(options.key === undefined ? {} : { id: idFromKey(job.name, options.key) }),
    ...(options.tx ? { db: bossDatabase(options.tx) } : {}),
    startAfter: options.startAfterSeconds ?? 0,
    retryLimit: job.retryLimit,
    retryDelay: RETRY_DELAY_SECONDS,
    retryBackoff: true,
    expireInSeconds: EXPIRE_SECONDS,
  });
  assert(sent !== null || options.key !== undefined, `job ${job.name} was not accepted`);
  setTimeout(loop.wake, options.tx ? COMMIT_MS : 0).unref();
}

/**
 * pg-boss keeps a table per queue. A job defined after the start (in tests, and after an edit in development) makes its
 * own at the first enqueue, inside the caller's transaction: beside it, PGlite would wait for itself.
 */
async function createQueue(loop: JobLoop, name: string, tx?: SqlExecutor): Promise<void> {
  const executor = tx ?? loop.database;
  await executor.query("select pgboss.create_queue($1, $2::json)::text", [
    name,
    JSON.stringify({ policy: "standard" }),
  ]);
  if (!tx) loop.queues.add(name);
}

async function dueJobNames(loop: JobLoop): Promise<string[]> {
  const { rows } = await loop.database.query<{ name: string }>(
    "select distinct name from pgboss.job where state < 'active' and start_after <= now()",
  );
  return rows.map((row) => row.name).filter((name) => definedJobs.has(name));
}

async function runBatch(loop: JobLoop, name: string): Promise<number> {
  const job = definedJobs.get(name);
  if (!job) return 0;
  const fetched = await loop.boss.fetch<object>(name, { batchSize: RUNS_PER_JOB, includeMetadata: true });
  await Promise.all(fetched.map((one) => runJob(loop.boss, job, one)));
  return fetched.length;
}

/** One look at the queue; kinds that are still busy from the look before are left alone. */
async function look(loop: JobLoop, busy: Set<string>): Promise<void> {
  const names = (await dueJobNames(loop)).filter((name) => !busy.has(name));
  for (const name of names) {
    busy.add(name);
    const batch = runBatch(loop, name)
      .then((count) => {
        if (count > 0) loop.wake();
      })
      .catch((error: unknown) => log.warn({ err: error, job: name }, "the outcome of a job could not be recorded"))
      .finally(() => {
        busy.delete(name);
        loop.running.delete(batch);
      });
    loop.running.add(batch);
  }
}

async function keepLooking(loop: JobLoop): Promise<void> {
  const busy = new Set<string>();
  while (!loop.stopping) {
    const stopWaiting = new AbortController();
    loop.wake = () => stopWaiting.abort();
    await look(loop, busy).catch((error: unknown) => log.warn(error, "the job queue could not be read"));
    if (!loop.stopping) await pause(LOOK_EVERY_MS, null, { signal: stopWaiting.signal }).catch(() => null);
  }
  await Promise.all(loop.running);
}

async function createLoop(database: Database): Promise<JobLoop> {
  const boss = new PgBoss({
    db: bossDatabase(database),
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 30,
    archiveFailedAfterSeconds: KEEP_PARKED_SECONDS,
  });
  boss.on("error", (error) => log.warn(error, "the job queue's upkeep failed"));
  const never = () => undefined;
  const loop: JobLoop = {
    boss,
    database,
    queues: new Set(),
    stopping: false,
    wake: never,
    running: new Set(),
    finished: Promise.resolve(),
  };
  // Two servers starting at once must not create the same queues.
  await database.alterExclusively(async () => {
    await boss.start();
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const name of definedJobs.keys()) {
      if (known.has(name)) loop.queues.add(name);
      else await createQueue(loop, name);
    }
  });
  return loop;
}

/** Creates the queues: from here on jobs may be enqueued. They run after workOnJobs, or by runDueJobs in tests. */
export async function startJobs(database: Database): Promise<void> {
  assert(!holder.loop, "jobs are started twice");
  holder.loop = await createLoop(database);
  if (database.kind === "pglite") {
    // Nobody else works on this database, so a job that is marked as running was cut off by the last stop.
    await database.query("update pgboss.job set state = 'retry', start_after = now() where state = 'active'");
  }
  parkedJobCount.set((await parkedJobs()).length);
}

export function workOnJobs(): void {
  const { loop } = holder;
  assert(loop, "jobs are worked on before startJobs");
  loop.finished = keepLooking(loop);
}

/** What is enqueued from here on waits for the next start; running jobs go on. */
export function takeNoMoreJobs(): void {
  const { loop } = holder;
  if (!loop) return;
  loop.stopping = true;
  loop.wake();
}

/** Waits a moment for running jobs. One that takes longer is cut off, and runs again after the next start. */
export async function stopJobs(): Promise<void> {
  const { loop } = holder;
  if (!loop) return;
  takeNoMoreJobs();
  await Promise.race([loop.finished, pause(STOP_MS, null, { ref: false })]);
  await loop.boss.stop({ graceful: false, close: false });
  holder.loop = null;
}

/** Works on the queue until nothing is due; answers how many jobs ran. For tests and for commands. */
export async function runDueJobs(): Promise<number> {
  const { loop } = holder;
  assert(loop, "jobs are run before startJobs");
  let total = 0;
  for (;;) {
    let ran = 0;
    for (const name of await dueJobNames(loop)) ran += await runBatch(loop, name);
    if (ran === 0) return total;
    total += ran;
  }
}

export interface ParkedJob {
  id: string;
  name: string;
  data: unknown;
  output: unknown;
  completedOn: Date | null;
}

/** Jobs that used up their tries, newest first. */
export async function parkedJobs(limit = 100): Promise<ParkedJob[]> {
  const { loop } = holder;
  assert(loop, "parked jobs are asked for before startJobs");
  const { rows } = await loop.database.query<ParkedJob>(
    `select id::text, name, data, output, completed_on as "completedOn"
       from pgboss.job where state = 'failed' order by completed_on desc nulls last limit $1`,
    [limit],
  );
  return rows;
}

/** Puts a parked job back in the queue. */
export async function retryParkedJob(name: string, id: string): Promise<void> {
  const { loop } = holder;
  assert(loop, "a job is retried before startJobs");
  await loop.boss.retry(name, id);
  loop.wake();
}
