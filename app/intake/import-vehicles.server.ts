import { database } from "#app/platform/database.server";
import { CsvReader, CsvTrouble, type CsvRow } from "#app/platform/csv-reader";
import { parseMoney } from "#app/ui/parse-money";
import { vehicleFields } from "./vehicle-fields";
import type { StaffName } from "./stock-record.server";
import { takeInSchema, takeInWithin, type TakeIn } from "./take-in-vehicle.server";

/** One batch: more is a migration and no day's intake. */
const MOST_ROWS = 2_000;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PROBLEMS = 100;

export interface ImportProblem {
  line: number;
  reason: "file" | "columns" | "row" | "unreadable" | "unknownMaker" | "alreadyHere" | "numberTaken" | "repeated";
  about: string;
}

export type ImportAnswer = { ok: true; taken: number } | { ok: false; problems: ImportProblem[] };

/** Names that exports of other systems use for a column. */
const columnNames: Readonly<Record<string, string>> = {
  stock: "stockNumber",
  stocknumber: "stockNumber",
  stockno: "stockNumber",
  vin: "vin",
  newused: "condition",
  type: "condition",
  condition: "condition",
  mileage: "mileage",
  odometer: "mileage",
  miles: "mileage",
  price: "price",
  askingprice: "price",
  cost: "acquisitionCost",
  acquisitioncost: "acquisitionCost",
  notes: "notes",
  color: "colour",
  exteriorcolor: "colour",
  ...Object.fromEntries(vehicleFields.map((field) => [field.toLowerCase(), field])),
};

const columnOf = (head: string) => columnNames[head.toLowerCase().replace(/[^a-z0-9]/g, "")] ?? null;

const conditionOf = (text: string) => {
  const letter = text.trim().charAt(0).toUpperCase();
  return letter === "N" ? "new" : letter === "C" ? "certified" : "used";
};

function wishOf(cells: readonly string[], columns: readonly (string | null)[]): TakeIn | string {
  const values: Record<string, string> = {};
  columns.forEach((column, index) => {
    const cell = cells[index]?.trim();
    if (column && cell) values[column] = cell;
  });
  const money = (text: string | undefined) =>
    text === undefined ? null : (parseMoney(text.replace(/^\$/, "")) ?? NaN);
  const stated = Object.fromEntries(
    vehicleFields.flatMap((field) =>
      values[field] !== undefined && !["condition", "mileage"].includes(field) ? [[field, values[field]] as const] : [],
    ),
  );
  const parsed = takeInSchema.safeParse({
    vin: values.vin ?? "",
    stockNumber: values.stockNumber ?? "",
    condition: conditionOf(values.condition ?? ""),
    mileage: values.mileage === undefined ? null : values.mileage.replace(/[, ]/g, ""),
    price: money(values.price),
    acquisitionCost: money(values.acquisitionCost),
    notes: values.notes ?? "",
    stated,
  });
  return parsed.success ? parsed.data : String(parsed.error.issues[0]?.path[0] ?? "row");
}

/** Rows as the file arrives, never the whole file at once. */
async function* rowsOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const reader = new CsvReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  for await (const piece of file) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new CsvTrouble("tooLong", 0);
    yield* reader.push(decoder.decode(piece, { stream: true }));
  }
  yield* reader.push(decoder.decode());
  yield* reader.end();
}

class NotWhole extends Error {}

/** A file of vehicles: every row is taken in, or none, and then each wrong row is named by its line. */
export async function importVehicles(
  rooftopId: string,
  file: AsyncIterable<Uint8Array>,
  by: StaffName,
): Promise<ImportAnswer> {
  const problems: ImportProblem[] = [];
  let taken = 0;
  try {
    await database().transaction(async (tx) => {
      let columns: (string | null)[] | null = null;
      const seen = new Map<string, number>();
      for await (const { line, cells } of rowsOf(file)) {
        if (!columns) {
          columns = cells.map(columnOf);
          if (!columns.includes("vin")) problems.push({ line, reason: "columns", about: "vin" });
          if (problems.length > 0) break;
          continue;
        }
        if (taken >= MOST_ROWS || problems.length >= MOST_PROBLEMS) break;
        const wish = wishOf(cells, columns);
        if (typeof wish === "string") {
          problems.push({ line, reason: "row", about: wish });
          continue;
        }
        const before = seen.get(wish.vin.toUpperCase());
        seen.set(wish.vin.toUpperCase(), line);
        if (before !== undefined) {
          problems.push({ line, reason: "repeated", about: String(before) });
          continue;
        }
        const answer = await takeInWithin(tx, rooftopId, wish, by);
        if (answer.ok) taken++;
        else problems.push({ line, reason: answer.refusal.reason, about: answer.refusal.why });
      }
      if (problems.length > 0) throw new NotWhole();
    });
  } catch (error) {
    if (error instanceof CsvTrouble || error instanceof TypeError)
      problems.push({
        line: error instanceof CsvTrouble ? error.line : 0,
        reason: "file",
        about: error instanceof CsvTrouble ? error.reason : "encoding",
      });
    else if (!(error instanceof NotWhole)) throw error;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, taken };
}
