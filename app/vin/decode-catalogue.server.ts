import { decodeVin, vinYearCode } from "#app/merchandising/decode-vin";
import { readVin } from "./vin-number";
import { vinTables, type Maker, type VinTables } from "./vin-tables.server";
import { worldMakers } from "./world-makers";

export interface CatalogueFact {
  value: string;
  /** 0 to 1. */
  confidence: number;
}

export interface CatalogueDecode {
  vin: string;
  facts: Readonly<Record<string, CatalogueFact>>;
  /** catalogue: vPIC's tables. maker: only who made it, by the first characters. store: the demo's own makers. */
  source: "catalogue" | "maker" | "store";
  snapshot: string | null;
}

/** Make and year are known for sure; which model and what is in it rests on how closely a pattern fits. */
const SURE = 0.99;
const CATALOGUE = 0.95;
const PROBABLE = 0.7;
const ROUND_YEARS = 30;
const LAST_ROUND = 2010;
const MODEL = 28;
const ENGINE_MODEL = 18;

/** Both years a code in place ten may mean, the likelier first: a letter in place seven is 2010 or later. */
function yearsOf(vin: string): number[] {
  const code = vin[9] ?? "";
  const recent = Array.from({ length: ROUND_YEARS }, (_, index) => LAST_ROUND + index).find(
    (year) => vinYearCode(year) === code,
  );
  if (recent === undefined) return [];
  const years = [recent, recent - ROUND_YEARS];
  return /[A-Z]/.test(vin[6] ?? "") ? years : years.toReversed();
}

interface Best {
  text: number;
  fixed: number;
}

/** Per element the pattern that names most characters; among equals the newest, which stands last. */
function matchPatterns(tables: VinTables, maker: Maker, vin: string, year: number): Map<number, Best> {
  const descriptor = `${vin.slice(3, 8)}|${vin.slice(9)}`;
  const best = new Map<number, Best>();
  for (const [schema, from, to] of maker.schemas) {
    if (year < from || year > to) continue;
    for (const { test, fixed, facts } of tables.patterns(schema)) {
      if (!test.test(descriptor)) continue;
      for (const [element, text] of facts) {
        const known = best.get(element);
        if (!known || fixed >= known.fixed) best.set(element, { text, fixed });
      }
    }
  }
  return best;
}

/** Litres from cubic inches or centimetres where only those are given, to a tenth. */
function addLitres(facts: Record<string, CatalogueFact>): void {
  const { cubicCentimetres, cubicInches } = facts;
  if (!facts.litres) {
    const litres = cubicCentimetres
      ? Number(cubicCentimetres.value) / 1_000
      : cubicInches
        ? Number(cubicInches.value) * 0.016387064
        : 0;
    if (litres > 0) facts.litres = { value: litres.toFixed(1), confidence: CATALOGUE };
  }
  delete facts.cubicCentimetres;
  delete facts.cubicInches;
}

function factsOf(tables: VinTables, maker: Maker, matched: Map<number, Best>): Record<string, CatalogueFact> {
  const facts: Record<string, CatalogueFact> = {};
  const [make, model] = tables.text(matched.get(MODEL)?.text ?? -1).split("\u001f");
  const ownMake = make || (maker.makes.length === 1 ? maker.makes[0] : undefined);
  if (ownMake) facts.make = { value: ownMake, confidence: SURE };
  if (model) facts.model = { value: model, confidence: CATALOGUE };
  for (const [element, { text }] of matched) {
    const name = tables.elements.get(element);
    if (name && element !== MODEL) facts[name] = { value: tables.text(text), confidence: CATALOGUE };
  }
  const engine = matched.get(ENGINE_MODEL);
  for (const [element, text] of Object.entries((engine && tables.engines[tables.text(engine.text)]) ?? {})) {
    const name = tables.elements.get(Number(element));
    // Through the engine's name: a step further from the number itself.
    if (name && !facts[name]) facts[name] = { value: tables.text(text), confidence: PROBABLE };
  }
  addLitres(facts);
  return facts;
}

