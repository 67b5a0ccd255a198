import type { Cents } from "#machines/money/cents";
import { storeGross } from "#app/deal-card/staff/store-gross";
import { readDealView } from "#app/deals/read-deal.server";
import { database } from "#app/platform/database.server";
import { remember } from "#app/platform/remember.server";

/** What came of a car: who asked about it, who drove it, and what its contract earned. */
export interface VehicleOutcome {
  /** Deals that shoppers began on its page, and addresses left to hear when it is free. */
  leads: number;
  /** Deals with a test drive booked. */
  drives: number;
  /** Signed contracts. */
  deals: number;
  /** Front gross of its contracts, as the core works it out; null while there is none. */
  gross: Cents | null;
}

const noOutcome: VehicleOutcome = { leads: 0, drives: 0, deals: 0, gross: null };

/** A contract's gross does not change with the same revision of its deal. */
const MOST_KEPT = 2_000;
const kept = remember("contractGross", () => new Map<string, Cents | null>());

async function grossOf(dealId: string, revision: number): Promise<Cents | null> {
  const key = `${dealId}/${revision}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const view = await readDealView(dealId, "finance");
  const earned = view && storeGross(view);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, earned?.frontGross ?? null);
  return earned?.frontGross ?? null;
}

interface Counted {
  stockNumber: string;
  count: number;
}

async function readLeads(rooftopId: string, since: Date): Promise<Counted[]> {
  const { rows } = await database().query<Counted>(
    `select "stockNumber", count(*)::int as "count" from (
       select j."event"->'vehicle'->>'stockNumber' as "stockNumber" from "Deal" d
         join "JournalEntry" j on j."dealId" = d."id" and j."revision" = 1
        where d."rooftopId" = $1 and d."createdAt" > $2 and j."event"->>'startedFrom' = 'vehiclePage'
       union all
       select w."stockNumber" from "VehicleWait" w join "Vehicle" v on v."stockNumber" = w."stockNumber"
        where v."rooftopId" = $1 and w."createdAt" > $2) asked
      where "stockNumber" is not null group by "stockNumber"`,
    [rooftopId, since.toISOString()],
  );
  return rows;
}

async function readDrives(rooftopId: string, since: Date): Promise<Counted[]> {
  const { rows } = await database().query<Counted>(
    `select "stockNumber", count(distinct "dealId")::int as "count" from "TestDriveBooking"
      where "rooftopId" = $1 and "createdAt" > $2 group by "stockNumber"`,
    [rooftopId, since.toISOString()],
  );
  return rows;
}

async function readContracts(rooftopId: string, since: Date) {
  const { rows } = await database().query<{ id: string; stockNumber: string; revision: number }>(
    `select "id", "stockNumber", "summaryRevision" as "revision" from "Deal"
      where "rooftopId" = $1 and "createdAt" > $2 and "life" in ('contracted', 'delivered') and "stockNumber" is not null`,
    [rooftopId, since.toISOString()],
  );
  return rows;
}

/** What came of every car that anything came of. `withGross` is for those who may see what the store earns. */
export async function vehicleOutcomes(rooftopId: string, since: Date, withGross: boolean) {
  const outcomes = new Map<string, VehicleOutcome>();
  const add = (stockNumber: string, more: Partial<VehicleOutcome>) =>
    outcomes.set(stockNumber, { ...(outcomes.get(stockNumber) ?? noOutcome), ...more });
  for (const { stockNumber, count } of await readLeads(rooftopId, since)) add(stockNumber, { leads: count });
  for (const { stockNumber, count } of await readDrives(rooftopId, since)) add(stockNumber, { drives: count });
  for (const { id, stockNumber, revision } of await readContracts(rooftopId, since)) {
    const { deals, gross } = outcomes.get(stockNumber) ?? noOutcome;
    const earned = withGross ? await grossOf(id, revision) : null;
    add(stockNumber, { deals: deals + 1, gross: earned === null ? gross : (((gross ?? 0) + earned) as Cents) });
  }
  return (stockNumber: string): VehicleOutcome => outcomes.get(stockNumber) ?? noOutcome;
}
