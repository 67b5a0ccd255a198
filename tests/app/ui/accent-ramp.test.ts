import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, test } from "vitest";
import { accentSteps, accentVariables, buildAccentRamp } from "#app/ui/accent-ramp";
import { contrastRatio, oklchFromHex } from "#app/ui/oklch";

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("a rooftop's accent", () => {
  test("the house colour gives back the house ramp within what an eye can tell", () => {
    const answer = buildAccentRamp("#0c6482");
    if (!answer.ok) throw new Error(answer.refusal);
    const apart = (one: string, other: string) => Math.abs(oklchFromHex(one).lightness - oklchFromHex(other).lightness);
    expect(apart(answer.light[600], "#0c6482")).toBeLessThan(0.01);
    expect(apart(answer.light[50], "#edf6f9")).toBeLessThan(0.01);
    expect(apart(answer.dark[600], "#62bedc")).toBeLessThan(0.01);
  });

  test("plum belongs to staff and red to stop, so both are refused", () => {
    expect(buildAccentRamp("#5a3c93")).toEqual({ ok: false, refusal: "nearStaff" });
    expect(buildAccentRamp("#8a2be2")).toEqual({ ok: false, refusal: "nearStaff" });
    expect(buildAccentRamp("#d0021b")).toEqual({ ok: false, refusal: "nearStop" });
    expect(buildAccentRamp("blue")).toEqual({ ok: false, refusal: "notAColour" });
  });

  test("a grey has no hue to refuse", () => {
    expect(buildAccentRamp("#333333").ok).toBe(true);
  });

  test("whatever colour is taken, text on it and with it can be read", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const answer = buildAccentRamp(colour);
        if (!answer.ok) return;
        expect(contrastRatio("#ffffff", answer.light[600])).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(answer.light[700], answer.light[50])).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(answer.light[800], answer.light[50])).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio("#06222c", answer.dark[600])).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(answer.dark[700], answer.dark[50])).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 200 },
    );
  });

  test("the ramp arrives as custom properties, and a refusal as none", () => {
    const variables = accentVariables(buildAccentRamp("#1d6f3a")) as Record<string, string>;
    expect(Object.keys(variables)).toHaveLength(accentSteps.length * 2);
    expect(variables["--theme-accent-600"]).toMatch(/^#[0-9a-f]{6}$/);
    expect(accentVariables(buildAccentRamp("#d0021b"))).toBeUndefined();
    expect(accentVariables(null)).toBeUndefined();
  });
});
