import { randomUUID } from "node:crypto";
import { applyDealEvent } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { type Refusal, refuse } from "#machines/deal/deal-refusals";
import { parseStoredEvent } from "#machines/deal/stored-deal";
import type { PlainDate } from "#machines/money/plain-date";
import { type Actor, actorRef } from "#machines/store/actor";
import { now } from "#app/platform/clock.server";
import { database, type SqlExecutor, uniqueViolation } from "#app/platform/database.server";
import { publishDealEvent } from "./deal-feed.server";
import { insertRows, type JournalRow } from "./deal-journal.server";
import { dealResolvers } from "./deal-resolvers.server";
import { storeDate } from "./store-date";

/** The first deal of a store is number 1001: three digits look like a store that has just opened. */
const FIRST_NUMBER = 1_001;
const MAX_TRIES = 5;

export interface DealStart {
  rooftopId: string;
  stockNumber: string | null;
  actor: Actor;
  startedFrom: "vehiclePage" | "walkIn";
  /** The shopper whose card it becomes, if one stands behind it. */
  shopperId?: string;
}

/**
 * Begins a deal: its row, its first journal row and the shopper's access in one transaction.
 * Nothing is asked of the person; the store's policy and the vehicle are pinned as they are now.
 */
export async function startDeal(start: DealStart): Promise<{ dealId: string } | { refusal: Refusal }> {
  const resolvers = dealResolvers();
  const policy = await resolvers.policy(start.rooftopId);
  if (!policy) return { refusal: refuse("vehicleUnavailable") };
  const at = now();
  const contractDate = storeDate(at, policy.timeZone) as PlainDate;
  const vehicle = start.stockNumber ? await resolvers.vehicle(start.rooftopId, start.stockNumber, contractDate) : null;
  const isHeld = start.stockNumber !== null && (await resolvers.holder(start.stockNumber)) !== null;
  if ((start.stockNumber && !vehicle) || isHeld) return { refusal: refuse("vehicleUnavailable") };

  const dealId = `d-${randomUUID()}`;
  for (let attempt = 1; ; attempt++) {
    try {
      const row = await database().transaction(async (tx) => {
        const dealNumber = await nextNumber(tx, start.rooftopId, policy.name);
        const event: DealEvent = parseStoredEvent({
          type: "deal.started",
          dealId,
          dealNumber,
          startedFrom: start.startedFrom,
          contractDate,
          store: policy,
          vehicle,
        });
        await insertDeal(tx, start, { dealId, dealNumber, at });
        const first = firstRow(dealId, event, start.actor, at.toISOString());
        await insertRows(tx, [first]);
        return first;
      });
      const after = applyDealEvent(null, row.event, { revision: 1, at: row.at, by: row.actor });
      publishDealEvent({ dealId, row, before: null, after });
      return { dealId };
    } catch (error) {
      // The index on store and number has the last word, whatever wrote the other row.
      if (!uniqueViolation(error) || attempt === MAX_TRIES) throw error;
    }
  }
}

async function insertDeal(
  tx: SqlExecutor,
  { rooftopId, stockNumber, shopperId }: DealStart,
  { dealId, dealNumber, at }: { dealId: string; dealNumber: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into "Deal" ("id","number","rooftopId","createdAt","updatedAt","stockNumber") values ($1,$2,$3,$4,$4,$5)`,
    [dealId, dealNumber, rooftopId, at.toISOString(), stockNumber],
  );
  if (shopperId)
    await tx.query(`insert into "DealAccess" ("dealId","shopperId","grantedAt") values ($1,$2,$3)`, [
      dealId,
      shopperId,
      at.toISOString(),
    ]);
}

/** One after the highest so far. The store's row is locked for it: deals begun in the same instant take turns. */
async function nextNumber(tx: SqlExecutor, rooftopId: string, storeName: string): Promise<string> {
  await tx.query(`select 1 from "Rooftop" where "id" = $1 for no key update`, [rooftopId]);
  const { rows } = await tx.query<{ highest: number | null }>(
    `select max(substring("number" from '-([0-9]{1,9})$')::int) as highest from "Deal" where "rooftopId" = $1`,
    [rooftopId],
  );
  const initials = storeName
    .split(/\s+/)
    .map((word) => word[0]?.toUpperCase() ?? "")
    .join("")
    .slice(0, 3);
  return `${initials}-${Math.max(FIRST_NUMBER, (rows[0]?.highest ?? 0) + 1)}`;
}

const firstRow = (dealId: string, event: DealEvent, actor: Actor, at: string): JournalRow => ({
  dealId,
  revision: 1,
  editId: `start:${dealId}`,
  editHash: "start",
  at,
  actor: actorRef(actor),
  event,
});
