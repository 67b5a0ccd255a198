import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrastRatio } from "#app/ui/oklch";

const source = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8");

/** The tokens of one block of tokens.css; an accent is read as its own fallback, the house colour. */
function tokensOf(selector: string): Map<string, string> {
  const block = source.slice(source.indexOf(`${selector} {`)).split("\n}")[0] ?? "";
  const tokens = new Map<string, string>();
  for (const [, name = "", value = ""] of block.matchAll(/--([\w-]+): (?:var\(--theme-[\w-]+, )?(#[0-9a-f]{6})\)?;/g))
    tokens.set(name, value);
  return tokens;
}

type Row = readonly [text: string, ground: string, ratio: number];

const light: Row[] = [
  ["control", "surface", 3.5],
  ["ink", "surface", 17.8],
  ["ink-2", "surface", 8.3],
  ["ink-3", "surface", 5.5],
  ["ink-3", "sunken", 4.7],
  ["accent-500", "surface", 4.9],
  ["accent-600", "surface", 6.6],
  ["on-accent", "accent-600", 6.6],
  ["accent-700", "accent-50", 8.1],
  ["accent-800", "accent-50", 10.2],
  ["pos", "pos-ground", 5.9],
  ["warn", "warn-ground", 5.8],
  ["warn-mark", "warn-ground", 3.6],
  ["neg", "neg-ground", 6.7],
  ["neg-mark", "surface", 6.5],
  ["staff-600", "staff-50", 7.6],
  ["staff-ink", "staff-50", 12.1],
  ["staff-on", "staff-900", 11.6],
  ["who-1", "surface", 5.2],
  ["who-2", "surface", 5.3],
  ["who-3", "surface", 6.3],
];

const dark: Row[] = [
  ["control", "surface", 3.9],
  ["ink", "surface", 15.3],
  ["ink-2", "surface", 9.2],
  ["ink-3", "surface", 6.0],
  ["ink-3", "sunken", 5.4],
  ["accent-600", "surface", 8.2],
  ["on-accent", "accent-600", 7.8],
  ["accent-700", "accent-50", 9.3],
  ["pos", "pos-ground", 8.4],
  ["warn", "warn-ground", 8.6],
  ["neg", "neg-ground", 7.3],
  ["staff-600", "staff-50", 7.7],
  ["staff-ink", "staff-50", 11.1],
  ["who-1", "surface", 6.9],
];

/** Pairs the look names no ratio for, but which screens set as text: AA asks 4.5. */
const alsoText = [
  ["ink-3", "ground"],
  ["ink-2", "sunken"],
  ["accent-600", "ground"],
  ["accent-700", "surface"],
  ["accent-600", "accent-50"],
  ["neg", "surface"],
  ["pos", "surface"],
  ["warn", "surface"],
  ["on-who", "who-1"],
  ["on-who", "who-2"],
  ["on-who", "who-3"],
  ["ink-3", "line"],
  ["accent-200", "ink"],
] as const;

/** Shapes that carry meaning without being text: AA asks 3. */
const marks = ["control", "pos-mark", "warn-mark", "neg-mark", "staff-500"];

describe.each([
  ["light", ":root", light],
  ["dark", '[data-theme="dark"]', dark],
] as const)("%s tokens", (theme, selector, rows) => {
  const tokens = tokensOf(selector);
  const colour = (name: string) => tokens.get(name) ?? expect.fail(`${theme} has no token ${name}`);

  test.each(rows)("%s on %s reads %d to 1", (text, ground, ratio) => {
    // The table is written to one decimal.
    expect(Math.abs(contrastRatio(colour(text), colour(ground)) - ratio)).toBeLessThan(0.06);
  });

  test.each(alsoText.filter(([, ground]) => theme === "dark" || ground !== "line"))(
    "%s on %s is text and reaches 4.5",
    (text, ground) => {
      expect(contrastRatio(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(marks)("%s is a mark and reaches 3 on a sheet", (mark) => {
    expect(contrastRatio(colour(mark), colour("surface"))).toBeGreaterThanOrEqual(3);
  });
});

test("light and dark name the same colours", () => {
  expect([...tokensOf('[data-theme="dark"]').keys()].sort()).toEqual([...tokensOf(":root").keys()].sort());
});
