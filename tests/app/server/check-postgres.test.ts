import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { checkPostgres } from "#app/server/check-postgres.server";

const before = { ...env };
afterEach(() => void Object.assign(env, before));

function postgresWith(settings: Record<string, string>): Database {
  const rows = Object.entries(settings).map(([name, setting]) => ({ name, setting }));
  return { kind: "postgres", query: () => Promise.resolve({ rows }) } as unknown as Database;
}

const unsafe = postgresWith({ fsync: "off", synchronous_commit: "on" });

describe("a PostgreSQL that may forget", () => {
  it("[OPS-01] is refused in production, unless that is known", async () => {
    Object.assign(env, { NODE_ENV: "production" });
    await expect(checkPostgres(unsafe)).rejects.toThrow(/runs with fsync off.*ALLOW_UNSAFE_POSTGRES/);
    Object.assign(env, { ALLOW_UNSAFE_POSTGRES: true });
    await checkPostgres(unsafe);
  });

  it("[OPS-01] is warned about elsewhere, and a safe one passes", async () => {
    await checkPostgres(unsafe);
    Object.assign(env, { NODE_ENV: "production" });
    await checkPostgres(postgresWith({ fsync: "on", synchronous_commit: "on" }));
  });
});
