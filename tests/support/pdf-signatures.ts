import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Poppler's pdfsig, which the product does not need and a test machine may lack. */
export const hasPdfsig = spawnSync("pdfsig", ["-v"]).error === undefined;

if (!hasPdfsig)
  process.stderr.write("\nSKIPPED: pdfsig is not installed (poppler-utils); the seals on the PDFs are NOT checked.\n");

/** What pdfsig says of a file: one block for each signature in it. */
export function pdfSignatures(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "deal-sig-"));
  try {
    const path = join(folder, "document.pdf");
    writeFileSync(path, bytes);
    const { stdout, stderr } = spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