/** The year and the patterns that go with it: the other round is taken only when it has a model and the first has none. */
function likeliest(tables: VinTables, maker: Maker, vin: string) {
  const rounds = yearsOf(vin).map((year) => ({ year, matched: matchPatterns(tables, maker, vin, year) }));
  const covered = ({ year }: { year: number }) => maker.schemas.some(([, from, to]) => year >= from && year <= to);
  return rounds.find(({ matched }) => matched.has(MODEL)) ?? rounds.find(covered) ?? rounds[0] ?? null;
}

function ofDemoMaker(vin: string): CatalogueDecode | null {
  const decoded = decodeVin(vin);
  if (!decoded.ok) return null;
  const facts: Record<string, CatalogueFact> = { make: { value: decoded.make, confidence: SURE } };
  if (decoded.year !== null) facts.year = { value: String(decoded.year), confidence: SURE };
  if (decoded.body) facts.body = { value: decoded.body, confidence: CATALOGUE };
  if (decoded.fuel) facts.fuel = { value: decoded.fuel, confidence: CATALOGUE };
  return { vin, facts, source: "store", snapshot: null };
}

function ofWorldMaker(vin: string, lastYear: number): CatalogueDecode | null {
  const maker = worldMakers[vin.slice(0, 3)];
  if (!maker) return null;
  const [make, country] = maker;
  const facts: Record<string, CatalogueFact> = {
    make: { value: make, confidence: SURE },
    plantCountry: { value: country, confidence: PROBABLE },
  };
  const year = latestYear(vin, lastYear);
  if (year !== null) facts.year = { value: String(year), confidence: PROBABLE };
  return { vin, facts, source: "maker", snapshot: null };
}

/** Where place ten need not be a year and place seven says nothing of the round: the latest that is not to come. */
const latestYear = (vin: string, lastYear: number) =>
  yearsOf(vin)
    .filter((year) => year <= lastYear)
    .sort((a, b) => b - a)[0] ?? null;

/**
 * What a vehicle identification number says by itself, from the catalogue on this machine. Null where no maker is known by
 * its first characters, as for seventeen ones. `thisYear` bounds a year that is only probable (next year's models are sold).
 */
export function decodeCatalogue(vin: string, thisYear: number): CatalogueDecode | null {
  const demo = ofDemoMaker(vin);
  if (demo) return demo;
  const tables = vinTables();
  const maker = tables?.maker(vin) ?? null;
  if (!tables || !maker) return ofWorldMaker(vin, thisYear + 1);
  const found = likeliest(tables, maker, vin);
  const facts = found ? factsOf(tables, maker, found.matched) : factsOf(tables, maker, new Map());
  const reading = readVin(vin);
  const isForeign = !facts.model && reading.kind === "vin" && (reading.isEuropean || !reading.checkDigit.isRight);
  if (isForeign) return foreign(vin, facts, maker, thisYear + 1, tables.snapshot);
  if (found) facts.year = { value: String(found.year), confidence: SURE };
  if (!facts.make && maker.makes.length === 0) return ofWorldMaker(vin, thisYear + 1);
  if (!facts.plantCountry && maker.country) facts.plantCountry = { value: maker.country, confidence: PROBABLE };
  return { vin, facts, source: facts.model ? "catalogue" : "maker", snapshot: tables.snapshot };
}

function foreign(
  vin: string,
  facts: Readonly<Record<string, CatalogueFact>>,
  maker: Maker,
  lastYear: number,
  snapshot: string,
): CatalogueDecode | null {
  const year = latestYear(vin, lastYear);
  const make = facts.make ?? ofWorldMaker(vin, lastYear)?.facts.make;
  if (!make) return ofWorldMaker(vin, lastYear);
  return {
    vin,
    facts: {
      make,
      ...(maker.country ? { plantCountry: { value: maker.country, confidence: PROBABLE } } : {}),
      ...(year === null ? {} : { year: { value: String(year), confidence: PROBABLE } }),
    },
    source: "maker",
    snapshot,
  };
}
