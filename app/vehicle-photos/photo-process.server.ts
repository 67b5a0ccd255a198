import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import type { PhotoTaskName, PhotoTasks } from "./photo-tasks.server";
import type { WorkerNews, WorkerTask } from "./photo-worker.server";

/** Who waits with a finger on the glass comes first, then who waits for an upload, then what runs by itself. */
const rank: Record<PhotoTaskName, number> = { refine: 0, inspect: 1, propose: 2, edit: 2 };
/** Ten times what the slowest photo takes on a busy machine. */
const TASK_MS = 90_000;
/** What memory the pixels' library does not give back is given back by ending the process between two photos. */
const RENEW_AT_BYTES = 430 * 1024 * 1024;
const IDLE_MS = 60_000;
/** More waiting work than a few cars' photos is somebody's mistake. */
const MOST_WAITING = 200;

interface Waiting {
  id: number;
  name: PhotoTaskName;
  asked: unknown;
  onStep: (step: string) => void;
  done: (answer: never) => void;
  failed: (error: Error) => void;
}

interface Bench {
  child: ChildProcess | null;
  waiting: Waiting[];
  current: Waiting | null;
  nextId: number;
  timer: NodeJS.Timeout | null;
  mostResidentBytes: number;
}

const bench = remember<Bench>("photoProcess", () => ({
  child: null,
  waiting: [],
  current: null,
  nextId: 1,
  timer: null,
  mostResidentBytes: 0,
}));

const fault = (message: string) => new Fault(message, { code: "photo-process", retryable: true });

function endChild(): void {
  const { child } = bench;
  bench.child = null;
  child?.kill("SIGKILL");
}

function after(milliseconds: number, act: () => void): void {
  if (bench.timer) clearTimeout(bench.timer);
  bench.timer = setTimeout(act, milliseconds);
  bench.timer.unref();
}

function startChild(): ChildProcess {
  const child = fork(join(process.cwd(), "build", "photo-worker", "photo-worker.server.js"), {
    serialization: "advanced",
    // The library's own threads would each keep a heap of freed pixels.
    env: { NODE_ENV: env.NODE_ENV, MALLOC_ARENA_MAX: "2", UV_THREADPOOL_SIZE: "2" },
    execArgv: ["--max-old-space-size=256"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // People's pages go before pixels on every core.
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
    } catch (error) {
      log.debug({ err: error }, "the photo process runs at the server's own priority");
    }
  }
  child.on("message", (news) => hear(child, news as WorkerNews));
  child.on("error", (error) => log.warn({ err: error }, "the photo process has trouble"));
  child.on("exit", () => {
    if (bench.child !== child) return;
    bench.child = null;
    finish((task) => task.failed(fault("The photo process ended in the middle of a photo.")));
  });
  // A server that stops does not wait for it.
  child.unref();
  child.channel?.unref();
  return child;
}

function finish(tell: (task: Waiting) => void): void {
  const task = bench.current;
  bench.current = null;
  if (task) tell(task);
  next();
}

function hear(child: ChildProcess, news: WorkerNews): void {
  if (child !== bench.child || news.id !== bench.current?.id) return;
  if ("step" in news) return bench.current.onStep(news.step);
  if ("failed" in news) return finish((task) => task.failed(fault(news.failed)));
  bench.mostResidentBytes = Math.max(bench.mostResidentBytes, news.residentBytes);
  if (news.residentBytes > RENEW_AT_BYTES) endChild();
  finish((task) => task.done(news.answer as never));
}

function next(): void {
  if (bench.current) return;
  bench.waiting.sort((one, other) => rank[one.name] - rank[other.name] || one.id - other.id);
  const task = bench.waiting.shift();
  if (!task) return after(IDLE_MS, endChild);
  bench.current = task;
  bench.child ??= startChild();
  after(TASK_MS, () => {
    endChild();
    finish((late) => late.failed(fault("The photo process took too long.")));
  });
  const sent: WorkerTask = { id: task.id, name: task.name, asked: task.asked as never };
  bench.child.send(sent, (error) => {
    if (error) log.warn({ err: error }, "the photo process could not be reached");
  });
}

export type WorkOnPhoto = <Name extends PhotoTaskName>(
  name: Name,
  asked: PhotoTasks[Name]["asked"],
  onStep?: (step: string) => void,
) => Promise<PhotoTasks[Name]["answer"]>;

const inProcess: WorkOnPhoto = (name, asked, onStep = () => undefined) =>
  new Promise((done, failed) => {
    if (bench.waiting.length >= MOST_WAITING) return failed(fault("Too many photos wait to be worked on."));
    bench.waiting.push({ id: bench.nextId++, name, asked, onStep, done: done as Waiting["done"], failed });
    next();
  });

const workshop = remember<{ work: WorkOnPhoto }>("photoWorkshop", () => ({ work: inProcess }));

/** Puts another way of working on photos in the process' place, for tests. */
export function usePhotoWorkshop(work: WorkOnPhoto | null): void {
  workshop.work = work ?? inProcess;
}

/** One photo at a time, in a process of its own with a memory of its own, at a lower priority than the server's. */
export const workOnPhoto: WorkOnPhoto = (name, asked, onStep) => workshop.work(name, asked, onStep);

export function stopPhotoProcess(): Promise<void> {
  if (bench.timer) clearTimeout(bench.timer);
  bench.waiting = [];
  bench.current = null;
  endChild();
  return Promise.resolve();
}
