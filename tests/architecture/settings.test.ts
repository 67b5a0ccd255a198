import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envSchema } from "#app/platform/env.server";
import { sourceFiles } from "./source-files";

const settings = Object.keys(envSchema.shape).sort();

describe("settings", () => {
  it("are the same in .env.example as in the schema", () => {
    const lines = readFileSync(".env.example", "utf8").split("\n");
    const named = lines.flatMap((line) => /^#?\s?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
    expect(named.sort()).toEqual(settings);
  });

  it("are the same in docs/operating.md as in the schema", () => {
    const rows = readFileSync("docs/operating.md", "utf8").split("\n");
    const named = rows.flatMap((row) => /^\| `([A-Z][A-Z0-9_]+)`/.exec(row)?.[1] ?? []);
    expect(named.sort()).toEqual(settings);
  });

  it("are read in one place", () => {
    const readers = sourceFiles.filter(
      ({ path, text }) =>
        path.startsWith("app/") && text.includes("process.env") && path !== "app/platform/env.server.ts",
    );
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it("include the clock: nothing else on the server asks for the current time", () => {
    const readers = sourceFiles.filter(
      ({ path, text }) =>
        /^app\/.*\.server\.tsx?$/.test(path) && path !== "app/platform/clock.server.ts" && /new Date\(\)/.test(text),
    );
    expect(readers.map(({ path }) => path)).toEqual([]);
  });
});
