// The product as `npm start` runs it: the same program, the same build, with a data folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server-process.mjs";

/** A person types two edits a second and is limited to twenty; the load is a thousand people in one line. */
const EDITS_PER_SECOND = "1000000";

/** Settings of whoever runs this must not leak in, from the environment or from a .env file. */
const unset = {
  DATABASE_URL: "",
  REDIS_URL: "",
  SMTP_URL: "",
  METRICS_PORT: "",
  LOG_LEVEL: "",
  FIELD_KEY: "",
  CLOCK_OFFSET_MS: "",
};

/** With `profileTo`, a processor profile is written to that folder when the server stops. */
/** With a `home` of an earlier one, it is that server started again. */
export async function startReal({ databaseUrl, cores, profileTo, home, redisUrl = "" }) {
  const dataDir = home ?? mkdtempSync(join(tmpdir(), "deal-jacket-bench-"));
  const profile = profileTo ? ["--cpu-prof", `--cpu-prof-dir=${profileTo}`] : [];
  const env = {
    ...unset,
    // The demo's people beside a real database are refused in production, by design; edits run the same either way.
    NODE_ENV: databaseUrl ? "development" : "production",
    DATABASE_URL: databaseUrl ?? "",
    REDIS_URL: redisUrl,
    DEMO: "1",
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    TRUST_PROXY: "1",
    EDITS_PER_SECOND,
  };
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", remove);
  const name = databaseUrl ? "real server on PostgreSQL" : "real server on PGlite";
  // As `npm start` does: room for what lives as long as an edit.
  const args = [...profile, "--max-semi-space-size=32", "scripts/serve.mjs"];
  return { ...(await startServer(name, args, { env, cores })), home: dataDir };
}
