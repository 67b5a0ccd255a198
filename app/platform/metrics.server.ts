import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { remember } from "./remember.server";

/** Features register their own figures here; the server shows them at /metrics. */
export const metrics = remember("metrics", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
});

export const requestDurations = remember(
  "metrics.requestDurations",
  () =>
    new Histogram({
      name: "http_request_duration_seconds",
      help: "Time from the first byte of a request to the end of its answer",
      labelNames: ["method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [metrics],
    }),
);

export const jobRuns = remember(
  "metrics.jobRuns",
  () =>
    new Counter({
      name: "job_runs_total",
      help: "Runs of background jobs by outcome: done, failed (will be tried again), parked (needs a person)",
      labelNames: ["job", "outcome"],
      registers: [metrics],
    }),
);

export const parkedJobCount = remember(
  "metrics.parkedJobCount",
  () =>
    new Gauge({
      name: "jobs_parked",
      help: "Jobs that used up their tries and wait for a person",
      registers: [metrics],
    }),
);

export const newsUp = remember(
  "metrics.newsUp",
  () =>
    new Gauge({
      name: "node_news_up",
      help: "1 while this server hears of the others through Redis; 0 while it asks the database instead",
      registers: [metrics],
    }),
);
