import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";

/** Written by scripts/vin/prepare-vin-tables.mjs before the first start. */
const TABLES = join("build", "vin", "vin-tables.bin");
/** Compiled schemas kept: a store's makes use a few dozen, an import of a thousand cars some hundreds. */
const KEPT_SCHEMAS = 128;

const headSchema = z.object({
  version: z.literal(1),
  snapshot: z.string(),
  elements: z.record(z.string(), z.string()),
  texts: z.array(z.string()),
  engines: z.record(z.string(), z.record(z.string(), z.number())),
  schemas: z.record(z.string(), z.tuple([z.number(), z.number()])),
  wmis: z.array(
    z.tuple([
      z.string(),
      z.array(z.string()),
      z.string(),
      z.string(),
      z.number().nullable(),
      z.array(z.tuple([z.number(), z.number(), z.number()])),
    ]),
  ),
});

export interface Maker {
  makes: readonly string[];
  manufacturer: string;
  country: string;
  /** Schema with the model years it is for. */
  schemas: readonly (readonly [id: number, from: number, to: number])[];
}

export interface VinPattern {
  test: RegExp;
  /** Characters the pattern names: the more, the closer it knows the car. */
  fixed: number;
  /** Element number and text number. */
  facts: readonly (readonly [element: number, text: number])[];
}

export interface VinTables {
  snapshot: string;
  elements: ReadonlyMap<number, string>;
  text: (place: number) => string;
  engines: Readonly<Record<string, Readonly<Record<string, number>>>>;
  maker: (vin: string) => Maker | null;
  patterns: (schema: number) => readonly VinPattern[];
}

/** `*` any character, `#` a digit, `[A-C5]` one of these; after `|` come places ten to seventeen. */
function compilePattern(keys: string): Pick<VinPattern, "test" | "fixed"> {
  const [descriptor = "", indicator = ""] = keys.split("|");
  const source = (part: string) =>
    part.replace(/\[[^\]]*\]|./g, (piece) => {
      if (piece.startsWith("[")) return /^\[[A-Z0-9^-]+\]$/i.test(piece) ? piece : ".";
      if (piece === "*") return ".";
      if (piece === "#") return "\\d";
      return piece.replace(/[^A-Z0-9]/gi, "\\$&");
    });
  const head = source(descriptor);
  return {
    // Read against places four to eight, a bar, and places ten to seventeen. Either half may be shorter than it could be.
    test: new RegExp(indicator === "" ? `^${head}` : `^${head}[^|]*\\|${source(indicator)}`, "i"),
    fixed: keys.replace(/\[[^\]]*\]/g, "x").replace(/[*|]/g, "").length,
  };
}

function compileBlock(text: string): VinPattern[] {
  return text.split("\n").map((line) => {
    const [keys = "", facts = ""] = line.split("\t");
    return {
      ...compilePattern(keys),
      facts: facts.split(",").map((fact) => {
        const [element = "", place = ""] = fact.split(":");
        return [Number(element), parseInt(place, 36)] as const;
      }),
    };
  });
}

function openTables(bytes: Buffer): VinTables {
  const headEnd = 4 + bytes.readUInt32BE(0);
  const head = headSchema.parse(JSON.parse(bytes.toString("utf8", 4, headEnd)));
  // A copy: the text of the head would otherwise keep the whole file's first half alive beside what was parsed from it.
  const blocks = Buffer.from(bytes.subarray(headEnd));
  const makers = new Map(
    head.wmis.map(([wmi, makes, manufacturer, country, , schemas]) => [
      wmi,
      { makes, manufacturer, country, schemas } satisfies Maker,
    ]),
  );
  const compiled = new Map<number, VinPattern[]>();
  return {
    snapshot: head.snapshot,
    elements: new Map(Object.entries(head.elements).map(([id, name]) => [Number(id), name])),
    text: (place) => head.texts[place] ?? "",
    engines: head.engines,
    // A small maker shares its first three characters, which end in 9, and is told apart by places twelve to fourteen.
    maker: (vin) =>
      (vin[2] === "9" ? makers.get(vin.slice(0, 3) + vin.slice(11, 14)) : null) ?? makers.get(vin.slice(0, 3)) ?? null,
    patterns(schema) {
      const known = compiled.get(schema);
      const [at, length] = head.schemas[schema] ?? [0, 0];
      const patterns = known ?? (length > 0 ? compileBlock(blocks.toString("utf8", at, at + length)) : []);
      compiled.delete(schema);
      compiled.set(schema, patterns);
      const [oldest] = compiled.keys();
      if (compiled.size > KEPT_SCHEMAS && oldest !== undefined) compiled.delete(oldest);
      return patterns;
    },
  };
}

/** The reduced catalogue, read when the first VIN is decoded; null where it was never prepared. */
export const vinTables = (): VinTables | null =>
  remember<{ tables: VinTables | null }>("vinTables", () => {
    if (existsSync(TABLES)) return { tables: openTables(readFileSync(TABLES)) };
    log.warn("the VIN tables are not here: run `node scripts/prepare.mjs check` with a package registry in reach");
    return { tables: null };
  }).tables;
