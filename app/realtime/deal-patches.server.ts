import { contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { viewOf } from "#machines/deal/deal-view";
import { projectChanges } from "#machines/deal/project-deal";
import type { Audience } from "#machines/store/actor";
import type { CommittedEvent } from "#app/deals/deal-feed.server";
import type { HotDeal } from "#app/deals/hot-deals.server";
import { isTold } from "#app/deals/read-deal.server";
import type { DealPatch, JoinAnswer } from "./protocol";

/** A reader this far behind gets the whole card: cheaper than every step to it. */
const MAX_PATCHES = 40;

/** One committed event as one audience may know it. */
export function patchFor({ dealId, row, before, after }: CommittedEvent, audience: Audience): DealPatch {
  const told = isTold(row.event.type, audience);
  const { kind, role, firstName } = row.actor;
  return {
    dealId,
    revision: row.revision,
    numbersRevision: after.numbersRevision,
    at: row.at,
    event: told ? { type: row.event.type, by: { kind, role, firstName } } : null,
    life: lifeOf(after),
    ...statusesOf(after),
    slices: told ? changedSlices(before, after, audience) : {},
  };
}

const changedSlices = (before: DealState | null, after: DealState, audience: Audience) =>
  projectChanges(before && contextOf(before), contextOf(after), audience) as DealPatch["slices"];

/** What a reader at `lastRevision` is missing: the steps where they are still known, else the card as it stands. */
export function catchUp(
  deal: HotDeal,
  audience: Audience,
  lastRevision: number | undefined,
): Extract<JoinAnswer, { status: "joined" }>["caughtUp"] {
  const head = deal.committed.revision;
  const missing = lastRevision === undefined ? undefined : head - lastRevision;
  if (missing !== undefined && missing >= 0 && missing <= MAX_PATCHES) {
    const steps = deal.recent.filter(({ row }) => row.revision > lastRevision!);
    if (steps.length === missing) return { kind: "patches", patches: steps.map((step) => patchFor(step, audience)) };
  }
  return { kind: "snapshot", view: viewOf(deal.committed, audience) };
}
