import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkLease, checkPublishedLease, checkReserve } from "./lease-vectors";
import { checkApr, checkGrid, checkLoan, checkSchedule, checkTax } from "./retail-vectors";
import { checkSolve, type SolveVector } from "./solve-vectors";
import type { Expected } from "./vector-figures";

/**
 * Every worked example in the folder, published and computed by an independent program, against the
 * same functions that the worksheet is made of. MONEY_VECTORS points the runner at another folder.
 */
const folder = process.env["MONEY_VECTORS"] ?? join(import.meta.dirname, "money");

interface VectorFile {
  kind: string;
  count: number;
  vectors: (Partial<SolveVector> & { id: string; input: unknown; expected: Expected })[];
}

type Check = (input: unknown, expected: Expected, vector: SolveVector) => void;

const checks: Record<string, Check> = {
  apr: checkApr,
  schedule: checkSchedule,
  lease_published: checkPublishedLease,
  tax: checkTax,
  loan: checkLoan,
  lease: checkLease,
  reserve: checkReserve,
  grid: checkGrid,
  solve: checkSolve,
};

const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("the folder holds worked examples", () => expect(files.length).toBeGreaterThan(0));

describe.each(files)("%s", (name) => {
  const file = JSON.parse(readFileSync(join(folder, name), "utf8")) as VectorFile;
  test("has as many examples as it says, of a known kind", () => {
    expect(file.vectors).toHaveLength(file.count);
    expect(Object.keys(checks)).toContain(file.kind);
  });
  test.each(file.vectors)("$id", ({ input, expected, ...vector }) => {
    checks[file.kind]?.(input, expected, { unknown: "", ...vector });
  });
});
