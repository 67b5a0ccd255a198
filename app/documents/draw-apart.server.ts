import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { Fault } from "#app/platform/fault";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { doDrawing, type DrawingResults, type DrawingTask } from "./drawing-task.server";
import type { WorkAnswer, WorkOrder } from "./drawing-worker.server";

/** The built worker stands beside the built server; development and tests draw in the process itself. */
const WORKER = join(process.cwd(), "build", "worker", "drawing-worker.server.js");
/** A jacket takes a second; whatever takes this long never ends. */
const LONGEST_MS = 30_000;
/** Drawing is not urgent: one core stays with the deals. */
const MOST_WORKERS = Math.max(1, Math.min(2, availableParallelism() - 1));
/** An idle worker holds its fonts; a store signs in bursts. */
const IDLE_MS = 60_000;
const WORKER_MEMORY_MB = 384;

interface Waiting {
  task: DrawingTask;
  done: (result: DrawingResults[DrawingTask["kind"]]) => void;
  failed: (error: Error) => void;
}

interface Bench {
  worker: Worker;
  busy: { number: number; waiting: Waiting; timer: NodeJS.Timeout } | null;
  idle: NodeJS.Timeout | null;
}

const desk = remember("drawingDesk", () => ({ queue: [] as Waiting[], benches: new Set<Bench>(), numbers: 0 }));

const drawsApart = () => import.meta.env?.PROD === true && existsSync(WORKER);

/** Has a piece of drawing done away from the event loop, and answers with what came of it. */
export async function drawApart<Kind extends DrawingTask["kind"]>(
  task: Extract<DrawingTask, { kind: Kind }>,
  apart: boolean = drawsApart(),
): Promise<DrawingResults[Kind]> {
  if (!apart) return (await doDrawing(task)) as DrawingResults[Kind];
  return new Promise((resolve, reject) => {
    const done = resolve as Waiting["done"];
    desk.queue.push({ task, done, failed: reject });
    handOut();
  });
}

function handOut(): void {
  while (desk.queue.length > 0) {
    const free = [...desk.benches].find(({ busy }) => busy === null);
    const bench = free ?? (desk.benches.size < MOST_WORKERS ? openBench() : null);
    if (!bench) return;
    const waiting = desk.queue.shift();
    if (!waiting) return;
    if (bench.idle) clearTimeout(bench.idle);
    const number = (desk.numbers += 1);
    const timer = setTimeout(() => close(bench, "A drawing took too long."), LONGEST_MS);
    bench.busy = { number, waiting, timer };
    bench.worker.ref();
    bench.worker.postMessage({ number, task: waiting.task } satisfies WorkOrder, []);
  }
}

function openBench(): Bench {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB } });
  const bench: Bench = { worker, busy: null, idle: null };
  desk.benches.add(bench);
  worker.on("message", (answer: WorkAnswer) => receive(bench, answer));
  worker.on("error", (error) => {
    log.error({ err: error }, "the drawing worker failed");
    close(bench, "The drawing worker failed.");
  });
  worker.on("exit", () => close(bench, "The drawing worker ended."));
  worker.unref();
  return bench;
}

function receive(bench: Bench, answer: WorkAnswer): void {
  const { busy } = bench;
  if (!busy || busy.number !== answer.number) return;
  clearTimeout(busy.timer);
  bench.busy = null;
  bench.worker.unref();
  bench.idle = setTimeout(() => close(bench, "idle"), IDLE_MS);
  bench.idle.unref();
  if (answer.ok) busy.waiting.done(answer.result);
  else
    busy.waiting.failed(
      new Fault(`A document could not be drawn: ${answer.message}`, { code: "drawing", retryable: true }),
    );
  handOut();
}

/** Ends a worker; what it was doing is told as failed, and its job tries again. */
function close(bench: Bench, why: string): void {
  if (!desk.benches.delete(bench)) return;
  if (bench.idle) clearTimeout(bench.idle);
  if (bench.busy) {
    clearTimeout(bench.busy.timer);
    bench.busy.waiting.failed(new Fault(why, { code: "drawing", retryable: true }));
  }
  void bench.worker.terminate();
  handOut();
}

/** Ends the workers, for a process that goes. */
export async function closeDrawing(): Promise<void> {
  await Promise.all([...desk.benches].map(({ worker }) => worker.terminate()));
}
