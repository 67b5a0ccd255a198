import { z } from "zod";
import { centsSchema, optionalLongText } from "#machines/money/stored-value";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { decodeTyped, withCatalogue, withLive } from "./decode-into-sheet.server";
import { factValue, withUserFact, type FactSheet } from "./fact-sheet";
import { vehicleFields } from "./vehicle-fields";
import { liveRecalls } from "./nhtsa.server";
import { mergeRecon, suggestRecon } from "./recon-items";
import {
  changeRecord,
  insertRecord,
  noteStateChange,
  readRecord,
  type Cohort,
  type StaffName,
  type StockRecord,
} from "./stock-record.server";

export const takeInSchema = z.object({
  vin: z.string().max(60),
  condition: z.enum(["new", "certified", "used"]).default("used"),
  stockNumber: z.union([z.literal(""), z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)]).default(""),
  mileage: z.coerce.number().int().min(0).max(1_000_000).nullable().default(null),
  price: centsSchema.nullable().default(null),
  acquisitionCost: centsSchema.nullable().default(null),
  notes: optionalLongText.default(""),
  /** Fields that the file or the form states itself: a person's word. */
  stated: z.partialRecord(z.enum(vehicleFields), z.string().max(200)).default({}),
});
export type TakeIn = z.infer<typeof takeInSchema>;

export type TakeInRefusal =
  | { reason: "unreadable"; why: string }
  | { reason: "unknownMaker"; why: string }
  | { reason: "alreadyHere"; why: string }
  | { reason: "numberTaken"; why: string };

export type TakeInAnswer = { ok: true; stockNumber: string } | { ok: false; refusal: TakeInRefusal };

const prefixes = { new: "N", certified: "C", used: "U" } as const;

/** The next free number of its kind: a letter and a count, as the store's other cars have. */
async function nextStockNumber(tx: SqlExecutor, condition: keyof typeof prefixes): Promise<string> {
  const { rows } = await tx.query<{ last: number | null }>(
    `select max(substring("stockNumber" from 2)::int) as last from (
       select "stockNumber" from "Vehicle" union all select "stockNumber" from "MerchandisedVehicle") numbers
      where "stockNumber" ~ $1`,
    [`^${prefixes[condition]}[0-9]{4,7}$`],
  );
  return `${prefixes[condition]}${String(Math.max(2_700, rows[0]?.last ?? 0) + 1)}`;
}

async function standsHere(tx: SqlExecutor, rooftopId: string, vin: string): Promise<string | null> {
  const { rows } = await tx.query<{ stockNumber: string }>(
    `select "stockNumber" from "MerchandisedVehicle" where "rooftopId" = $1 and "vin" = $2
     union all select "stockNumber" from "Vehicle" where "vin" = $2 limit 1`,
    [rooftopId, vin],
  );
  return rows[0]?.stockNumber ?? null;
}

/**
 * Assisted and traditional take turns while the store's rules say so; null where they do not. The row's lock keeps two
 * cars that come at once apart, so that nobody chooses which way a car goes.
 */
async function assignCohort(tx: SqlExecutor, rooftopId: string): Promise<Cohort | null> {
  const { rows } = await tx.query<{ assigned: number }>(
    `update "MerchandisingRules" set "assigned" = "assigned" + 1
      where "rooftopId" = $1 and ("rules"->>'alternateAssignment')::boolean returning "assigned"`,
    [rooftopId],
  );
  if (!rows[0]) return null;
  return rows[0].assigned % 2 === 1 ? "assisted" : "traditional";
}

function sheetOf(wish: TakeIn, by: StaffName, at: string): FactSheet {
  let sheet: FactSheet = {};
  const say = (field: string, value: string) => {
    if (value.trim() !== "") sheet = withUserFact(sheet, field, value.trim(), by.name, at);
  };
  for (const [field, value] of Object.entries(wish.stated)) say(field, value ?? "");
  say("condition", wish.condition);
  if (wish.mileage !== null) say("mileage", String(wish.mileage));
  return sheet;
}

/**
 * One scan in: the number is decoded on this machine, the facts are filled, work is suggested, and the card stands on the
 * board. Inside the caller's transaction, so that a batch is taken in whole or not at all.
 */
