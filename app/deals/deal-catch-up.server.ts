import { applyDealEvent, type DealState } from "#machines/deal/apply-deal-event";
import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { publishSoon } from "./deal-feed.server";
import type { JournalRow } from "./deal-journal.server";
import { readJournalAfter } from "./read-journal.server";
import { advance, type HotDeal } from "./hot-deal.server";

/** Deals in one look at the journal. A server that comes back to a thousand open cards asks a few times. */
const DEALS_PER_LOOK = 500;

interface Waiter {
  promise: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

interface CatchUp {
  waiting: Map<HotDeal, Waiter>;
  looking: boolean;
}

const catchUp = remember<CatchUp>("dealCatchUp", () => ({ waiting: new Map(), looking: false }));

/**
 * Takes in what other servers wrote since this memory last heard, and publishes it as if it had happened here. All deals
 * that are asked for while one look at the journal is under way share the next one.
 */
export function catchUpWithJournal(deal: HotDeal): Promise<void> {
  const known = catchUp.waiting.get(deal);
  if (known) return known.promise;
  const waiter = {} as Waiter;
  waiter.promise = new Promise<void>((resolve, reject) => Object.assign(waiter, { resolve, reject }));
  // Some only want it done and look at the deal themselves afterwards.
  waiter.promise.catch(() => undefined);
  catchUp.waiting.set(deal, waiter);
  if (!catchUp.looking) void lookAll();
  return waiter.promise;
}

async function lookAll(): Promise<void> {
  catchUp.looking = true;
  try {
    while (catchUp.waiting.size > 0) {
      await new Promise(setImmediate);
      const turn = [...catchUp.waiting].slice(0, DEALS_PER_LOOK);
      for (const [deal] of turn) catchUp.waiting.delete(deal);
      await look(turn);
    }
  } finally {
    catchUp.looking = false;
  }
}

async function look(turn: [HotDeal, Waiter][]): Promise<void> {
  try {
    const found = await readJournalAfter(new Map(turn.map(([deal]) => [deal.dealId, deal.committed.revision])));
    for (const [deal, waiter] of turn) {
      try {
        takeIn(deal, found.get(deal.dealId) ?? []);
        waiter.resolve();
      } catch (error) {
        log.error({ err: error, dealId: deal.dealId }, "what another server wrote could not be taken in");
        waiter.reject(error);
      }
    }
  } catch (error) {
    for (const [, waiter] of turn) waiter.reject(error);
  }
}

function takeIn(deal: HotDeal, rows: readonly JournalRow[]): void {
  // A row of ours is on its way: the journal's index decides whether it was first, and asks again here if it was not.
  if (deal.tentative !== deal.committed) return;
  for (const row of rows) {
    if (row.revision <= deal.committed.revision) continue;
    const before: DealState = deal.committed;
    const after = applyDealEvent(before, row.event, { revision: row.revision, at: row.at, by: row.actor });
    const committed = { dealId: deal.dealId, row, before, after, fromElsewhere: true } as const;
    advance(deal, committed);
    publishSoon(committed);
  }
  deal.stale = false;
}
