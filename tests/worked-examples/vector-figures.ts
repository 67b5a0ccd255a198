import { expect } from "vitest";

export type Expected = Record<string, unknown>;

/** Percentage points; amounts have no tolerance at all. */
const RATE_TOLERANCE = 1e-6;
/** Rates worked to eight decimals by another program. */
const toleratedRates = new Set(["apr_pct", "implicit_rate_pct"]);

/**
 * Everything a file expects must be among the figures and the same, rates within the tolerance. A
 * name the file expects and nobody computes is a failure, unless only the given ones are compared.
 */
export function sameFigures(figures: Expected, expected: Expected, compare: "all" | "given" = "all") {
  for (const [name, wanted] of Object.entries(expected)) {
    if (!(name in figures)) {
      if (compare === "all") throw new Error(`Nobody computes ${name}`);
      continue;
    }
    if (toleratedRates.has(name)) expectRate(figures[name], wanted, name);
    else expect(figures[name], name).toEqual(wanted);
  }
}

export function expectRate(actual: unknown, wanted: unknown, name: string) {
  const apart = Math.abs(Number(actual) - Number(wanted));
  expect(apart, `${name}: ${String(actual)} against ${String(wanted)}`).toBeLessThanOrEqual(RATE_TOLERANCE);
}
