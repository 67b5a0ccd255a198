import { cents, type Cents } from "#machines/money/cents";
import { daysBetween, plainDate, type PlainDate } from "#machines/money/plain-date";
import { storePolicySchema } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { changeRecord, noteStateChange, type StaffName } from "#app/intake/stock-record.server";
import {
  parseStockVehicle,
  stockColumns,
  vehicleName,
  type StockVehicle,
} from "#app/merchandising/stock-vehicle.server";
import { stockChanged } from "#app/merchandising/stock-board.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { enqueue } from "#app/platform/jobs.server";
import { merchandisingSettings } from "#app/publishing/merchandising-settings.server";
import { syncChannels } from "#app/publishing/sync-channels.server";
import { comparableCars } from "#app/valuation/comparable-cars.server";
import {
  ageBucket,
  ageBuckets,
  pricePosition,
  suggestPrice,
  type AgeBucket,
  type PricePosition,
  type PriceSuggestion,
} from "./price-position";

export interface PriceRow {
  stockNumber: string;
  name: string;
  price: Cents;
  days: number;
  bucket: AgeBucket;
  position: PricePosition | null;
  suggestion: PriceSuggestion | null;
  views: number;
  /** Open deals pinned at their own price: a change here moves none of them. */
  openDeals: number;
  holdingCost: number;
}

export interface PriceDesk {
  rows: PriceRow[];
  buckets: { bucket: AgeBucket; count: number }[];
}

const MOST_ROWS = 400;

async function storeDay(rooftopId: string): Promise<{ today: PlainDate; timeZone: string }> {
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const { timeZone } = storePolicySchema.parse(rooftop.policy);
  return { today: plainDate(storeDate(now(), timeZone)), timeZone };
}

/** A store's cars for sale by age, each with its place in the market and what might be done about its price. */
export async function readPriceDesk(rooftopId: string): Promise<PriceDesk> {
  const { today, timeZone } = await storeDay(rooftopId);
  const { holdingCentsPerDay } = await merchandisingSettings(rooftopId);
  const { rows } = await database().query<{ views: number; openDeals: number }>(
    `select ${stockColumns}, xmin::text as "rowVersion",
       (select coalesce(sum("views"),0)::int from "StockInterest" i where i."stockNumber" = v."stockNumber") as "views",
       (select count(*)::int from "Deal" d where d."stockNumber" = v."stockNumber" and d."life" = 'open') as "openDeals"
       from "Vehicle" v where "rooftopId" = $1 and "status" in ('live', 'held') order by "liveSince", "stockNumber" limit ${MOST_ROWS}`,
    [rooftopId],
  );
  const priced: PriceRow[] = [];
  for (const row of rows) {
    const vehicle = parseStockVehicle(rooftopId, row);
    const days = Math.max(0, daysBetween(plainDate(storeDate(vehicle.liveSince, timeZone)), today));
    const position = vehicle.condition === "new" ? null : await positionOf(rooftopId, vehicle, today);
    priced.push({
      stockNumber: vehicle.stockNumber,
      name: vehicleName(vehicle),
      price: vehicle.sellingPrice,
      days,
      bucket: ageBucket(days),
      position,
      suggestion: suggestPrice(
        vehicle.sellingPrice,
        days,
        position,
        row.views > 0 ? row.views / Math.max(1, days) : null,
      ),
      views: row.views,
      openDeals: row.openDeals,
      holdingCost: holdingCentsPerDay * days,
    });
  }
  return {
    rows: priced,
    buckets: ageBuckets.map((bucket) => ({ bucket, count: priced.filter((row) => row.bucket === bucket).length })),
  };
}

async function positionOf(rooftopId: string, vehicle: StockVehicle, today: PlainDate): Promise<PricePosition | null> {
  const { year, make, model, mileage, sellingPrice } = vehicle;
  const comparables = await comparableCars(
    rooftopId,
    { year, make, model, body: vehicle.body, fuel: null, fourWheelDrive: null } as never,
    today,
  );
  return pricePosition({ year, mileage, price: sellingPrice }, comparables, today);
}

/** A person's own price: kept in the price history, told to every channel, and pinned into no deal that is open. */
export async function setPrice(rooftopId: string, stockNumber: string, price: Cents, by: StaffName): Promise<boolean> {
  const at = now().toISOString();
  const changed = await database().transaction(async (tx) => {
    const { rows } = await tx.query(
      `update "Vehicle" set "sellingPrice" = $3 where "rooftopId" = $1 and "stockNumber" = $2 and "status" in ('live', 'held')
         and "sellingPrice" <> $3 returning "stockNumber"`,
      [rooftopId, stockNumber, price],
    );
    if (rows.length === 0) return false;
    await tx.query(`insert into "VehiclePriceChange" ("stockNumber","at","sellingPrice") values ($1,$2,$3)`, [
      stockNumber,
      at,
      price,
    ]);
    await noteStateChange(tx, {
      stockNumber,
      rooftopId,
      from: "live",
      to: "live",
      at: now(),
      by,
      reason: `price ${price}`,
    });
    await enqueue(syncChannels, { rooftopId, stockNumber }, { tx });
    return true;
  });
  if (!changed) return false;
  await changeRecord(rooftopId, stockNumber, (record) => ({ ...record, price: cents(price) }));
  stockChanged();
  return true;
}
