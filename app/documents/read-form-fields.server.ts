import { Worker } from "node:worker_threads";
import type { OverlayField } from "./overlay-field";

/** Apart from the server, like the cleaning: a crafted form costs a worker. */
const READ_MS = 8_000;
const WORKER_MEMORY_MB = 192;
const MOST_FIELDS = 300;

const reader = `
const { parentPort, workerData } = require("node:worker_threads");
const { PDFDocument } = require("pdf-lib");
(async () => {
  const document = await PDFDocument.load(workerData.bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const pages = document.getPages();
  const fields = [];
  for (const field of document.getForm().getFields()) {
    for (const widget of field.acroField.getWidgets()) {
      const box = widget.getRectangle();
      const ref = widget.P();
      let page = pages.findIndex((one) => one.ref === ref);
      if (page < 0) page = pages.findIndex((one) => (one.node.Annots()?.asArray() ?? []).some((entry) => document.context.lookup(entry) === widget.dict));
      if (page < 0 || box.width < 1 || box.height < 1 || fields.length >= workerData.most) continue;
      fields.push({ name: String(field.getName()).slice(0, 200), page, x: box.x, y: box.y, width: box.width, height: box.height, fill: "nothing" });
    }
  }
  return { pages: pages.length, fields };
})().then((read) => parentPort.postMessage(read), () => parentPort.postMessage(null));
`;

/** The fields of a PDF form, page by page with their places; null where it cannot be read. */
export function readFormFields(bytes: Uint8Array): Promise<{ pages: number; fields: OverlayField[] } | null> {
  return new Promise((resolve) => {
    const worker = new Worker(reader, {
      eval: true,
      workerData: { bytes, most: MOST_FIELDS },
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
      env: {},
      stdout: true,
      stderr: true,
    });
    const done = (read: { pages: number; fields: OverlayField[] } | null) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => done(null), READ_MS);
    worker.once("message", done);
    worker.once("error", () => done(null));
    worker.once("exit", () => done(null));
  });
}
