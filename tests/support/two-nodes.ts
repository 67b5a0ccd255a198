import { randomBytes } from "node:crypto";
import type { Database } from "#app/platform/database.server";
import { type BreakableLine, breakableLine } from "./breakable-line";
import { type ServerData, serverData } from "./prepared-store";
import { freePort, type RunningServer, startServer } from "./start-server";

/** Two servers on one PostgreSQL and one Redis, each line to them breakable. */
export interface TwoNodes {
  a: RunningServer;
  b: RunningServer;
  data: ServerData;
  redisLine: BreakableLine;
  databaseLine: BreakableLine;
  /** Starts a node again that was stopped or killed, on its old port. */
  restart(node: "a" | "b"): Promise<RunningServer>;
  end(): Promise<void>;
}

export const clusterUrls = {
  database: process.env.TEST_DATABASE_URL ?? "",
  redis: process.env.TEST_REDIS_URL ?? "",
};
export const canRunTwoNodes = clusterUrls.database !== "" && clusterUrls.redis !== "";

/** Says loudly what is not shown here: a run without these must not look like one that passed. */
export function sayWhatIsMissing(what: string): void {
  if (canRunTwoNodes) return;
  process.stderr.write(`\n!!! SKIPPED: ${what} needs TEST_DATABASE_URL and TEST_REDIS_URL (.ci/run sets both).\n`);
}

export async function startTwoNodes<T>(
  prepare: (database: Database) => Promise<T>,
): Promise<{ nodes: TwoNodes; prepared: T }> {
  const data = await serverData(clusterUrls.database);
  const prepared = await data.open(prepare);
  const direct = new URL(data.env.DATABASE_URL!);
  const databaseLine = await breakableLine(direct.hostname, Number(direct.port));
  direct.port = String(databaseLine.port);
  const redis = new URL(clusterUrls.redis);
  const redisLine = await breakableLine(redis.hostname, Number(redis.port || 6379));
  redis.port = String(redisLine.port);
  const env = {
    ...data.env,
    FIELD_KEY: `k1:${randomBytes(32).toString("base64")}`,
    DATABASE_URL: direct.href,
    REDIS_URL: redis.href,
    EDITS_PER_SECOND: "1000",
    LOG_LEVEL: "warn",
  };
  const ports = { a: String(await freePort()), b: String(await freePort()) };
  const start = (node: "a" | "b") => startServer({ ...env, PORT: ports[node] });
  const nodes: TwoNodes = {
    a: await start("a"),
    b: await start("b"),
    data,
    redisLine,
    databaseLine,
    async restart(node) {
      nodes[node] = await start(node);
      return nodes[node];
    },
    async end() {
      redisLine.restore();
      databaseLine.restore();
      await Promise.all([nodes.a.kill(), nodes.b.kill()]);
      await redisLine.close();
      await databaseLine.close();
      await data.remove();
    },
  };
  return { nodes, prepared };
}
