import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealStateAt } from "#app/deals/read-deal.server";
import { noteStateChange, readRecord, saveRecord } from "#app/intake/stock-record.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { Fault } from "#app/platform/fault";
import { enqueue } from "#app/platform/jobs.server";
import { syncChannels } from "./sync-channels.server";
import { DEAL_ACTOR, type LifecycleState, mayFollowDeal } from "./vehicle-lifecycle";

/** What a contract did to its car, as the store's board says it. A car that was brought back is looked at again. */
const stateAfter = {
  sold: "sold",
  delivered: "delivered",
  unsold: "live",
  returned: "inReview",
} as const satisfies Record<string, LifecycleState>;

/** Somebody may have moved the card meanwhile: it is read again. */
const TRIES = 3;

/**
 * The card on the merchandising board follows its car's deal, and every channel hears of it. A card that never went public
 * by the board, and one that stands there already, stays as it is: runs at least once.
 */
export async function followContract(dealId: string, revision: number, what: keyof typeof stateAfter): Promise<void> {
  const state = await readDealStateAt(dealId, revision);
  assert(state, "a car is moved by a revision of its deal");
  const { vehicle, identity, store } = contextOf(state);
  const stockNumber = vehicle.vehicle?.stockNumber;
  if (!stockNumber) return;
  for (let attempt = 0; attempt < TRIES; attempt++)
    if (await moved({ rooftopId: store.rooftopId, stockNumber, number: identity.dealNumber }, stateAfter[what])) return;
  throw new Fault(`${stockNumber} is moved by too many at once.`, { code: "busy", retryable: true });
}

interface Car {
  rooftopId: string;
  stockNumber: string;
  /** The deal, for the log. */
  number: string;
}

async function moved({ rooftopId, stockNumber, number }: Car, to: LifecycleState): Promise<boolean> {
  const record = await readRecord(rooftopId, stockNumber);
  if (!record || record.state === to || !mayFollowDeal(record.state, to)) return true;
  const at = now();
  const by = { staffId: DEAL_ACTOR, name: number };
  return database().transaction(async (tx) => {
    if (!(await saveRecord({ ...record, state: to, stateSince: at }, tx))) return false;
    await noteStateChange(tx, { stockNumber, rooftopId, from: record.state, to, at, by });
    await enqueue(syncChannels, { rooftopId, stockNumber }, { tx });
    return true;
  });
}