export async function takeInWithin(
  tx: SqlExecutor,
  rooftopId: string,
  wish: TakeIn,
  by: StaffName,
): Promise<TakeInAnswer> {
  const { reading, decoded } = decodeTyped(wish.vin);
  if (reading.kind === "unreadable") return refused("unreadable", reading.reason);
  if (reading.kind === "vin" && !decoded) return refused("unknownMaker", reading.vin);
  const vin = reading.kind === "vin" ? reading.vin : null;
  const here = vin ? await standsHere(tx, rooftopId, vin) : null;
  if (here) return refused("alreadyHere", here);
  const at = now();
  const facts = withCatalogue(sheetOf(wish, by, at.toISOString()), decoded);
  const stockNumber = wish.stockNumber || (await nextStockNumber(tx, wish.condition));
  const record: StockRecord = {
    stockNumber,
    rooftopId,
    vin,
    frameNumber: reading.kind === "frameNumber" ? reading.frameNumber : null,
    state: "acquired",
    stateSince: at,
    acquiredAt: at,
    facts,
    notes: wish.notes,
    recon: suggestRecon(facts, null),
    recalls: null,
    price: wish.price,
    acquisitionCost: wish.acquisitionCost,
    authorId: by.staffId,
    authorName: by.name,
    assisted: decoded ? ["decode"] : [],
    cohort: await assignCohort(tx, rooftopId),
    score: null,
    version: 1,
  };
  if (!(await insertRecord(tx, record))) return refused("numberTaken", stockNumber);
  await noteStateChange(tx, { stockNumber, rooftopId, from: null, to: "acquired", at, by });
  return { ok: true, stockNumber };
}

const refused = (reason: TakeInRefusal["reason"], why: string): TakeInAnswer => ({
  ok: false,
  refusal: { reason, why },
});

/** Takes one vehicle in; whatever the public services know is merged in behind, and nobody waits for it. */
export async function takeInVehicle(rooftopId: string, wish: TakeIn, by: StaffName): Promise<TakeInAnswer> {
  const answer = await database().transaction((tx) => takeInWithin(tx, rooftopId, wish, by));
  if (answer.ok)
    refreshFromOutside(rooftopId, answer.stockNumber).catch((error: unknown) =>
      log.warn({ err: error, stockNumber: answer.stockNumber }, "a vehicle could not be looked up outside"),
    );
  return answer;
}

/** Decodes again, here and outside, and looks the recalls up. A person's word stays; work is suggested anew. */
export async function refreshFromOutside(rooftopId: string, stockNumber: string): Promise<void> {
  const record = await readRecord(rooftopId, stockNumber);
  if (!record) return;
  const { decoded } = record.vin ? decodeTyped(record.vin) : { decoded: null };
  const own = withCatalogue(record.facts, decoded);
  const found = record.vin ? await withLive(own, record.vin) : own;
  const [make, model, year] = ["make", "model", "year"].map((field) => factValue(found, field));
  const campaigns = make && model && year ? await liveRecalls(make, model, year) : null;
  await changeRecord(rooftopId, stockNumber, (newest) => {
    const facts = mergedFacts(newest.facts, found);
    const recalls = campaigns
      ? {
          source: "NHTSA",
          checkedAt: now().toISOString(),
          campaigns,
          verdicts: newest.recalls?.verdicts ?? [],
        }
      : newest.recalls;
    return { ...newest, facts, recalls, recon: mergeRecon(newest.recon, suggestRecon(facts, recalls)) };
  });
}

/** Machines' words from the look-up, people's from the newest record: somebody may have typed meanwhile. */
function mergedFacts(newest: FactSheet, found: FactSheet): FactSheet {
  const fields = new Set([...Object.keys(newest), ...Object.keys(found)]);
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const said = (newest[field] ?? []).filter(
        ({ source }) => source === "user" || source === "import" || source === "photo",
      );
      const machines = (found[field] ?? []).filter(
        ({ source }) => source !== "user" && source !== "import" && source !== "photo",
      );
      const entries = [...said, ...machines];
      return entries.length > 0 ? [[field, entries] as const] : [];
    }),
  );
}
