import { parentPort } from "node:worker_threads";
import { documentFonts } from "./document-fonts.server";
import { doDrawing, type DrawingTask } from "./drawing-task.server";

export interface WorkOrder {
  number: number;
  task: DrawingTask;
}

export type WorkAnswer =
  | { number: number; ok: true; result: Awaited<ReturnType<typeof doDrawing>> }
  | { number: number; ok: false; message: string };

// Runs as a worker thread alone; the fonts are read before the first order comes.
void documentFonts();
parentPort?.on("message", ({ number, task }: WorkOrder) => {
  doDrawing(task).then(
    (result) => parentPort?.postMessage({ number, ok: true, result } satisfies WorkAnswer, []),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : "unknown";
      parentPort?.postMessage({ number, ok: false, message } satisfies WorkAnswer, []);
    },
  );
});
