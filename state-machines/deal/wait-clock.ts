import { type NextStep, nextStep } from "./deal-progress";
import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import type { CustomerCard } from "./project-deal";
import type { EventMeta } from "./event-meta";
import type { GuardScope } from "./guard-scope";
import { type Refusal, refuse } from "./deal-refusals";
import type { DealLife, StageStatuses } from "../stages/stage";
import type { ActorRef } from "../store/actor";
import { openApprovals } from "./approval";
import type { WaitParty } from "./wait-parties";

/** Waits a deal remembers word for word; older ones are in the read model. */
export const WAITS_KEPT = 20;
/** Nobody waits for a promise that is further away than this. */
export const LONGEST_PROMISE_DAYS = 14;

/** A wait that is over. `late` when it ended after the first time that was promised for it. */
export interface PastWait {
  party: WaitParty;
  since: string;
  until: string;
  promisedUntil: string | null;
  late: boolean;
  /** The revision it began with: its name in the read model. */
  fromRevision: number;
}

export interface WaitPromise {
  /** What is promised now. */
  until: string;
  /** What was promised first: a new promise does not make an old one kept. */
  firstUntil: string;
  by: ActorRef;
  at: string;
}

/** Who has the next step, since when, and by when the store said it would be done. */
export interface WaitSlice {
  party: WaitParty;
  since: string;
  fromRevision: number;
  /** Whose turn it is by the deal itself; a promise may name another party until this moves. */
  derived: WaitParty;
  promise: WaitPromise | null;
  past: PastWait[];
}

const partyOfStep: Record<NextStep["turn"], WaitParty> = { customer: "customer", store: "desk", nobody: "nobody" };
/** Steps of the store's that are not the desk's. */
const storeSteps: Partial<Record<NextStep["code"], WaitParty>> = {
  finalize: "financeManager",
  sign: "financeManager",
  handOver: "salesperson",
  revive: "salesperson",
};

interface TurnFrom {
  context: DealContext;
  life: DealLife;
  statuses: StageStatuses;
  kept: StageStatuses;
}

/** Whose turn it is, from the deal alone. An open request to the desk waits for the desk, whatever else is open. */
export function waitingFor({ context, life, statuses, kept }: TurnFrom): WaitParty {
  if (life === "open" && openApprovals(context.approvals).length > 0) return "desk";
  const { code, turn } = nextStep({ card: context as unknown as CustomerCard, life, statuses, kept });
  return storeSteps[code] ?? partyOfStep[turn];
}

export const firstWait = (at: string): WaitSlice => ({
  party: "customer",
  since: at,
  fromRevision: 1,
  derived: "customer",
  promise: null,
  past: [],
});

/**
 * The clock starts afresh whenever the turn passes to somebody else, and at each turn of the deal's life: who has a
 * frozen deal to sign has had it since the freeze.
 */
export function afterTurn(wait: WaitSlice, derived: WaitParty, meta: EventMeta, lifeTurned: boolean): WaitSlice {
  if (derived === wait.derived && !lifeTurned) return wait;
  if (derived === wait.party && !lifeTurned) return { ...wait, derived };
  return { ...passedTo(wait, derived, meta), derived };
}

function passedTo(wait: WaitSlice, party: WaitParty, { at, revision }: EventMeta): WaitSlice {
  const { since, fromRevision, promise } = wait;
  const promisedUntil = promise?.firstUntil ?? null;
  const over: PastWait = {
    party: wait.party,
    since,
    until: at,
    promisedUntil,
    late: promisedUntil !== null && at > promisedUntil,
    fromRevision,
  };
  return {
    party,
    since: at,
    fromRevision: revision,
    derived: wait.derived,
    promise: null,
    past: [...wait.past, over].slice(-WAITS_KEPT),
  };
}

/** The store says by when. Naming somebody else than the deal does hands them the turn: a lender, say. */
export function promisedWait(wait: WaitSlice, event: DealEventOf<"wait.promised">, meta: EventMeta): WaitSlice {
  const of = event.party === wait.party ? wait : passedTo(wait, event.party, meta);
  const firstUntil = of.promise?.firstUntil ?? event.until;
  return { ...of, promise: { until: event.until, firstUntil, by: meta.by, at: meta.at } };
}

/** A promise is about the future, and not about next year. */
export function promiseCanBeMade(
  _deal: DealContext,
  { until }: DealEventOf<"wait.promised">,
  { at }: GuardScope,
): Refusal | null {
  const ahead = Date.parse(until) - Date.parse(at);
  return ahead > 0 && ahead <= LONGEST_PROMISE_DAYS * 86_400_000
    ? null
    : refuse("promiseTimeOut", { count: LONGEST_PROMISE_DAYS }, "until");
}
