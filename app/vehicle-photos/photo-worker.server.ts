import { photoTasks, type PhotoTaskName } from "./photo-tasks.server";

/**
 * The process that works on pixels: built by itself, started by the server, and ended by it or by its own size. A file
 * made to harm, or a photo too large, costs this process and nothing else.
 */
export interface WorkerTask {
  id: number;
  name: PhotoTaskName;
  asked: never;
}

export type WorkerNews =
  | { id: number; step: string }
  | { id: number; answer: unknown; residentBytes: number; processorMs: number }
  | { id: number; failed: string };

/** A photo takes 250 MB at its dearest moment; what takes more was made to. */
const MOST_RESIDENT_BYTES = 600 * 1024 * 1024;
const LOOK_EVERY_MS = 200;

const tell = (news: WorkerNews) => void process.send?.(news);

async function work({ id, name, asked }: WorkerTask): Promise<void> {
  const used = process.cpuUsage();
  try {
    const answer = await photoTasks[name](asked, (step) => tell({ id, step }));
    const { user, system } = process.cpuUsage(used);
    tell({ id, answer, residentBytes: process.memoryUsage.rss(), processorMs: (user + system) / 1_000 });
  } catch (error) {
    tell({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

// The server sends the next task when it has this one's answer.
process.on("message", (task) => void work(task as WorkerTask));
process.on("disconnect", () => process.exit(0));
setInterval(() => {
  if (process.memoryUsage.rss() > MOST_RESIDENT_BYTES) process.exit(1);
}, LOOK_EVERY_MS).unref();
