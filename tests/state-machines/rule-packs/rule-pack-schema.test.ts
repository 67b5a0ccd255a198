import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { taxRuleSchema } from "#machines/desking/tax-rule-schema";
import { plainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { appliedRule } from "#machines/rule-packs/applied-rule";
import { isElsewhere, jurisdictionById, jurisdictionOf, jurisdictions } from "#machines/rule-packs/jurisdictions";
import { rulePackSchema } from "#machines/rule-packs/rule-pack-schema";
import { findRulePack, rulePackOf } from "#machines/rule-packs/rule-pack-table";

type Json = Record<string, unknown>;
const fileOf = (id: string) =>
  JSON.parse(readFileSync(new URL(`../../../state-machines/rule-packs/packs/${id}.json`, import.meta.url), "utf8")) as {
    id: string;
    versions: Json[];
  };

/** The fields that a changed file is refused for. */
function refusedFields(id: string, change: (version: Json, file: ReturnType<typeof fileOf>) => void): string[] {
  const file = fileOf(id);
  change(file.versions[0]!, file);
  const parsed = rulePackSchema.safeParse(file);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

describe("[X3] impossible data is refused with its field", () => {
  test.each<[string, string, (version: Json, file: ReturnType<typeof fileOf>) => void, string]>([
    ["a day that does not exist", "us-tn", (v) => (v.validFrom = "2026-02-30"), "versions.0.validFrom"],
    ["an end before the beginning", "us-tn", (v) => (v.validTo = "2025-12-31"), "versions.0.validTo"],
    [
      "bands out of order",
      "us-ct",
      (v) => {
        const [tax] = v.components as { bands: unknown[] }[];
        tax!.bands = tax!.bands.toReversed();
      },
      "versions.0.components.0.bands.0",
    ],
    ["a rate in millionths", "us-tn", (v) => ((v.components as Json[])[0]!.rate = "70000"), "versions.0.components.0"],
    ["a rate that is a number", "us-tn", (v) => ((v.components as Json[])[0]!.rate = 7), "versions.0.components.0"],
    [
      "an amount without cents",
      "us-ca",
      (v) => ((v.docFee as Json).cap = { amount: "85" }),
      "versions.0.docFee.cap.amount",
    ],
    ["a cap of nothing", "us-ca", (v) => ((v.docFee as Json).cap = {}), "versions.0.docFee.cap"],
    [
      "a tax named twice",
      "us-tn",
      (v) => ((v.components as Json[])[1]!.name = "state"),
      "versions.0.components.1.name",
    ],
    [
      "a least above the most",
      "us-va",
      (v) => ((v.components as Json[])[0]!.max = "10.00"),
      "versions.0.components.0.min",
    ],
    [
      "a tax on top of a later one",
      "ca-on",
      (v) => (v.components = (v.components as unknown[]).toReversed()),
      "versions.0.components.0.onTopOf",
    ],
    ["a field nobody knows", "us-tn", (v) => (v.surprise = true), "versions.0"],
    ["verified with a doubt in it", "us-ca", (v) => (v.status = "verified"), "versions.0.parts.rate"],
    [
      "versions that overlap",
      "us-mi",
      (_, file) => (file.versions[1]!.validFrom = "2019-06-01"),
      "versions.1.validFrom",
    ],
  ])("%s", (_name, id, change, field) => {
    expect(refusedFields(id, change)).toContain(field);
  });

  test("[X3] a rule of a store or a journal is refused the same way", () => {
    const rule = appliedRule(jurisdictionById("us-ct")!, findRulePack("us-ct", plainDate("2026-11-28"))!, {
      localRate: null,
      registrant: false,
      confirmed: true,
    })!;
    const fields = (changed: object) =>
      (taxRuleSchema.safeParse({ ...rule, ...changed }).error?.issues ?? []).map(({ path }) => path.join("."));
    expect(fields({})).toEqual([]);
    expect(fields({ validFrom: "2026-13-01" })).toEqual(["validFrom"]);
    expect(fields({ validTo: "2020-01-01" })).toEqual(["validTo"]);
    const bands = [
      { from: 5_000_001, ratePpm: 77_500 },
      { from: 0, ratePpm: 63_500 },
    ];
    expect(fields({ components: [{ name: "state", bands, bandBasis: "beforeTrade" }] })[0]).toContain("components.0");
    expect(fields({ lease: { ...rule.lease, method: "sometimes" } })).toEqual(["lease.method"]);
  });
});

describe("[X1] a pack has dated versions", () => {
  test("every file says where it is from, and becomes a rule that a journal takes", () => {
    for (const place of jurisdictions)
      for (const version of rulePackOf(place.id)!.versions) {
        expect(version.source.length).toBeGreaterThan(20);
        for (const registrant of [false, true]) {
          const rule = appliedRule(place, version, { localRate: ppm(15_000), registrant, confirmed: true });
          if (rule) expect(taxRuleSchema.safeParse(JSON.parse(JSON.stringify(rule))).data).toEqual(rule);
        }
      }
  });

  test("the version of the day holds, both ends included", () => {
    const creditOn = (day: string) => findRulePack("us-mi", plainDate(day))?.tradeCredit;
    expect(creditOn("2026-12-31")).toEqual({ cap: 1_200_000, vehicles: 1 });
    expect(creditOn("2027-01-01")).toEqual({ cap: 1_300_000, vehicles: 1 });
    expect(creditOn("2029-01-01")).toEqual({ vehicles: 1 });
    expect(findRulePack("us-mi", plainDate("2018-12-31"))).toBeNull();
  });

  test("where the law names an end, nothing holds after it", () => {
    expect(findRulePack("us-wa", plainDate("2028-06-30"))?.version).toBe("2027-07");
    expect(findRulePack("us-wa", plainDate("2028-07-01"))).toBeNull();
  });

  test("no row of the table stays unsaid: fifty states, the district, ten provinces, three territories", () => {
    expect(jurisdictions.filter(({ country }) => country === "us")).toHaveLength(51);
    expect(jurisdictions.filter(({ country }) => country === "ca")).toHaveLength(13);
    const folder = new URL("../../../state-machines/rule-packs/packs/", import.meta.url);
    expect(readdirSync(folder)).toHaveLength(64);
  });
});

describe("[X4] a guess is never worked", () => {
  const rule = (id: string, given: Partial<Parameters<typeof appliedRule>[2]> = {}) =>
    appliedRule(jurisdictionById(id)!, findRulePack(id, plainDate("2026-11-28"))!, {
      localRate: ppm(20_000),
      registrant: false,
      confirmed: true,
      ...given,
    });

  test("a tax that no deal can know has no rule", () => expect(rule("us-dc")).toBeNull());

  test("a lease whose taxing nobody verified or confirmed is refused, a sale is not", () => {
    expect(rule("ca-qc", { confirmed: false })?.lease.method).toBe("notEstablished");
    expect(rule("ca-qc", { confirmed: true })?.lease.method).toBe("monthly");
    expect(rule("us-tn", { confirmed: false })?.lease.method).toBe("monthly");
  });

  test("without a rate of the place its part is left out, and a rate of nothing is a rate", () => {
    const names = (localRate: ReturnType<typeof ppm> | null) =>
      rule("us-tn", { localRate })?.components.map(({ name }) => name);
    expect(names(null)).toEqual(["state", "singleArticle"]);
    expect(names(ppm(0))).toEqual(["state", "local", "singleArticle"]);
  });

  test("only Canada asks whether the customer is a registrant", () => {
    expect(rule("us-tn", { registrant: true })?.customerIsRegistrant).toBeUndefined();
    expect(rule("ca-on", { registrant: true })?.customerIsRegistrant).toBe(true);
  });
});

describe("[X5] a region says the place", () => {
  test.each([
    ["TN", "us-tn"],
    ["tennessee", "us-tn"],
    [" New York ", "us-ny"],
    ["N.Y.", "us-ny"],
    ["Québec", "ca-qc"],
    ["quebec", "ca-qc"],
    ["Colombie-Britannique", "ca-bc"],
    ["PEI", null],
    ["Bavaria", null],
    ["", null],
  ])("%s", (region, id) => expect(jurisdictionOf(region)?.id ?? null).toBe(id));

  test("another place than the store's is elsewhere; a region that says nothing is not", () => {
    expect(isElsewhere("Illinois", "IL")).toBe(false);
    expect(isElsewhere("OH", "IL")).toBe(true);
    expect(isElsewhere("Bavaria", "IL")).toBe(true);
    expect(isElsewhere(" ", "IL")).toBe(false);
  });
});
