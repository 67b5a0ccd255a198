// npm run db:migrate: brings the database of DATABASE_URL, or the one in DATA_DIR, up to date without serving.
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
if (existsSync(join(scripts, "../.env"))) process.loadEnvFile(join(scripts, "../.env"));
const { status } = spawnSync(
  process.execPath,
  [join(scripts, "run-typescript.mjs"), join(scripts, "migrate-database.ts")],
  { stdio: "inherit", cwd: join(scripts, "..") },
);
process.exit(status ?? 1);
