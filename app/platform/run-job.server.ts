import type PgBoss from "pg-boss";
import { Fault } from "./fault";
import type { Job } from "./job-definition.server";
import { log } from "./log.server";
import { jobRuns } from "./metrics.server";

/** A run that takes longer is aborted and counted as failed. Shorter than EXPIRE_SECONDS, so no second run overlaps. */
const RUN_SECONDS = 45;

type FetchedJob = PgBoss.JobWithMetadata<object>;

async function withinTime(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      stop.abort();
      reject(new Fault(`The job took longer than ${RUN_SECONDS} s.`, { code: "job-timeout", retryable: true }));
    }, RUN_SECONDS * 1000);
  });
  try {
    await Promise.race([work(stop.signal), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function recordFailure(boss: PgBoss, fetched: FetchedJob, error: unknown): Promise<void> {
  const hopeless = error instanceof Fault && !error.retryable;
  const parked = hopeless || fetched.retryCount >= fetched.retryLimit;
  const line = { err: error, job: fetched.name, jobId: fetched.id, attempt: fetched.retryCount + 1 };
  if (parked) log.error(line, "job parked: it needs a person");
  else log.warn(line, "job failed and will be tried again");
  jobRuns.inc({ job: fetched.name, outcome: parked ? "parked" : "failed" });
  if (hopeless) {
    const updateLimit = "update pgboss.job set retry_limit = retry_count where name = $1 and id = $2";
    await boss.getDb().executeSql(updateLimit, [fetched.name, fetched.id]);
  }
  const said = error instanceof Error ? error.message : String(error);
  await boss.fail(fetched.name, fetched.id, { message: said });
}

/** Runs one fetched job and records how it ended. Rejects only when the database cannot record it. */
export async function runJob(boss: PgBoss, job: Job, fetched: FetchedJob): Promise<void> {
  try {
    const data = job.schema.parse(fetched.data);
    await withinTime((signal) => job.handle(data, { jobId: fetched.id, attempt: fetched.retryCount + 1, signal }));
  } catch (error) {
    await recordFailure(boss, fetched, error);
    return;
  }
  await boss.complete(fetched.name, fetched.id);
  jobRuns.inc({ job: fetched.name, outcome: "done" });
}
