import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path) || path.endsWith("-refusal-cases.ts");

const tests = readdirSync("tests", { recursive: true, encoding: "utf8" })
  .map((path) => join("tests", path))
  .filter(isTest)
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

/** What a title quotes, and what a table of refusals is titled by: "[T3]", `rule: "T3"`. */
const quoted = new Set(
  [...tests.matchAll(/\[([A-Z]+-?\d+)\]|\brule: "([A-Z]+\d+)"/g)].flatMap(([, title, row]) => [title, row]),
);

const numbered = (family: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, "0")}`);

const rulesOf: Record<string, string[]> = {
  "state-machines/README.md": idsIn("state-machines/README.md", /^\| ([A-Z]+\d+) +\|/gm),
  "docs/protocol.md": idsIn("docs/protocol.md", /^- \*\*([A-Z]+\d+)\*\*/gm),
  "what live work has to stand": numbered("LIVE", 20),
  "what the line has to stand": numbered("SOCK", 10),
};

function idsIn(page: string, row: RegExp): string[] {
  return [...readFileSync(page, "utf8").matchAll(row)].flatMap(([, id]) => id ?? []);
}

describe("every rule is quoted by at least one test", () => {
  it.each(Object.entries(rulesOf))("%s", (_page, ids) => {
    // A table that is not found would have nothing to quote.
    expect(ids.length).toBeGreaterThanOrEqual(10);
    expect(ids.filter((id) => !quoted.has(id))).toEqual([]);
  });

  it.each(Object.entries(rulesOf))("%s has each id once", (_page, ids) => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
