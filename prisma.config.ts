import { defineConfig } from "prisma/config";

// `prisma generate` resolves a schema engine that it never runs, and would download it.
// Any executable satisfies it, so offline machines get Node itself.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
