import { z } from "zod";
import { type Worksheet, worksheet } from "./worksheet";
import type { WorksheetInputs } from "./worksheet-inputs";

/** A figure by its place in the worksheet: "finance.payment", "lines.outTheDoor.sellingPrice". */
export type QuotedFigures = Record<string, number | string>;

/**
 * A quote as it is kept: what it was made from, by which core and which rules, and every figure it said. The inputs are
 * text, so that a hash of them means the same for ever.
 */
export interface QuoteRecord {
  coreVersion: string;
  rulePack: { id: string; version: string };
  /** Canonical JSON of the worksheet's inputs. */
  inputs: string;
  figures: QuotedFigures;
}

export const quoteRecordSchema: z.ZodType<QuoteRecord> = z.strictObject({
  coreVersion: z.string().min(1).max(20),
  rulePack: z.strictObject({ id: z.string().max(80), version: z.string().max(80) }),
  inputs: z.string().min(2).max(100_000),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
});

export function quoteRecord(inputs: WorksheetInputs): QuoteRecord {
  const sheet = worksheet(inputs);
  return {
    coreVersion: sheet.coreVersion,
    rulePack: { id: inputs.tax.id, version: inputs.tax.version },
    inputs: canonicalText(inputs),
    figures: quotedFigures(sheet),
  };
}

/** One text for one value: keys in order, no blanks, nothing that is undefined. */
export const canonicalText = (value: unknown): string => JSON.stringify(inOrder(value));

export interface QuoteDifference {
  figure: string;
  was: number | string;
  /** Null where the core of today says nothing of it. */
  is: number | string | null;
}

export interface RecomputedQuote {
  worksheet: Worksheet;
  /** False when another core made the quote: its figures are compared, never replaced. */
  sameCore: boolean;
  /** Empty when every figure comes out the same to the cent. */
  differences: QuoteDifference[];
}

/**
 * "Work it out again": the quote's own inputs through the core of today, and every figure of the quote that comes out
 * otherwise. A figure that a later core says in addition is no difference.
 */
export function recomputeQuote(record: QuoteRecord): RecomputedQuote {
  const sheet = worksheet(JSON.parse(record.inputs) as WorksheetInputs);
  const now = quotedFigures(sheet);
  const differences = Object.entries(record.figures).flatMap(([figure, was]) => {
    const is = now[figure] ?? null;
    return is === was ? [] : [{ figure, was, is }];
  });
  return { worksheet: sheet, sameCore: sheet.coreVersion === record.coreVersion, differences };
}

/** Every amount of the worksheet and every rate and date it discloses, flat; a column that was refused says why. */
export function quotedFigures(sheet: Worksheet): QuotedFigures {
  const {
    cash,
    finance,
    lease,
    chosen,
    summaryLines,
    priceLines: _price,
    taxLines: _tax,
    productLines: _own,
    ...totals
  } = sheet;
  return {
    chosen: chosen.ok ? chosen.method : chosen.code,
    ...flat({ totals, cash, finance, lease }, ""),
    ...flat(summaryLines, "lines."),
  };
}

/** The texts among the figures that are figures; names and sentences may be put better without any cent moving. */
const figureTexts = new Set(["aprPercent", "aprDisclosed", "firstPaymentDate", "code"]);

function flat(value: unknown, path: string): QuotedFigures {
  const name = path.slice(0, -1);
  if (typeof value === "number") return { [name]: value };
  if (typeof value === "string") return figureTexts.has(name.slice(name.lastIndexOf(".") + 1)) ? { [name]: value } : {};
  if (Array.isArray(value)) return Object.assign({}, ...value.map((line, index) => flatLine(line, path, index)));
  if (value === null || typeof value !== "object") return {};
  return Object.assign({}, ...Object.entries(value).map(([key, part]) => flat(part, `${path}${key}.`)));
}

function flatLine(line: unknown, path: string, index: number): QuotedFigures {
  const coded = line as { code?: string; amount?: number; lines?: unknown };
  if (typeof coded.code !== "string" || typeof coded.amount !== "number") return flat(line, `${path}${index}.`);
  return { [`${path}${coded.code}`]: coded.amount, ...flat(coded.lines ?? null, `${path}${coded.code}.`) };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, element]) => [key, inOrder(element)]));
}
