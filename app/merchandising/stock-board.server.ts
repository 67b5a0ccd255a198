import type { PlainDate } from "#machines/money/plain-date";
import { storePolicySchema, type StorePolicy } from "#machines/store/store-policy";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { forEachBreathing } from "#app/platform/breathe.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { hasChanged, neverSeen, seeAgain, type Sight } from "#app/platform/sight.server";
import { parseStockVehicle, stockColumns, type PriceStep, type StockVehicle } from "./stock-vehicle.server";

/** How long a page may lag behind the database when another process changed it; a change made here is seen at once. */
const LOOK_AGAIN_MS = 1_000;
/** A deal nobody touched for two weeks is not a shopper who is looking. */
const LOOKING_DAYS = 14;

/** One store's public stock, in memory: what every page, search and comparison is made from. */
export interface StockBoard {
  rooftopId: string;
  policy: StorePolicy;
  /** The store's calendar day, which dates every estimate on its pages. */
  today: PlainDate;
  /** Changes with any change of a vehicle or of the policy. */
  version: string;
  /** Live and held; sold ones keep only their own page. */
  vehicles: readonly StockVehicle[];
  byStockNumber: ReadonlyMap<string, StockVehicle>;
  /** Every price a vehicle was advertised at, oldest first. */
  prices: ReadonlyMap<string, readonly PriceStep[]>;
  /** Whatever was worked out from exactly this board. */
  derived: Map<string, unknown>;
}

interface Shelf {
  board: StockBoard | null;
  /** Open deals by stock number. */
  lookers: ReadonlyMap<string, number>;
  sight: Sight;
}

const shelf = remember<Shelf>("stockBoard", () => ({ board: null, lookers: new Map(), sight: neverSeen() }));

/** The store whose cars the public pages show: the first one set up. */
async function publicRooftop() {
  const { rows } = await database().query<{ id: string; rowVersion: string }>(
    `select "id", xmin::text as "rowVersion" from "Rooftop" order by "createdAt", "id" limit 1`,
  );
  return rows[0] ?? null;
}

async function stockFingerprint(rooftopId: string): Promise<string> {
  const { rows } = await database().query<{ fingerprint: string | null }>(
    `select md5(string_agg("stockNumber" || ':' || xmin::text, ',' order by "stockNumber")) as fingerprint
       from "Vehicle" where "rooftopId" = $1`,
    [rooftopId],
  );
  return rows[0]?.fingerprint ?? "empty";
}

async function countLookers(rooftopId: string): Promise<ReadonlyMap<string, number>> {
  const since = new Date(now().getTime() - LOOKING_DAYS * 86_400_000);
  const { rows } = await database().query<{ stockNumber: string; count: number }>(
    `select "stockNumber", count(*)::int as count from "Deal"
      where "rooftopId" = $1 and "life" = 'open' and "stockNumber" is not null and "updatedAt" > $2
      group by "stockNumber"`,
    [rooftopId, since.toISOString()],
  );
  return new Map(rows.map(({ stockNumber, count }) => [stockNumber, count]));
}

async function readPolicy(rooftopId: string): Promise<StorePolicy> {
  const { rows } = await database().query<{ policy: unknown }>(`select "policy" from "Rooftop" where "id" = $1`, [
    rooftopId,
  ]);
  return storePolicySchema.parse(rows[0]?.policy);
}

/** Rows of one query: a whole stock at once would stop everybody for a second. */
const ROWS_AT_ONCE = 250;

/** A record that has not changed stays the object it was, with everything that was worked out from it. */
async function readVehicles(rooftopId: string, known: StockBoard["byStockNumber"]): Promise<StockVehicle[]> {
  const { rows } = await database().query<{ stockNumber: string; rowVersion: string }>(
    `select "stockNumber", xmin::text as "rowVersion" from "Vehicle"
      where "rooftopId" = $1 and "status" in ('live', 'held', 'sold') order by "liveSince" desc, "stockNumber"`,
    [rooftopId],
  );
  const kept = rows.map(({ stockNumber, rowVersion }) => {
    const before = known.get(stockNumber);
    return before?.rowVersion === rowVersion ? before : null;
  });
  const changed = rows.filter((_, at) => kept[at] === null).map(({ stockNumber }) => stockNumber);
  const read = await readChanged(rooftopId, changed);
  return rows.flatMap(({ stockNumber }, at) => kept[at] ?? read.get(stockNumber) ?? []);
}

