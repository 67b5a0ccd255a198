import { applyDealEvent, contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { type DealChange, dealChange } from "#machines/deal/deal-changes";
import type { DealView } from "#machines/deal/deal-view";
import { toldAs } from "#machines/deal/told-event";
import { viewOf } from "#machines/deal/view-of-deal";
import type { Audience } from "#machines/store/actor";
import { remember } from "#app/platform/remember.server";
import { readJournal } from "./read-journal.server";
import { newestDeal } from "./hot-deals.server";

/** Histories kept folded in memory; the least recently read leaves first. */
const KEPT_HISTORIES = 200;

interface FoldedHistory {
  state: DealState;
  changes: DealChange[];
}

const histories = remember("dealHistories", () => new Map<string, FoldedHistory>());

/** The committed card as one audience may have it; null when there is no such deal. */
export async function readDealView(dealId: string, audience: Audience): Promise<DealView | null> {
  const deal = await newestDeal(dealId);
  return deal && viewOf(deal.committed, audience);
}

/** The committed state itself, for features that draw from it on the server. Never leaves the process unprojected. */
export async function readDealState(dealId: string): Promise<DealState | null> {
  return (await newestDeal(dealId))?.committed ?? null;
}

/** The deal at a past revision, folded from its journal. */
export async function readDealStateAt(dealId: string, revision: number): Promise<DealState | null> {
  let state: DealState | null = null;
  for (const row of await readJournal(dealId, 0, revision))
    state = applyDealEvent(state, row.event, { revision: row.revision, at: row.at, by: row.actor });
  return state;
}

/** Everything that happened as this audience is told it, oldest first, with what each change did to the numbers. */
export async function readDealChanges(dealId: string, audience: Audience): Promise<DealChange[]> {
  const deal = await newestDeal(dealId);
  if (!deal) return [];
  const key = `${audience}:${dealId}`;
  const folded = histories.get(key);
  const changes = folded ? [...folded.changes] : [];
  let state: DealState | null = folded?.state ?? null;
  for (const row of await readJournal(dealId, state?.revision ?? 0, deal.committed.revision)) {
    const before: DealState | null = state;
    state = applyDealEvent(before, row.event, { revision: row.revision, at: row.at, by: row.actor });
    const told = toldAs(row.event, contextOf(state), audience);
    if (!told) continue;
    const after = viewOf(state, audience);
    const meta = { revision: row.revision, at: row.at, by: { ...row.actor, id: "" } };
    changes.push(dealChange(before ? viewOf(before, audience) : after, after, { type: told }, meta));
  }
  if (state) keep(key, { state, changes });
  return changes;
}

function keep(key: string, folded: FoldedHistory): void {
  histories.delete(key);
  histories.set(key, folded);
  const oldest = histories.size > KEPT_HISTORIES ? histories.keys().next().value : undefined;
  if (oldest !== undefined) histories.delete(oldest);
}

export const forgetHistories = (): void => histories.clear();
