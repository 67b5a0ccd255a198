import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], rest: object = {}) => ({
  plugins: [tsconfigPaths()],
  test: { name, include, environment: "node" as const, ...rest },
});

/** A PGlite instance weighs about 370 MB, so the database projects run on few workers. */
const databaseWorkers = {
  maxWorkers: 2,
  // Vitest wants projects with another number of workers in a group of their own.
  sequence: { groupOrder: 1 },
  globalSetup: ["tests/support/prepare-database.ts"],
  // Bounds for what never comes; a busy machine is slow.
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      project("architecture", ["tests/architecture/**/*.test.ts"]),
      // Pure functions share nothing, so they may share a process.
      project("core", ["tests/state-machines/**/*.test.ts", "tests/worked-examples/**/*.test.ts"], { isolate: false }),
      project("app", ["tests/app/**/*.test.ts", "tests/app/**/*.test.tsx"], databaseWorkers),
      project("scenarios", ["tests/scenarios/**/*.test.ts"], {
        ...databaseWorkers,
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
    ],
  },
});
