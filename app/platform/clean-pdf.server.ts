import { Worker } from "node:worker_threads";

export interface PdfLimits {
  maxPages: number;
}

/** A paper of a few pages is read in a fraction of this; a crafted one never ends. */
const READ_MS = 8_000;
const WORKER_MEMORY_MB = 192;

/**
 * Runs apart from the server, with a memory of its own: a crafted file costs a worker, not the store's open deals. Reads
 * the file, refuses what acts by itself, and writes a new one from its pages alone, without links, forms or scripts.
 */
const worker = `
const { parentPort, workerData } = require("node:worker_threads");
const { PDFDocument, PDFDict, PDFName, PDFStream } = require("pdf-lib");
const active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData"];
const names = active.map((name) => PDFName.of(name));
const acts = (object) => {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return false;
  return dict.entries().some(([key, value]) => names.includes(key) || names.includes(value) || acts(value));
};
(async () => {
  const document = await PDFDocument.load(workerData.bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const pages = document.getPageCount();
  if (pages < 1 || pages > workerData.maxPages) return null;
  if (document.context.enumerateIndirectObjects().some(([, object]) => acts(object))) return null;
  const clean = await PDFDocument.create({ updateMetadata: false });
  for (const page of await clean.copyPages(document, document.getPageIndices())) {
    page.node.delete(PDFName.of("Annots"));
    page.node.delete(PDFName.of("AA"));
    clean.addPage(page);
  }
  return clean.save();
})().then((bytes) => parentPort.postMessage(bytes), () => parentPort.postMessage(null));
`;

/** A paper as it may be kept, or null: no PDF, encrypted, damaged, too long, or with something in it that acts. */
export function cleanPdf(bytes: Uint8Array, { maxPages }: PdfLimits): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const reader = new Worker(worker, {
      eval: true,
      workerData: { bytes, maxPages },
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
      env: {},
      stdout: true,
      stderr: true,
    });
    const done = (clean: Uint8Array | null) => {
      clearTimeout(timer);
      void reader.terminate();
      resolve(clean && Buffer.from(clean));
    };
    const timer = setTimeout(() => done(null), READ_MS);
    reader.once("message", done);
    reader.once("error", () => done(null));
    reader.once("exit", () => done(null));
  });
}