async function readChanged(rooftopId: string, stockNumbers: readonly string[]): Promise<Map<string, StockVehicle>> {
  const read = new Map<string, StockVehicle>();
  for (let from = 0; from < stockNumbers.length; from += ROWS_AT_ONCE) {
    const { rows } = await database().query<{ stockNumber: string }>(
      `select ${stockColumns}, xmin::text as "rowVersion" from "Vehicle"
        where "rooftopId" = $1 and "stockNumber" = any($2::text[]) and "status" in ('live', 'held', 'sold')`,
      [rooftopId, stockNumbers.slice(from, from + ROWS_AT_ONCE)],
    );
    await forEachBreathing(rows, (row) => {
      try {
        read.set(row.stockNumber, parseStockVehicle(rooftopId, row));
      } catch (error) {
        // One broken record must not close the store; its own page is a 404 until somebody mends it.
        log.error({ err: error, stockNumber: row.stockNumber }, "a vehicle's record cannot be read");
      }
    });
  }
  return read;
}

async function readPrices(rooftopId: string): Promise<ReadonlyMap<string, readonly PriceStep[]>> {
  const { rows } = await database().query<PriceStep & { stockNumber: string }>(
    `select p."stockNumber", p."at", p."sellingPrice" from "VehiclePriceChange" p
       join "Vehicle" v on v."stockNumber" = p."stockNumber"
      where v."rooftopId" = $1 order by p."at", p."id"`,
    [rooftopId],
  );
  const prices = new Map<string, PriceStep[]>();
  for (const { stockNumber, at, sellingPrice } of rows) {
    const steps = prices.get(stockNumber);
    if (steps) steps.push({ at, sellingPrice });
    else prices.set(stockNumber, [{ at, sellingPrice }]);
  }
  return prices;
}

type BoardKey = Pick<StockBoard, "rooftopId" | "version" | "today" | "policy">;

async function readBoard(key: BoardKey, before: StockBoard | null): Promise<StockBoard> {
  // Figures rest on the policy and the day as well: when those change, everything is worked out anew.
  const isSameDay = before?.policy === key.policy && before.today === key.today;
  const all = await readVehicles(key.rooftopId, isSameDay ? before.byStockNumber : new Map());
  return {
    ...key,
    vehicles: all.filter(({ status }) => status !== "sold"),
    prices: await readPrices(key.rooftopId),
    byStockNumber: new Map(all.map((vehicle) => [vehicle.stockNumber, vehicle])),
    derived: new Map(),
  };
}

async function look(): Promise<void> {
  const rooftop = await publicRooftop();
  if (!rooftop) {
    shelf.board = null;
    return;
  }
  const [stock, lookers] = [await stockFingerprint(rooftop.id), await countLookers(rooftop.id)];
  shelf.lookers = lookers;
  const policyVersion = `${rooftop.id}:${rooftop.rowVersion}`;
  const known = shelf.board;
  const policy = known?.version.startsWith(`${policyVersion}/`) ? known.policy : await readPolicy(rooftop.id);
  const today = storeDate(now(), policy.timeZone) as PlainDate;
  const version = `${policyVersion}/${today}/${stock}`;
  if (known?.version !== version) {
    shelf.board = await readBoard({ rooftopId: rooftop.id, version, today, policy }, known);
  }
}

/** The public store's stock as it is now, or a second ago; null while there is no store. */
export async function stockBoard(): Promise<StockBoard | null> {
  await seeAgain(shelf.sight, shelf.board ? LOOK_AGAIN_MS : 0, look);
  return shelf.board;
}

/** Someone here sold, held or repriced a vehicle, or opened a deal: the next page looks again. */
export function stockChanged(): void {
  hasChanged(shelf.sight);
}

/** How many open deals are about this vehicle. */
export const lookersAt = (stockNumber: string): number => shelf.lookers.get(stockNumber) ?? 0;

const ofVehicles = new WeakMap<StockVehicle, Map<string, unknown>>();

/** Works something out once for as long as this vehicle's record stands, whatever happens to the others. */
export function ofVehicle<T>(vehicle: StockVehicle, key: string, make: () => T): T {
  let known = ofVehicles.get(vehicle);
  if (!known) ofVehicles.set(vehicle, (known = new Map()));
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** Works something out once for as long as this board stands. */
export function derived<T>(board: StockBoard, key: string, make: () => T): T {
  if (!board.derived.has(key)) board.derived.set(key, make());
  return board.derived.get(key) as T;
}
