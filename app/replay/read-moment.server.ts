import { applyDealEvent, contextOf, type DealState } from "#machines/deal/apply-deal-event";
import { type DealChange, dealChange } from "#machines/deal/deal-changes";
import type { DealView } from "#machines/deal/deal-view";
import { openSeat } from "#machines/deal/seat";
import { toldAs } from "#machines/deal/told-event";
import { viewOf } from "#machines/deal/view-of-deal";
import { type Actor, type Audience, isPublicAudience } from "#machines/store/actor";
import { readJournal } from "#app/deals/read-journal.server";

/** One step of the scrubber, as the chosen party was told it. */
export interface ReplayStep {
  revision: number;
  at: string;
  /** Null where the party was told nothing: their screen stayed as it was. */
  change: DealChange | null;
}

export interface Moment {
  revision: number;
  at: string;
  view: DealView;
  /** What the party had in their history then. */
  changes: DealChange[];
}

export interface Replay {
  steps: ReplayStep[];
  moment: Moment;
}

/** A card opens with so many changes, then as now. */
const CHANGES_ON_CARD = 30;

/** From when somebody was at the deal: a seat shows nothing of the time before it was taken. */
export function firstRevisionFor(state: DealState, actor: Actor, journal: readonly { revision: number; at: string }[]) {
  if (actor.kind !== "customer" || !actor.seat || actor.seat.kind === "storeScreen") return 1;
  const takenAt = openSeat(contextOf(state).seats, actor.seat.seatId)?.takenAt;
  if (!takenAt) return state.revision;
  return journal.find(({ at }) => at >= takenAt)?.revision ?? state.revision;
}

/**
 * The deal as one party had it at one revision: folded from the journal with everything that was pinned then, projected
 * by the same allow-list. Null when the deal has no such revision for this reader.
 */
export async function readReplay(
  dealId: string,
  audience: Audience,
  actor: Actor,
  asked: { revision?: number; at?: string },
): Promise<Replay | null> {
  const rows = await readJournal(dealId, 0);
  let state: DealState | null = null;
  const folded = rows.map((row) => {
    const before: DealState | null = state;
    const after = (state = applyDealEvent(before, row.event, { revision: row.revision, at: row.at, by: row.actor }));
    return { row, before, after };
  });
  const newest = folded.at(-1)?.after;
  if (!newest) return null;
  const from = firstRevisionFor(newest, actor, rows);
  const shown = folded.filter(({ row }) => row.revision >= from);
  const steps = shown.map(({ row, before, after }): ReplayStep => {
    const told = toldAs(row.event, contextOf(after), audience);
    const is = viewOf(after, audience);
    const meta = { revision: row.revision, at: row.at, by: { ...row.actor, id: "" } };
    const change = told ? dealChange(before ? viewOf(before, audience) : is, is, { type: told }, meta) : null;
    return { revision: row.revision, at: row.at, change };
  });
  // On the customer's side a step that was not told is none: between staff nothing happened there.
  const told = isPublicAudience(audience) ? steps.filter(({ change }) => change !== null) : steps;
  const place = placeAsked(told, asked);
  const chosen = shown.find(({ row }) => row.revision === told[place]?.revision);
  if (!chosen) return null;
  const { revision, at } = chosen.row;
  const changes = told.flatMap(({ revision: of, change }) => (of <= revision && change ? [change] : []));
  return {
    // The list says what was done; what it did to the figures is on the card beside it.
    steps: told.map((step) => ({ ...step, change: step.change && { ...step.change, numbers: null } })),
    moment: { revision, at, view: viewOf(chosen.after, audience), changes: changes.slice(-CHANGES_ON_CARD) },
  };
}

/** The step of a revision, or the last one before a time; the newest when neither is. */
function placeAsked(steps: readonly ReplayStep[], { revision, at }: { revision?: number; at?: string }): number {
  if (revision !== undefined) return steps.findLastIndex((step) => step.revision <= revision);
  if (at !== undefined) return steps.findLastIndex((step) => step.at <= at);
  return steps.length - 1;
}
