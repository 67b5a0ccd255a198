import { createHash } from "node:crypto";
import { z } from "zod";
import { database } from "#app/platform/database.server";
import { CsvTrouble, readCsv } from "#app/platform/csv-reader";

const MOST_ROWS = 20_000;
const rowSchema = z.object({
  year: z.coerce.number().int().min(1980).max(2100),
  make: z.string().min(1).max(80),
  model: z.string().min(1).max(80),
  mileage: z.coerce.number().int().min(0).max(1_000_000),
  price: z.coerce.number().positive().max(5_000_000),
  seenOn: z.iso.date(),
  sold: z.string().default("no"),
  trim: z.string().max(80).default(""),
  body: z.string().max(40).default("sedan"),
  fuel: z.string().max(40).default("gasoline"),
  drivetrain: z.string().max(10).default("fwd"),
});

/** Listings of the market as a store buys or gathers them: all of the file or none. The same row again is the same listing. */
export async function importMarket(
  rooftopId: string,
  text: string,
): Promise<{ ok: true; count: number } | { ok: false; line: number }> {
  try {
    const [head, ...rows] = readCsv(text);
    const parsed = rows.slice(0, MOST_ROWS).map(({ line, cells }) => {
      const named = Object.fromEntries(
        (head?.cells ?? []).flatMap((name, index) => (cells[index] ? [[name.trim(), cells[index].trim()]] : [])),
      );
      const row = rowSchema.safeParse(named);
      if (!row.success) throw new CsvTrouble("tooLong", line);
      return row.data;
    });
    await database().transaction(async (tx) => {
      for (const row of parsed) {
        const id = createHash("sha256")
          .update(JSON.stringify([rooftopId, row]))
          .digest("hex")
          .slice(0, 32);
        await tx.query(
          `insert into "MarketListing" ("id","rooftopId","source","sold","year","make","model","trim","body","fuel","drivetrain","mileage","price","seenOn")
           values ($1,$2,'import',$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13::date) on conflict do nothing`,
          [
            id,
            rooftopId,
            /^(y|yes|1|true|oui)$/i.test(row.sold),
            row.year,
            row.make,
            row.model,
            row.trim,
            row.body,
            row.fuel,
            row.drivetrain,
            row.mileage,
            Math.round(row.price * 100),
            row.seenOn,
          ],
        );
      }
    });
    return { ok: true, count: parsed.length };
  } catch (error) {
    if (error instanceof CsvTrouble) return { ok: false, line: error.line };
    throw error;
  }
}
