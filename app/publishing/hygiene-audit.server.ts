import { z } from "zod";
import { storeDate } from "#app/deals/store-date";
import { groundsOf } from "#app/descriptions/grounds-of-record";
import { readRecords, type StockRecord } from "#app/intake/stock-record.server";
import { chosenFact, type FactSource } from "#app/intake/fact-sheet";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { readVin } from "#app/vin/vin-number";
import { feedReports } from "./feeds/build-feeds.server";
import { workStates, type LifecycleState } from "./vehicle-lifecycle";

export const hygieneCodes = [
  "invalidVin",
  "checkDigit",
  "mileageDrop",
  "missingTrim",
  "noPrice",
  "noPhoto",
  "staleCheck",
  "feedReject",
  "duplicateVin",
  "noModel",
] as const;
const findingSchema = z.strictObject({
  stockNumber: z.string(),
  code: z.enum(hygieneCodes),
  about: z.string(),
  source: z.string(),
});
export type HygieneFinding = z.infer<typeof findingSchema>;
export const hygieneAuditSchema = z.object({ at: z.date(), day: z.string(), findings: z.array(findingSchema) });
export type HygieneAudit = z.infer<typeof hygieneAuditSchema>;

const STALE_RECALL_DAYS = 7;
const DAY_MS = 86_400_000;
const concerns = (state: LifecycleState) =>
  state === "live" || (workStates as readonly LifecycleState[]).includes(state);

function findingsOf(record: StockRecord, at: Date): HygieneFinding[] {
  const car = groundsOf(record);
  const found: HygieneFinding[] = [];
  const note = (code: HygieneFinding["code"], about = "", source: FactSource | "" = "") =>
    found.push({ stockNumber: record.stockNumber, code, about, source });
  const reading = record.vin ? readVin(record.vin) : null;
  if (!record.frameNumber && reading?.kind !== "vin") note("invalidVin", record.vin ?? "");
  else if (reading?.kind === "vin" && !reading.checkDigit.isRight && !reading.isEuropean)
    note("checkDigit", reading.vin);
  if (!car.model) note("noModel", "", chosenFact(record.facts, "make")?.source ?? "");
  else if (!car.trim) note("missingTrim", "", chosenFact(record.facts, "model")?.source ?? "");
  if (record.state === "live" && !car.price) note("noPrice");
  const readings = (record.facts.mileage ?? [])
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ value }) => Number(value));
  if (readings.some((miles, index) => index > 0 && miles < (readings[index - 1] ?? 0)))
    note("mileageDrop", readings.join(" → "), "user");
  const checked = record.recalls?.checkedAt;
  if (checked && at.getTime() - new Date(checked).getTime() > STALE_RECALL_DAYS * DAY_MS)
    note("staleCheck", checked.slice(0, 10));
  return found;
}

/** Looks over a whole stock and keeps what it found, one row a day. */
export async function runHygieneAudit(rooftopId: string, timeZone: string): Promise<HygieneFinding[]> {
  const at = now();
  const records = (await readRecords(rooftopId)).filter(({ state }) => concerns(state));
  const findings = records.flatMap((record) => findingsOf(record, at));
  const live = new Set(records.filter(({ state }) => state === "live").map(({ stockNumber }) => stockNumber));
  for (const { channel, leftOut } of await feedReports(rooftopId))
    for (const { stockNumber, reason } of leftOut) {
      if (!live.has(stockNumber) || reason === "takenDown" || reason === "held") continue;
      findings.push({
        stockNumber,
        code: reason === "noPhoto" ? "noPhoto" : "feedReject",
        about: `${channel}: ${reason}`,
        source: "",
      });
    }
  await database().query(
    `insert into "HygieneAudit" ("rooftopId","day","at","findings") values ($1,$2,$3,$4)
     on conflict ("rooftopId","day") do update set "at" = excluded."at", "findings" = excluded."findings"`,
    [rooftopId, storeDate(at, timeZone), at.toISOString(), JSON.stringify(findings)],
  );
  return findings;
}

export async function latestAudit(rooftopId: string): Promise<HygieneAudit | null> {
  const { rows } = await database().query(
    `select "at", "day", "findings" from "HygieneAudit" where "rooftopId" = $1 order by "day" desc limit 1`,
    [rooftopId],
  );
  return rows[0] ? hygieneAuditSchema.parse(rows[0]) : null;
}
