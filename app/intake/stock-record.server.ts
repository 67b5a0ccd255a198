import { z } from "zod";
import { centsSchema } from "#machines/money/stored-value";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { lifecycleStates } from "#app/publishing/vehicle-lifecycle";
import { factSheetSchema } from "./fact-sheet";
import { recallCheckSchema } from "./recall-check";
import { reconItemSchema } from "./recon-items";

/** Steps that a machine may have helped with: the tag by which cohorts are compared. */
export const assistedSteps = ["decode", "text", "photos"] as const;

/** Who writes about a car, while the store has the two ways take turns. */
export const cohorts = ["assisted", "traditional"] as const;
export type Cohort = (typeof cohorts)[number];

const recordSchema = z.object({
  stockNumber: z.string(),
  rooftopId: z.string(),
  vin: z.string().nullable(),
  frameNumber: z.string().nullable(),
  state: z.enum(lifecycleStates),
  stateSince: z.date(),
  acquiredAt: z.date().nullable(),
  facts: factSheetSchema,
  notes: z.string(),
  recon: z.array(reconItemSchema).max(60),
  recalls: recallCheckSchema.nullable(),
  price: centsSchema.nullable(),
  acquisitionCost: centsSchema.nullable(),
  authorId: z.string(),
  authorName: z.string(),
  assisted: z.array(z.enum(assistedSteps)).max(assistedSteps.length),
  cohort: z.enum(cohorts).nullable(),
  score: z.int().nullable(),
  version: z.int(),
});
/** A stock unit as merchandising keeps it. Holds what the store paid: never a payload as it is. */
export type StockRecord = z.infer<typeof recordSchema>;

export interface StaffName {
  staffId: string;
  name: string;
}

export const staffName = (person: { staffId: string; firstName: string; lastName: string }): StaffName => ({
  staffId: person.staffId,
  name: `${person.firstName} ${person.lastName}`,
});

export async function readRecord(
  rooftopId: string,
  stockNumber: string,
  tx: SqlExecutor = database(),
): Promise<StockRecord | null> {
  const { rows } = await tx.query(`select * from "MerchandisedVehicle" where "rooftopId" = $1 and "stockNumber" = $2`, [
    rooftopId,
    stockNumber,
  ]);
  return rows[0] ? recordSchema.parse(rows[0]) : null;
}

export async function readRecords(rooftopId: string): Promise<StockRecord[]> {
  const { rows } = await database().query(
    `select * from "MerchandisedVehicle" where "rooftopId" = $1 order by "stockNumber"`,
    [rooftopId],
  );
  return rows.map((row) => recordSchema.parse(row));
}

export async function insertRecord(tx: SqlExecutor, record: StockRecord): Promise<boolean> {
  const { rows } = await tx.query(
    `insert into "MerchandisedVehicle" ("stockNumber","rooftopId","vin","frameNumber","state","stateSince","acquiredAt",
       "facts","notes","recon","recalls","price","acquisitionCost","authorId","authorName","assisted","cohort","version")
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,1) on conflict do nothing returning "stockNumber"`,
    [
      record.stockNumber,
      record.rooftopId,
      record.vin,
      record.frameNumber,
      record.state,
      record.stateSince.toISOString(),
      record.acquiredAt?.toISOString() ?? null,
      JSON.stringify(factSheetSchema.parse(record.facts)),
      record.notes,
      JSON.stringify(record.recon),
      record.recalls ? JSON.stringify(record.recalls) : null,
      record.price,
      record.acquisitionCost,
      record.authorId,
      record.authorName,
      JSON.stringify(record.assisted),
      record.cohort,
    ],
  );
  return rows.length > 0;
}

/** Writes a changed record over the version it was read at; false where somebody else was first. */
export async function saveRecord(record: StockRecord, tx: SqlExecutor = database()): Promise<boolean> {
  const { rows } = await tx.query(
    `update "MerchandisedVehicle" set "state" = $3, "stateSince" = $4, "facts" = $5, "notes" = $6, "recon" = $7,
       "recalls" = $8, "price" = $9, "acquisitionCost" = $10, "assisted" = $11, "score" = $12, "version" = "version" + 1
     where "stockNumber" = $1 and "version" = $2 returning "stockNumber"`,
    [
      record.stockNumber,
      record.version,
      record.state,
      record.stateSince.toISOString(),
      JSON.stringify(factSheetSchema.parse(record.facts)),
      record.notes,
      JSON.stringify(record.recon),
      record.recalls ? JSON.stringify(record.recalls) : null,
      record.price,
      record.acquisitionCost,
      JSON.stringify(record.assisted),
      record.score,
    ],
  );
  return rows.length > 0;
}

/** How often a change is tried again on the newest record before it is given up. */
const TRIES = 12;

/** Reads, changes and writes a record; on a race it changes the newer one instead, so that nobody's word is lost. */
export async function changeRecord(
  rooftopId: string,
  stockNumber: string,
  change: (record: StockRecord) => StockRecord,
): Promise<StockRecord | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const record = await readRecord(rooftopId, stockNumber);
    if (!record) return null;
    const changed = change(record);
    if (await saveRecord(changed)) return { ...changed, version: changed.version + 1 };
  }
  throw new Error(`${stockNumber} is changed by too many at once`);
}

export async function noteStateChange(
  tx: SqlExecutor,
  change: {
    stockNumber: string;
    rooftopId: string;
    from: string | null;
    to: string;
    at: Date;
    by: StaffName;
    reason?: string;
  },
): Promise<void> {
  await tx.query(
    `insert into "StockStateChange" ("stockNumber","rooftopId","fromState","toState","at","actorId","actorName","reason")
     values ($1,$2,$3,$4,$5,$6,$7,$8)`,
    [
      change.stockNumber,
      change.rooftopId,
      change.from,
      change.to,
      change.at.toISOString(),
      change.by.staffId,
      change.by.name,
      change.reason ?? "",
    ],
  );
}
