import type { Database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { Fault } from "#app/platform/fault";
import { log } from "#app/platform/log.server";

/**
 * An acknowledged edit must survive a power cut, which Postgres promises only with both of these on. Refused in
 * production, unless whoever runs it says by name that they know.
 */
export async function checkPostgres(database: Database): Promise<void> {
  if (database.kind !== "postgres") return;
  const { rows } = await database.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit') order by name",
  );
  const off = rows.filter((row) => row.setting === "off").map((row) => row.name);
  if (off.length === 0) return;
  const sentence = `PostgreSQL runs with ${off.join(" and ")} off: acknowledged edits can be lost in a power cut.`;
  if (env.NODE_ENV === "production" && !env.ALLOW_UNSAFE_POSTGRES) {
    throw new Fault(`${sentence} Turn it on, or set ALLOW_UNSAFE_POSTGRES=1.`, {
      code: "unsafe-postgres",
      retryable: false,
    });
  }
  log.warn(sentence);
}
