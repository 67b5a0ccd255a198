import { existsSync, readFileSync } from "node:fs";
import { env } from "#app/platform/env.server";
import { readCsv } from "#app/platform/csv-reader";
import { remember } from "#app/platform/remember.server";
import { driveCode, gearCode } from "./catalogue-facts";
import { factValue, type FactSheet, type SourceFacts } from "./fact-sheet";

interface EpaRow {
  make: string;
  model: string;
  year: string;
  litres: number;
  cylinders: string;
  drive: string | null;
  gear: string | null;
  city: string;
  highway: string;
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

function parseEpa(text: string): Map<string, EpaRow[]> {
  const [head, ...rows] = readCsv(text);
  const place = new Map(head?.cells.map((name, index) => [name, index]));
  const table = new Map<string, EpaRow[]>();
  for (const { cells } of rows) {
    const cell = (name: string) => cells[place.get(name) ?? -1] ?? "";
    const row: EpaRow = {
      make: plain(cell("make")),
      model: plain(cell("model")),
      year: cell("year"),
      litres: Number(cell("displ")),
      cylinders: cell("cyl"),
      drive: driveCode(cell("drive")),
      gear: gearCode(cell("trans")),
      city: cell("cty"),
      highway: cell("hwy"),
    };
    const key = `${row.make}/${row.year}`;
    table.set(key, [...(table.get(key) ?? []), row]);
  }
  return table;
}

const table = () =>
  remember("epaTable", () =>
    env.EPA_FILE && existsSync(env.EPA_FILE)
      ? parseEpa(readFileSync(env.EPA_FILE, "utf8"))
      : new Map<string, EpaRow[]>(),
  );

export interface EpaSuggestions {
  /** One answer alone: filled in. */
  certain: SourceFacts;
  /** Several: a person chooses. */
  choices: Readonly<Record<string, readonly string[]>>;
}

/** EPA's confidence is in the car, not in the match: a name may fit two. */
const MATCHED = 0.8;

/** Fuel economy, driven wheels and gearbox by make, model, year, litres and cylinders; only where the join is of one mind. */
export function epaSuggestions(sheet: FactSheet): EpaSuggestions {
  const [make, model, year] = ["make", "model", "year"].map((field) => factValue(sheet, field) ?? "");
  const [litres, cylinders] = [Number(factValue(sheet, "litres") ?? NaN), factValue(sheet, "cylinders")];
  const named = plain(model ?? "");
  const fitting = (table().get(`${plain(make ?? "")}/${year}`) ?? []).filter(
    (row) =>
      named !== "" &&
      (row.model.startsWith(named) || named.startsWith(row.model)) &&
      (Number.isNaN(litres) || Math.abs(row.litres - litres) < 0.051) &&
      (cylinders === null || row.cylinders === cylinders),
  );
  const fields = {
    drivetrain: fitting.map(({ drive }) => drive),
    transmission: fitting.map(({ gear }) => gear),
    cityMpg: fitting.map(({ city }) => city),
    highwayMpg: fitting.map(({ highway }) => highway),
  };
  const certain: Record<string, { value: string; confidence: number }> = {};
  const choices: Record<string, string[]> = {};
  for (const [field, values] of Object.entries(fields)) {
    const distinct = [...new Set(values.filter((value) => value !== null && value !== ""))] as string[];
    if (distinct.length === 1 && distinct[0]) certain[field] = { value: distinct[0], confidence: MATCHED };
    else if (distinct.length > 1 && distinct.length < 6) choices[field] = distinct;
  }
  return { certain, choices };
}
