import { contextOf, type DealState, lifeOf, statusesOf } from "#machines/deal/apply-deal-event";
import { toldAs } from "#machines/deal/told-event";
import { viewOf } from "#machines/deal/view-of-deal";
import type { SliceName } from "#machines/deal/deal-context";
import { dealVisibility } from "#machines/deal/deal-visibility";
import { type CustomerCard, projectChanges, projectSlice } from "#machines/deal/project-deal";
import { type Audience, audiences } from "#machines/store/actor";
import type { CommittedEvent } from "#app/deals/deal-feed.server";
import type { HotDeal } from "#app/deals/hot-deal.server";
import { liveLimits } from "./live-limits";
import type { DealPatch, JoinAnswer } from "./protocol";

/** One committed event as one audience may know it. */
export function patchFor({ dealId, row, before, after }: CommittedEvent, audience: Audience): DealPatch {
  const told = toldAs(row.event, contextOf(after), audience);
  const { id: _, ...by } = row.actor;
  return {
    dealId,
    revision: row.revision,
    numbersRevision: after.numbersRevision,
    at: row.at,
    event: told ? { type: told, by } : null,
    life: lifeOf(after),
    ...statusesOf(after),
    slices: told ? changedSlices(before, after, audience) : turnOnly(before, after, audience),
  };
}

/**
 * The same event for several audiences: one patch for all who may know the same of it, so that it is written once for all
 * of them. Told from the allow-list itself, leaf by leaf.
 */
export function patchesFor(committed: CommittedEvent, readers: readonly Audience[]): [DealPatch, Audience[]][] {
  const groups = new Map<string, Audience[]>();
  for (const audience of readers) {
    const told = toldAs(committed.row.event, contextOf(committed.after), audience);
    const key = told ? `${told} ${sightOf(committed, audience)}` : "";
    const group = groups.get(key);
    if (group) group.push(audience);
    else groups.set(key, [audience]);
  }
  return [...groups.values()].map((group) => [patchFor(committed, group[0]!), group]);
}

function sightOf({ before, after }: CommittedEvent, audience: Audience): string {
  const [was, is] = [before && contextOf(before), contextOf(after)];
  let key = "";
  for (const name of sliceNames) if (was?.[name] !== is[name]) key += ` ${name}:${sights[name][audience]}`;
  return key;
}

const sliceNames = Object.keys(dealVisibility) as SliceName[];

type Sight = Record<Audience, Audience>;

/** For each slice and audience the first audience that sees exactly as much of it. */
const sights = Object.fromEntries(
  sliceNames.map((name) => [
    name,
    Object.fromEntries(
      audiences.map((audience) => [
        audience,
        audiences.find((other) => seeSame(dealVisibility[name], audience, other)),
      ]),
    ),
  ]),
) as Record<SliceName, Sight>;

function seeSame(rows: object, one: Audience, other: Audience): boolean {
  if (Array.isArray(rows)) return rows.includes(one) === rows.includes(other);
  return Object.values(rows).every((below: object) => seeSame(below, one, other));
}

/** Whose turn it is follows from the deal, so everybody is told when it passes, of whatever event it was. */
const turnOnly = (before: DealState | null, after: DealState, audience: Audience): DealPatch["slices"] =>
  before && contextOf(before).wait === contextOf(after).wait
    ? {}
    : { wait: projectSlice("wait", contextOf(after).wait, audience) as CustomerCard["wait"] };

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
  if (missing !== undefined && missing >= 0 && missing <= liveLimits.patchesPerJoin) {
    const steps = deal.recent.filter(({ row }) => row.revision > lastRevision!);
    if (steps.length === missing) return { kind: "patches", patches: steps.map((step) => patchFor(step, audience)) };
  }
  return { kind: "snapshot", view: viewOf(deal.committed, audience) };
}
