import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { canonicalText, quoteRecordSchema, recomputeQuote } from "#machines/desking/quote-record";
import { coreVersion } from "#machines/desking/worksheet";

/**
 * Quotes as they were kept. A core that moves one cent of them fails here: it has to get a new version, with quotes of
 * its own (write-quotes.ts), and the old ones stay for what they were.
 */
const folder = join(import.meta.dirname, "quotes");
const fileSchema = z.strictObject({
  coreVersion: z.string(),
  quotes: z.array(z.looseObject({ name: z.string() })).min(1),
});
const files = readdirSync(folder).map((name) => fileSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
const current = files.find((file) => file.coreVersion === coreVersion);
const quotes = (current?.quotes ?? []).map(({ name, ...record }) => [name, quoteRecordSchema.parse(record)] as const);

test("[W8] this core has kept quotes", () => expect(quotes.length).toBeGreaterThan(10));

describe("[W8] a kept quote, worked again by the core that made it", () => {
  test.each(quotes)("%s comes to the same cents", (_, record) => {
    expect(recomputeQuote(record)).toMatchObject({ sameCore: true, differences: [] });
  });

  test.each(quotes)("%s is kept in the one form it can have", (_, record) => {
    expect(canonicalText(JSON.parse(record.inputs))).toBe(record.inputs);
  });

  test("a moved cent is found, by the figure's name", () => {
    const [, record] = quotes[0]!;
    const [figure, was] = Object.entries(record.figures).find(([, value]) => typeof value === "number")!;
    const moved = { ...record, figures: { ...record.figures, [figure]: Number(was) + 1 } };
    expect(recomputeQuote(moved).differences).toEqual([{ figure, was: Number(was) + 1, is: was }]);
  });

  test("a quote of another core says so", () => {
    const [, record] = quotes[0]!;
    expect(recomputeQuote({ ...record, coreVersion: "0.9.0" }).sameCore).toBe(false);
  });
});
