import { randomUUID } from "node:crypto";
import { finalizeChecklist, openItems } from "#machines/jacket/finalize-checklist";
import { audienceOf } from "#machines/store/actor";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { readDealView } from "#app/deals/read-deal.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { readDeskRows } from "#app/realtime/desk-feed.server";
import type { FinanceQueueData } from "./desk-data";
import { financeGroup } from "./desk-order";
import { readerOf } from "./desk-page.server";
import { storeDress } from "./store-dress.server";

/** Each red-line count folds a deal that may be cold; the longest waits are counted first and there the queue ends. */
const MAX_COUNTED = 60;

/** Everything the finance desk's left column shows. */
export async function readFinanceQueue(person: StaffPerson): Promise<FinanceQueueData> {
  const { kind, staffId, rooftopId, role, firstName, lastName, seesCost } = person;
  const audience = audienceOf({ kind, staffId, rooftopId, role, firstName, lastName, seesCost });
  const [dress, all] = await Promise.all([storeDress(rooftopId), readDeskRows(rooftopId)]);
  const at = now();
  const rows = all.filter((row) => financeGroup(row, at) !== null);
  const today = storeDate(at, dress.timeZone);
  const waiting = rows
    .filter((row) => financeGroup(row, at) === "finalize")
    .toSorted((one, other) => Date.parse(one.waitingSince) - Date.parse(other.waitingSince))
    .slice(0, MAX_COUNTED);
  const redLines: Record<string, number> = {};
  for (const { dealId } of waiting) {
    const view = await readDealView(dealId, audience);
    if (view) redLines[dealId] = openItems(finalizeChecklist(view, today)).length;
  }
  return {
    storeName: dress.name,
    reader: readerOf(person),
    rows,
    redLines,
    editSeed: randomUUID(),
    now: at.toISOString(),
    rooftop: { timeZone: dress.timeZone, accent: null },
  };
}
