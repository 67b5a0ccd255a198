import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkVector, readVectorFile, type Vector, vectorFileNames } from "./vector-files";

/** The runner itself: a case that does not hold must fail, whatever is wrong with it. */
const own = join(import.meta.dirname, "money");
const folder = mkdtempSync(join(tmpdir(), "vectors-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = vectorFileNames(own).map((name) => readVectorFile(name, own));
const firstOf = (kind: string): Vector => {
  const vector = files.find((file) => file.kind === kind)?.vectors[0];
  if (!vector) throw new Error(`no ${kind}`);
  return vector;
};

function stored(file: object): string {
  writeFileSync(join(folder, "cases.json"), JSON.stringify(file));
  return "cases.json";
}
const aFile = { schema: "money-vectors/1", kind: "loan", note: "n", count: 1, vectors: [firstOf("loan")] };

/** The same figure, off by the least that counts. */
function altered(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return (Number(value) + 0.00001).toFixed(8);
  if (Array.isArray(value)) return [altered(value[0]), ...value.slice(1)];
  const [[name, first] = ["", 0], ...rest] = Object.entries(value as object);
  return { [name]: altered(first), ...Object.fromEntries(rest) };
}

describe("own examples", () => {
  test("there are 321 of nine kinds", () => {
    expect(new Set(files.map(({ kind }) => kind)).size).toBe(9);
    expect(files.reduce((total, { count }) => total + count, 0)).toBe(321);
  });

  test("every single figure counts: one cent or 0.00001 points more fails", () => {
    for (const { kind, vectors } of files) {
      for (const vector of vectors.slice(0, 1)) {
        for (const [name, value] of Object.entries(vector.expected)) {
          const wrong = { ...vector, expected: { ...vector.expected, [name]: altered(value) } } as Vector;
          expect(() => checkVector(kind, wrong), `${vector.id} ${name}`).toThrow();
        }
      }
    }
  });

  test("a figure that every example of a kind states may not be left out", () => {
    for (const kind of ["apr", "loan", "lease", "reserve", "grid", "solve", "tax"] as const) {
      const [name] = { apr: ["apr_pct"], tax: ["tax_total"], grid: ["cells"], solve: ["answer"] }[kind as "apr"] ?? [
        kind === "reserve" ? "allowed" : kind === "lease" ? "base_payment" : "payment",
      ];
      const { [name!]: _left, ...expected } = firstOf(kind).expected;
      expect(() => checkVector(kind, { ...firstOf(kind), expected } as Vector), kind).toThrow();
    }
  });

  test("a figure that nobody computes and an input that nobody reads are errors", () => {
    for (const { kind, vectors } of files) {
      const [vector] = vectors;
      if (!vector) continue;
      const beyond = { ...vector, expected: { ...vector.expected, monthly_charm: 1 } } as unknown as Vector;
      expect(() => checkVector(kind, beyond), kind).toThrow("monthly_charm");
      const unread = { ...vector, input: { ...vector.input, hidden_fee: 1 } } as unknown as Vector;
      expect(() => checkVector(kind, unread), kind).toThrow("hidden_fee");
    }
  });
});

describe("a file", () => {
  test("is read when it is in order", () => expect(readVectorFile(stored(aFile), folder).vectors).toHaveLength(1));
  test.each([
    ["an unknown family", { ...aFile, kind: "mortgage" }, "kind"],
    ["fewer examples than it says", { ...aFile, count: 2 }, "says 2"],
    ["an id used twice", { ...aFile, count: 2, vectors: [firstOf("loan"), firstOf("loan")] }, "twice"],
    ["another schema", { ...aFile, schema: "money-vectors/2" }, "schema"],
    ["a number nobody knows beside the figures", { ...aFile, vectors: [{ ...firstOf("loan"), weight: 1 }] }, "weight"],
    ["no examples", { ...aFile, count: 0, vectors: [] }, "vectors"],
  ])("with %s is an error", (_, file, message) => {
    expect(() => readVectorFile(stored(file), folder)).toThrow(message);
  });
});
