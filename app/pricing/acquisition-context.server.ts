import type { Cents } from "#machines/money/cents";
import { factValue, type FactSheet } from "#app/intake/fact-sheet";
import { database } from "#app/platform/database.server";

export interface AcquisitionContext {
  /** The same model for sale here now. */
  inStock: number;
  soldBefore: number;
  /** Days on sale of those that were sold here; null below five. */
  averageDays: number | null;
  daysSupply: number | null;
  note: "buy" | "hold" | "pass" | "notEnough";
  lowest: Cents | null;
}

const LEAST_SOLD = 5;
const BUY_BELOW = 30;
const PASS_ABOVE = 90;
const SOLD_WINDOW_DAYS = 180;

/** What the store's own stock and past sales say of one more car like this. */
export async function acquisitionContext(rooftopId: string, sheet: FactSheet): Promise<AcquisitionContext> {
  const { rows } = await database().query<{
    inStock: number;
    sold: number;
    days: number | null;
    lowest: number | null;
  }>(
    `select count(*) filter (where v."status" in ('live', 'held'))::int as "inStock",
            count(*) filter (where v."status" = 'sold')::int as "sold",
            avg(extract(epoch from (c."at" - v."liveSince")) / 86400) filter (where v."status" = 'sold')::float as "days",
            min(v."sellingPrice") filter (where v."status" in ('live', 'held'))::int as "lowest"
       from "Vehicle" v
       left join lateral (select "at" from "StockStateChange" s where s."stockNumber" = v."stockNumber" and s."toState" = 'sold'
                          order by "at" desc limit 1) c on true
      where v."rooftopId" = $1 and lower(v."make") = lower($2) and lower(v."model") = lower($3)`,
    [rooftopId, factValue(sheet, "make") ?? "", factValue(sheet, "model") ?? ""],
  );
  const { inStock = 0, sold = 0, days = null, lowest = null } = rows[0] ?? {};
  const isKnown = sold >= LEAST_SOLD;
  const daysSupply = isKnown ? Math.round(inStock / (sold / SOLD_WINDOW_DAYS)) : null;
  return {
    inStock,
    soldBefore: sold,
    averageDays: isKnown && days !== null ? Math.round(days) : null,
    daysSupply,
    note:
      daysSupply === null ? "notEnough" : daysSupply < BUY_BELOW ? "buy" : daysSupply > PASS_ABOVE ? "pass" : "hold",
    lowest: lowest as Cents | null,
  };
}
