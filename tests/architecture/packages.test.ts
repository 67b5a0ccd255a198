import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { satisfiesRange } from "./node-range";
import { sourceFiles } from "./source-files";

interface Manifest {
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

interface Lock {
  packages: Record<string, { engines?: { node?: string }; optional?: boolean; dev?: boolean }>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const OLDEST_NODE = "20.19.0";

/** Behind the development database of Prisma's own command line, which this project does not use. */
const harmless = new Set(["node_modules/@prisma/streams-local"]);

describe("packages", () => {
  it("are named with their exact version", () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    const exact = /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
    expect(Object.entries(named).filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it("run on the oldest Node that we promise", () => {
    expect(satisfiesRange(OLDEST_NODE, manifest.engines.node)).toBe(true);
    expect(satisfiesRange(process.versions.node, manifest.engines.node)).toBe(true);
    const unfit = Object.entries(lock.packages).filter(
      ([path, { engines, optional }]) =>
        !optional && !harmless.has(path) && engines?.node !== undefined && !satisfiesRange(OLDEST_NODE, engines.node),
    );
    expect(unfit.map(([path, { engines }]) => `${path}: ${engines?.node}`)).toEqual([]);
  });

  it("are named when the product imports them", () => {
    const runs = sourceFiles.filter(({ path }) => path.startsWith("app/") || path.startsWith("state-machines/"));
    const imported = new Set(
      runs
        .flatMap((file) =>
          file.imports.filter(
            ({ isOurs, isTypeOnly, target }) => !isOurs && !isTypeOnly && !target.startsWith("node:"),
          ),
        )
        .map(({ target }) => target),
    );
    expect([...imported].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });
});

describe("version ranges", () => {
  it.each([
    ["20.19.0", "^20.19 || ^22.12 || >=24.0", true],
    ["20.19.0", ">=16 || 14 >=14.17", true],
    ["20.19.0", ">= 0.4", true],
    ["20.19.0", "^20.9.0", true],
    ["20.19.0", "20 || >=22", true],
    ["20.19.0", "*", true],
    ["20.19.0", ">=0.4.x", true],
    ["20.19.0", ">=22.0.0", false],
    ["20.19.0", "^22.20 || ^24.12 || >=25", false],
    ["20.18.9", "^20.19.0 || >=22.12.0", false],
    ["20.19.0", ">=18 <20", false],
  ])("%s in %s: %s", (version, range, expected) => {
    expect(satisfiesRange(version, range)).toBe(expected);
  });
});
