import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

/**
 * Makes the schema engine run a migration's script as one message, which PostgreSQL treats as one transaction: all of it
 * or nothing. The adapters' own way is no use here. PGlite's does not wait for the script, so that a failure is recorded
 * as success and then ends the process as an unhandled rejection; Postgres's splits the script at every semicolon and
 * commits the pieces one by one.
 */
export function withWholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  runScript: (script: string) => Promise<unknown>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      return Object.assign(adapter, {
        async executeScript(script: string) {
          await runScript(script);
        },
      });
    },
    connectToShadowDb() {
      throw new Error("Migrations are written and applied without a shadow database.");
    },
  };
}
