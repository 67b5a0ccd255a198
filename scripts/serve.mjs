// Serves the built product. NODE_ENV is set before anything that reads it is loaded.
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { whyFolderIsRefused } from "../app/platform/data-folder-holder.mjs";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
process.env.NODE_ENV ??= "production";
// Values that are set already win over the file.
if (existsSync(".env")) process.loadEnvFile(".env");

const refusal = process.env.DATABASE_URL ? null : whyFolderIsRefused(process.env.DATA_DIR || "data");
if (refusal !== null) {
  console.error(refusal);
  process.exit(1);
}

try {
  const build = await import("../build/server/index.js");
  await build.entry.module.startNode({ build });
} catch (error) {
  // A wrong setting or a held lock is told in its own sentence; a stack helps only for the unexpected.
  console.error(error?.name === "Fault" ? error.message : error);
  process.exit(1);
}
