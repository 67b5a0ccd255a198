import { createMigration } from "#app/platform/migrate.server";

/** npm run db:new-migration -- <name>: writes prisma/migrations/<time>_<name>/migration.sql from the schema. */
export default async function createMigrationFromTerminal([name]: string[]): Promise<void> {
  if (!name) throw new Error("Give the migration a name: npm run db:new-migration -- add-something");
  const folder = await createMigration(name);
  process.stdout.write(folder ? `wrote ${folder}\n` : "the schema has not changed\n");
}
