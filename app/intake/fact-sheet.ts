import { z } from "zod";
import { instantSchema } from "#machines/money/stored-value";

/** Where a field may come from, the most trusted first. What a person said always stands before any machine. */
export const factSources = ["user", "photo", "vpicLive", "vpicLite", "import", "epa"] as const;
export type FactSource = (typeof factSources)[number];

const factEntrySchema = z.strictObject({
  source: z.enum(factSources),
  value: z.string().min(1).max(400),
  confidence: z.number().min(0).max(1),
  at: instantSchema,
  /** Who said it, for what a person said. */
  by: z.string().max(160).optional(),
});
export type FactEntry = z.infer<typeof factEntrySchema>;

/** A generous bound: fields of a car and the features anybody could tick. */
const MOST_FIELDS = 200;

/** Every field with what each source says of it: one entry a source. */
export const factSheetSchema = z
  .record(z.string().regex(/^[a-zA-Z][\w.]{0,59}$/), z.array(factEntrySchema).min(1).max(factSources.length))
  .refine((sheet) => Object.keys(sheet).length <= MOST_FIELDS, "too many fields");
export type FactSheet = z.infer<typeof factSheetSchema>;

/** The entry that counts: of the most trusted source that says anything. */
export function chosenFact(sheet: FactSheet, field: string): FactEntry | null {
  const entries = sheet[field] ?? [];
  return factSources.map((source) => entries.find((entry) => entry.source === source)).find(Boolean) ?? null;
}

export const factValue = (sheet: FactSheet, field: string): string | null => chosenFact(sheet, field)?.value ?? null;

export type SourceFacts = Readonly<Record<string, { value: string; confidence: number }>>;

/**
 * What a source says now in place of what it said before. Every other source's word stays, a person's above all: decoding
 * again never undoes an override.
 */
export function withSource(
  sheet: FactSheet,
  source: Exclude<FactSource, "user">,
  facts: SourceFacts,
  at: string,
): FactSheet {
  const kept = withoutSource(sheet, source);
  const next: FactSheet = { ...kept };
  for (const [field, { value, confidence }] of Object.entries(facts)) {
    if (value === "") continue;
    next[field] = [...(next[field] ?? []), { source, value: value.slice(0, 400), confidence, at }];
  }
  return next;
}

function withoutSource(sheet: FactSheet, source: FactSource): FactSheet {
  return Object.fromEntries(
    Object.entries(sheet).flatMap(([field, entries]) => {
      const left = entries.filter((entry) => entry.source !== source);
      return left.length > 0 ? [[field, left] as const] : [];
    }),
  );
}

/** A person's own word on a field; an empty one takes it back, and the machines' word shows again. */
export function withUserFact(sheet: FactSheet, field: string, value: string, by: string, at: string): FactSheet {
  const left = (sheet[field] ?? []).filter(({ source }) => source !== "user");
  const next = { ...sheet };
  if (value !== "") next[field] = [{ source: "user", value, confidence: 1, at, by }, ...left];
  else if (left.length > 0) next[field] = left;
  else delete next[field];
  return next;
}
