import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Poppler's pdftotext, which the product does not need and a test machine may lack. */
export const hasPdftotext = spawnSync("pdftotext", ["-v"]).error === undefined;

if (!hasPdftotext)
  process.stderr.write(
    "\nSKIPPED: pdftotext is not installed (poppler-utils); the figures on the PDFs are NOT compared.\n",
  );

/** A PDF's words in reading order. */
export function pdfText(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "deal-pdf-"));
  try {
    const path = join(folder, "document.pdf");
    writeFileSync(path, bytes);
    const { status, stdout, stderr } = spawnSync("pdftotext", ["-layout", "-enc", "UTF-8", path, "-"], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
    return stdout.normalize("NFC");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
