import type { SnapshotFrom } from "xstate";
import { assert } from "../assert";
import { type DealLife, stageNames, type StageName, type StageStatus, type StageStatuses } from "../stages/stage";
import { type Actor, actorRef } from "../store/actor";
import type { DealContext } from "./deal-context";
import type { DealEdit, DealEvent, DealEventOf } from "./deal-events";
import { whyRefused } from "./deal-guards";
import { permissionFor } from "./deal-permissions";
import { type Refusal, refuse } from "./deal-refusals";
import { worksheetInputs } from "./deal-worksheet";
import { dealMachine } from "./deal.machine";
import { isOnlySaidOfCar } from "./said-of-car";
import type { EventMeta } from "./event-meta";
import { startedContext, startedStatus } from "./started-deal";
import { movesNumbers } from "./quiet-events";
import { sameValue } from "./same-value";
import { stepDeal } from "./step-deal";
import { afterTurn, waitingFor } from "./wait-clock";

export type DealSnapshot = SnapshotFrom<typeof dealMachine>;

/** A deal at one revision: the whole fold, and the last revision that moved a number. */
export interface DealState {
  revision: number;
  /** Commitments made to an older revision are refused. */
  numbersRevision: number;
  snapshot: DealSnapshot;
}

const step = stepDeal;

/** The role's right to say this at all, whatever the deal's state. */
export function permissionRefusal(actor: Actor, type: (DealEvent | DealEdit)["type"]): Refusal | null {
  const role = actor.kind === "staff" ? actor.role : actor.kind;
  return permissionFor(type).by.includes(role) ? null : refuse("notAllowed");
}

/** A commitment names what the person saw; it is refused when a number has moved since, or when it is from nowhere. */
export function revisionRefusal(
  state: DealState,
  type: (DealEvent | DealEdit)["type"],
  seenRevision: number | undefined,
): Refusal | null {
  if (seenRevision !== undefined && seenRevision > state.revision) return refuse("revisionFromFuture");
  if (!permissionFor(type).needsCurrentRevision) return null;
  if (seenRevision === undefined || seenRevision < state.numbersRevision) return refuse("numbersMoved");
  return null;
}

/** The business's answer to an event on this deal at this time. */
export function eventRefusal(state: DealState, event: DealEvent, actor: Actor, at: string): Refusal | null {
  return whyRefused(contextOf(state), lifeOf(state), event, { actor, at, kept: statusesOf(state).kept });
}

/** The deal one event later. Pure; the event must have been judged, and a journal is replayed through here alone. */
export function applyDealEvent(state: DealState | null, event: DealEvent, meta: EventMeta): DealState {
  if (state === null) {
    assert(event.type === "deal.started", `a journal begins with deal.started, not ${event.type}`);
    return { revision: meta.revision, numbersRevision: meta.revision, snapshot: startedSnapshot(event, meta) };
  }
  assert(meta.revision === state.revision + 1, `revision ${meta.revision} follows ${state.revision}`);
  const stepped = step(state.snapshot, { type: event.type, event, meta });
  const snapshot =
    stepped === state.snapshot ? stepped : withTurn(stepped, meta, stepped.value.life !== state.snapshot.value.life);
  if (!numbersMoved(event, state.snapshot, snapshot))
    return { revision: meta.revision, numbersRevision: state.numbersRevision, snapshot };
  // An agreement that this very event made is to the figures it left behind.
  const agreedAt = snapshot.context.finance.termsAgreedAtRevision;
  const agreed = agreedAt !== null && agreedAt !== meta.revision;
  return {
    revision: meta.revision,
    numbersRevision: meta.revision,
    snapshot: agreed ? withTurn(step(snapshot, { type: "numbers.moved", event, meta }), meta, false) : snapshot,
  };
}

const statesTerms: ReadonlySet<DealEvent["type"]> = new Set<DealEvent["type"]>([
  "vehicle.swapped",
  "scenario.adopted",
  "pencil.accepted",
]);

/** Whose turn it is follows from the deal: no event says so, and no event can forget to. */
function withTurn(snapshot: DealSnapshot, meta: EventMeta, lifeTurned: boolean): DealSnapshot {
  const { context } = snapshot;
  const turn = waitingFor({ context, life: snapshot.value.life, ...statusesIn(snapshot) });
  const wait = afterTurn(context.wait, turn, meta, lifeTurned);
  return wait === context.wait ? snapshot : { ...snapshot, context: { ...context, wait } };
}

/**
 * Did this event move a figure? Told from what the worksheet is made from, so that none is worked out to know.
 * Terms and the vehicle itself count as moved whenever somebody states them.
 */
function numbersMoved(event: DealEvent, before: DealSnapshot, after: DealSnapshot): boolean {
  if (!movesNumbers(event.type)) return false;
  if (event.type.startsWith("finance.") || statesTerms.has(event.type)) return true;
  if (isOnlySaidOfCar(before, after)) return false;
  return !sameValue(worksheetInputs(numbersOf(before)), worksheetInputs(numbersOf(after)));
}

const numbersOf = (snapshot: DealSnapshot) => ({ ...snapshot.context, kept: statusesIn(snapshot).kept });

/** Would the chart take this event now? The answer where no guard has a better sentence. */
export function chartRefusal(state: DealState, event: DealEvent, actor: Actor, at: string): Refusal | null {
  const meta = { revision: state.revision + 1, at, by: actorRef(actor) };
  const next = step(state.snapshot, { type: event.type, event, meta });
  return next === state.snapshot ? refuse("stageNotOpen") : null;
}

export const contextOf = (state: DealState): DealContext => state.snapshot.context;
export const lifeOf = (state: DealState): DealLife => state.snapshot.value.life;

/** Each stage's status as shown, and the one kept underneath while the deal is locked. */
export const statusesOf = (state: DealState) => statusesIn(state.snapshot);

function statusesIn(snapshot: DealSnapshot): { statuses: StageStatuses; kept: StageStatuses } {
  const value = snapshot.value as Record<StageName, "locked" | { working: StageStatus }>;
  const statuses = {} as StageStatuses;
  const kept = {} as StageStatuses;
  for (const stage of stageNames) {
    const region = value[stage];
    if (region === "locked") {
      statuses[stage] = "locked";
      kept[stage] = rememberedStatus(snapshot, stage);
    } else {
      statuses[stage] = kept[stage] = region.working;
    }
  }
  return { statuses, kept };
}

function rememberedStatus(snapshot: DealSnapshot, stage: StageName): StageStatus {
  const remembered = snapshot.historyValue[`deal.${stage}.working.remembered`]?.[0];
  assert(remembered, `a locked stage remembers its status: ${stage}`);
  return remembered.key as StageStatus;
}

function startedSnapshot(event: DealEventOf<"deal.started">, meta: EventMeta): DealSnapshot {
  const working = (status: StageStatus) => ({ working: status });
  return dealMachine.resolveState({
    value: {
      vehicle: working(startedStatus(event)),
      trade: working("notStarted"),
      finance: working("notStarted"),
      fni: working("notStarted"),
      deposit: working("notStarted"),
      delivery: working("notStarted"),
      life: "open",
    },
    context: startedContext(event, meta),
  });
}
