import { z } from "zod";
import { lookersAt } from "#app/merchandising/stock-board.server";
import { chosenFact } from "#app/intake/fact-sheet";
import { readRecord } from "#app/intake/stock-record.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { DEAL_ACTOR, isLifecycleState, type LifecycleState } from "./vehicle-lifecycle";
import { stepReasons, type TimelineStep, type VehicleTimeline } from "./vehicle-timeline";

const HOUR_MS = 3_600_000;
/** A car that moved more often than this is a script's. */
const MOST_STEPS = 300;

const stepSchema = z.object({
  key: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  at: z.coerce.date(),
  actorId: z.string().nullable(),
  actorKind: z.string(),
  actorName: z.string().nullable(),
  reason: z.string().nullable(),
  dealId: z.string().nullable(),
  number: z.string().nullable(),
});
type Row = z.infer<typeof stepSchema>;

/** What the public list calls a state, and how the store's own way names it. */
const stateOf = (name: string | null): LifecycleState | null => {
  if (name === null) return null;
  if (name === "held") return "depositHeld";
  return isLifecycleState(name) ? name : null;
};

/** Both logs, the store's work and what deals did, as one; staff by their names of today. */
async function readSteps(rooftopId: string, stockNumber: string): Promise<Row[]> {
  const { rows } = await database().query(
    `select 'work:' || c."id" as "key", c."fromState" as "from", c."toState" as "to", c."at", c."actorId", 'staff' as "actorKind",
            c."actorName", c."reason", null as "dealId", null as "number"
       from "StockStateChange" c
      where c."stockNumber" = $1 and c."rooftopId" = $2 and c."actorId" is distinct from '${DEAL_ACTOR}'
     union all
     select 'deal:' || v."id", v."from", v."to", v."at", v."by"->>'id', v."by"->>'kind',
            coalesce(nullif(trim(concat(s."firstName", ' ', s."lastName")), ''), v."by"->>'firstName'), v."reason", v."dealId", d."number"
       from "VehicleTransition" v
       left join "StaffMember" s on s."id" = v."by"->>'id'
       left join "Deal" d on d."id" = v."dealId" and d."rooftopId" = $2
      where v."stockNumber" = $1
     order by "at", "key" limit ${MOST_STEPS}`,
    [stockNumber, rooftopId],
  );
  return rows.map((row) => stepSchema.parse(row));
}

function byOf({ actorKind, actorName }: Row): TimelineStep["by"] {
  if (actorKind === "customer") return "customer";
  if (actorKind === "system" || !actorName) return "system";
  return { name: actorName };
}

function stepOf(row: Row): TimelineStep | null {
  const to = stateOf(row.to);
  if (!to) return null;
  const reason = stepReasons.find((known) => known === row.reason) ?? null;
  return {
    key: row.key,
    from: stateOf(row.from),
    to,
    at: row.at.toISOString(),
    by: byOf(row),
    reason,
    note: reason ? "" : (row.reason ?? ""),
    deal: row.dealId && row.number ? { dealId: row.dealId, number: row.number } : null,
    hoursBefore: null,
  };
}

/** The whole life of one stock unit, oldest first; null where this store has no such unit. */
export async function vehicleTimeline(rooftopId: string, stockNumber: string): Promise<VehicleTimeline | null> {
  const record = await readRecord(rooftopId, stockNumber);
  if (!record) return null;
  const known = (await readSteps(rooftopId, stockNumber)).flatMap((row) => stepOf(row) ?? []);
  const acquiredAt = record.acquiredAt?.toISOString() ?? null;
  const hasStart = known.some(({ to }) => to === "acquired");
  const steps = acquiredAt && !hasStart ? [fromStockList(acquiredAt), ...known] : known;
  const between = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / HOUR_MS);
  const firstLive = steps.find(({ to }) => to === "live");
  const value = (field: string) => chosenFact(record.facts, field)?.value ?? "";
  return {
    stockNumber,
    name: ["year", "make", "model", "trim"].map(value).filter(Boolean).join(" ") || stockNumber,
    vin: record.vin ?? record.frameNumber ?? "",
    state: steps.at(-1)?.to ?? record.state,
    lookers: lookersAt(stockNumber),
    hoursToLive: acquiredAt && firstLive ? between(acquiredAt, firstLive.at) : null,
    hoursSinceAcquired: acquiredAt ? between(acquiredAt, now().toISOString()) : null,
    steps: steps.map((step, index) => {
      const before = steps[index - 1];
      return before ? { ...step, hoursBefore: between(before.at, step.at) } : step;
    }),
  };
}

/** Taken over from the list of stock: when it came is known, who took it in is not. */
const fromStockList = (at: string): TimelineStep => ({
  key: "acquired",
  from: null,
  to: "acquired",
  at,
  by: null,
  reason: null,
  note: "",
  deal: null,
  hoursBefore: null,
});
