import { readFileSync } from "node:fs";
import * as fc from "#tests/support/seeded-fast-check";
import { describe, expect, it } from "vitest";
import { decodeCatalogue } from "#app/vin/decode-catalogue.server";
import { checkDigitCorrections, readVin } from "#app/vin/vin-number";
import { vinTables } from "#app/vin/vin-tables.server";
import { judgeVinCases } from "../../../scripts/vin/judge-vin-cases";

const YEAR = 2026;
const facts = readFileSync("tests/app/vin/vin-facts.csv", "utf8");

describe("[V2] a vehicle identification number", () => {
  it("decodes as the sixty and more published facts say, each kind in its own way", () => {
    const { lines, failed } = judgeVinCases(facts, YEAR);
    expect(facts.trim().split("\n").length).toBeGreaterThan(60);
    expect(failed, lines.join("\n")).toBe(0);
  });

  it("takes ten milliseconds or less, and its tables 150 MB or less", () => {
    global.gc?.();
    const before = process.memoryUsage().rss;
    expect(vinTables()).not.toBeNull();
    const { milliseconds } = judgeVinCases(facts, YEAR);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect(milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)]).toBeLessThan(10);
  });

  it("with a wrong check digit is decoded, and its corrections begin with the digit itself", () => {
    const reading = readVin("1HGCM82643A004352");
    expect(reading).toMatchObject({ kind: "vin", checkDigit: { isRight: false, expected: "3" } });
    expect(decodeCatalogue("1HGCM82643A004352", YEAR)?.facts.make?.value).toBe("Honda");
    expect(checkDigitCorrections("1HGCM82643A004352")[0]).toBe("1HGCM82633A004352");
  });

  it("says who made a car that America's catalogue does not hold, its year as probable, and never a model", () => {
    const decoded = decodeCatalogue("VR7EFYHT2PN547380", YEAR);
    expect(decoded?.source).toBe("maker");
    expect(decoded?.facts).toMatchObject({ make: { value: "Citroën" }, year: { value: "2023" } });
    expect(decoded?.facts.year?.confidence).toBeLessThan(0.8);
    expect(decoded?.facts.model).toBeUndefined();
  });

  it("of no known maker is nobody's, seventeen ones included", () => {
    expect(decodeCatalogue("11111111111111111", YEAR)).toBeNull();
    expect(decodeCatalogue("00000000000000000", YEAR)).toBeNull();
  });

  it("of the demo's own makers is read by their own table", () => {
    expect(decodeCatalogue("GNRUHAA35TK204419", YEAR)?.facts).toMatchObject({ make: { value: "Norden" } });
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z0-9]{17}$/)), (text) => {
        const reading = readVin(text);
        if (reading.kind === "vin") decodeCatalogue(reading.vin, YEAR);
      }),
      { numRuns: 300 },
    );
  });
});
