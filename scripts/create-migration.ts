import { createMigration } from "#app/platform/migrate.server";

/** Writes prisma/migrations/<time>_<name>/migration.sql from the schema; docs/operating.md says how it is called. */
export default async function createMigrationFromTerminal([name]: string[]): Promise<void> {
  if (!name) throw new Error("Give the migration a name, such as add-something.");
  const folder = await createMigration(name);
  process.stdout.write(folder ? `wrote ${folder}\n` : "the schema has not changed\n");
}
