import { z } from "zod";
import { addDays, type PlainDate } from "#machines/money/plain-date";
import { centsSchema, plainDateSchema } from "#machines/money/stored-value";
import type { TradeDescription } from "#machines/stages/trade";
import { database } from "#app/platform/database.server";
import { type Comparable, SEEN_WITHIN_DAYS, YEARS_EITHER_SIDE } from "./value-from-comparables";

/** More cars than this say nothing that these do not; the newest are taken. */
const MOST_COMPARABLES = 400;

const rowSchema = z.object({
  year: z.int(),
  mileage: z.int(),
  price: centsSchema,
  sold: z.boolean(),
  seenOn: plainDateSchema,
});

type Wanted = Pick<TradeDescription, "year" | "make" | "model" | "body" | "fuel" | "fourWheelDrive">;

/**
 * Cars like this one that are for sale or were sold: the same model, two years either side, and of the same body, fuel
 * and driven wheels where those are known. From the store's own stock, and from the market as it was imported.
 */
export async function comparableCars(rooftopId: string, car: Wanted, today: PlainDate): Promise<Comparable[]> {
  const { rows } = await database().query(
    `select "year", "mileage", "price", "sold", to_char("seenOn", 'YYYY-MM-DD') as "seenOn" from (
       select "year", "mileage", "price", "sold", "seenOn", "make", "model", "body", "fuel", "drivetrain"
         from "MarketListing" where "rooftopId" = $1
       union all
       select "year", "mileage", "sellingPrice", "status" = 'sold', case when "status" = 'sold' then "liveSince"::date else $2::date end,
              "make", "model", "body", "fuel", "drivetrain"
         from "Vehicle" where "rooftopId" = $1 and "condition" <> 'new'
     ) cars
     where lower("make") = lower($3) and lower("model") = lower($4) and "year" between $5 and $6
       and "seenOn" between $7::date and $2::date
       and ($8::text is null or "body" = $8) and ($9::text is null or "fuel" = $9)
       and ($10::boolean is null or ("drivetrain" in ('awd', '4wd')) = $10)
     order by "seenOn" desc, "price" limit ${MOST_COMPARABLES}`,
    [
      rooftopId,
      today,
      car.make.trim(),
      car.model.trim(),
      car.year - YEARS_EITHER_SIDE,
      car.year + YEARS_EITHER_SIDE,
      addDays(today, -SEEN_WITHIN_DAYS),
      car.body,
      car.fuel,
      car.fourWheelDrive,
    ],
  );
  return rows.map((row) => rowSchema.parse(row));
}
