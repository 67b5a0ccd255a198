import type { z } from "zod";
import { remember } from "./remember.server";

export interface JobRun {
  /** Stable over all tries of this job: a good idempotency key for whatever is called outside. */
  jobId: string;
  /** 1 for the first try. */
  attempt: number;
  /** Aborted when the run takes longer than it may. */
  signal: AbortSignal;
}

export interface Job<T extends object = object> {
  name: string;
  schema: z.ZodType<T>;
  /** Tries after the first one; then the job is parked for a person. */
  retryLimit: number;
  handle: (data: T, run: JobRun) => Promise<void>;
}

/** Every job of the process by name. Remembered, so that an edited module in development replaces its old handler. */
export const definedJobs = remember("definedJobs", () => new Map<string, Job>());

/**
 * A kind of background work. It runs at least once: a handler must bear being run twice with the same data.
 * A handler that throws is tried again with growing pauses; a Fault that is not retryable is parked at once.
 */
export function defineJob<T extends object>(job: Job<T>): Job<T> {
  definedJobs.set(job.name, job as unknown as Job);
  return job;
}
