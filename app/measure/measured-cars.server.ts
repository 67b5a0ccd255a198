import { z } from "zod";
import type { Cents } from "#machines/money/cents";
import { chosenFact, factSheetSchema } from "#app/intake/fact-sheet";
import { cohorts, type Cohort } from "#app/intake/stock-record.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { lifecycleStates, type LifecycleState } from "#app/publishing/vehicle-lifecycle";
import type { StateChanges } from "./state-changes.server";
import { vehicleOutcomes, type VehicleOutcome } from "./vehicle-outcomes.server";

const DAY_MS = 86_400_000;

/** One car with everything that is counted of it. */
export interface MeasuredCar extends VehicleOutcome {
  stockNumber: string;
  name: string;
  body: string;
  year: number | null;
  condition: string;
  state: LifecycleState;
  /** Which way its words were made: as assigned, or as it came about. Null: it was on sale before. */
  way: Cohort | null;
  /** From acquired to live; null where either is not known. */
  daysToLive: number | null;
  /** From live to sold, or to now. */
  daysOnSale: number | null;
  isSold: boolean;
  seconds: number;
  score: number | null;
  views: number;
  galleryClicks: number;
  sessionSeconds: number;
  /** Days on sale at the store's own rate; null for eyes without costs. */
  holding: Cents | null;
}

const rowSchema = z.object({
  stockNumber: z.string(),
  state: z.enum(lifecycleStates),
  acquiredAt: z.date().nullable(),
  assisted: z.array(z.string()),
  cohort: z.enum(cohorts).nullable(),
  score: z.int().nullable(),
  facts: factSheetSchema,
  seconds: z.number(),
  views: z.number(),
  galleryClicks: z.number(),
  sessionSeconds: z.number(),
});

async function readRows(rooftopId: string, since: Date) {
  const { rows } = await database().query(
    `select m."stockNumber", m."state", m."acquiredAt", m."assisted", m."cohort", m."score", m."facts",
       coalesce(w."seconds", 0)::int as "seconds", coalesce(i."views", 0)::int as "views",
       coalesce(i."galleryClicks", 0)::int as "galleryClicks", coalesce(i."sessionSeconds", 0)::int as "sessionSeconds"
      from "MerchandisedVehicle" m
      left join (select "stockNumber", sum("seconds") as "seconds" from "MerchandisingMinutes"
                  where "rooftopId" = $1 group by "stockNumber") w on w."stockNumber" = m."stockNumber"
      left join (select "stockNumber", sum("views") as "views", sum("galleryClicks") as "galleryClicks",
                        sum("sessionSeconds") as "sessionSeconds" from "StockInterest"
                  where "rooftopId" = $1 and "day" > $2 group by "stockNumber") i on i."stockNumber" = m."stockNumber"
     where m."rooftopId" = $1 and (m."acquiredAt" is null or m."acquiredAt" > $2) order by m."stockNumber"`,
    [rooftopId, since.toISOString()],
  );
  return rows.map((row) => rowSchema.parse(row));
}

/** A car that nobody assigned counts by what happened: were its words a machine's first? */
function wayOf({ acquiredAt, cohort, assisted }: z.infer<typeof rowSchema>): Cohort | null {
  if (cohort) return cohort;
  if (acquiredAt === null) return null;
  return assisted.includes("text") ? "assisted" : "traditional";
}

/** Every car of the window with its counts and what came of it. */
export async function measuredCars(
  rooftopId: string,
  { since, changes, holdingCentsPerDay }: { since: Date; changes: StateChanges; holdingCentsPerDay: Cents | null },
): Promise<MeasuredCar[]> {
  const outcomeOf = await vehicleOutcomes(rooftopId, since, holdingCentsPerDay !== null);
  return (await readRows(rooftopId, since)).map((row) => {
    const { stockNumber, state, acquiredAt, facts, seconds, score, views, galleryClicks, sessionSeconds } = row;
    const fact = (field: string) => chosenFact(facts, field)?.value ?? "";
    const live = changes.first(stockNumber, "live");
    const sold = changes.first(stockNumber, "sold");
    const daysOnSale = live ? Math.max(0, ((sold ?? now()).getTime() - live.getTime()) / DAY_MS) : null;
    return {
      stockNumber,
      name: ["year", "make", "model", "trim"].map(fact).filter(Boolean).join(" ") || stockNumber,
      body: fact("body"),
      year: Number(fact("year")) || null,
      condition: fact("condition"),
      state,
      way: wayOf(row),
      daysToLive: live && acquiredAt ? (live.getTime() - acquiredAt.getTime()) / DAY_MS : null,
      daysOnSale,
      isSold: sold !== null,
      seconds,
      score,
      views,
      galleryClicks,
      sessionSeconds,
      holding:
        holdingCentsPerDay === null || daysOnSale === null
          ? null
          : ((Math.round(daysOnSale) * holdingCentsPerDay) as Cents),
      ...outcomeOf(stockNumber),
    };
  });
}
