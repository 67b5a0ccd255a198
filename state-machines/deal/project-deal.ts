import type { Audience } from "../store/actor";
import type { DealContext, SliceName } from "./deal-context";
import { dealVisibility } from "./deal-visibility";

type Table = typeof dealVisibility;
type Leaf = string | number | boolean | null | undefined;

/** Does this audience see any leaf below? Decides whether a key exists in its type at all. */
type SeesSome<V, A extends Audience> = V extends readonly unknown[]
  ? A extends V[number]
    ? true
    : false
  : V extends { each: infer Each }
    ? SeesSome<Each, A>
    : true extends { [K in keyof V]: SeesSome<V[K], A> }[keyof V]
      ? true
      : false;

type ProjectedObject<T, V, A extends Audience> = {
  [K in keyof T as K extends keyof V ? (SeesSome<V[K], A> extends true ? K : never) : never]: K extends keyof V
    ? Projected<T[K], V[K], A>
    : never;
};

/** The part of `T` that audience `A` may see, as a type: a staff field is not merely hidden, it does not exist. */
type Projected<T, V, A extends Audience> = T extends Leaf
  ? T
  : V extends readonly unknown[]
    ? T
    : V extends { each: infer Each }
      ? T extends readonly (infer Element)[]
        ? Projected<Element, Each, A>[]
        : { [K in keyof T]: Projected<T[K], Each, A> }
      : ProjectedObject<T, V, A>;

export type CardFor<A extends Audience> = { [S in SliceName]: Projected<DealContext[S], Table[S], A> };

/** What a customer may see. Pages, documents and the calculation of their figures take this type. */
export type CustomerCard = CardFor<"customer">;
/** What managers see; a salesperson's card is the same with some fields missing. */
export type StaffCard = CardFor<"finance">;

type Row = readonly Audience[];
interface Branch {
  readonly [key: string]: Row | Branch;
}

const sliceNames = Object.keys(dealVisibility) as SliceName[];

const isRow = (node: Row | Branch): node is Row => Array.isArray(node);

function projectValue(value: unknown, node: Row | Branch, audience: Audience): unknown {
  if (isRow(node)) return node.includes(audience) ? value : undefined;
  if (value === null || value === undefined) return seesSome(node, audience) ? value : undefined;
  const each = node.each as Branch | Row | undefined;
  if (each) return projectEach(value as object, each, audience);
  const projected: Record<string, unknown> = {};
  let any = false;
  for (const key in node) {
    const child = projectValue((value as Record<string, unknown>)[key], node[key]!, audience);
    if (child === undefined) continue;
    projected[key] = child;
    any = true;
  }
  return any || seesSome(node, audience) ? projected : undefined;
}

function projectEach(value: object, each: Row | Branch, audience: Audience): unknown {
  if (!seesSome(each, audience)) return undefined;
  if (Array.isArray(value)) return value.map((element) => projectValue(element, each, audience));
  return Object.fromEntries(
    Object.entries(value).map(([key, element]) => [key, projectValue(element, each, audience)]),
  );
}

/** The table stands still, so a branch of it is looked through once for each audience. */
const sightOfBranches = new WeakMap<Branch, Partial<Record<Audience, boolean>>>();

function seesSome(node: Row | Branch, audience: Audience): boolean {
  if (isRow(node)) return node.includes(audience);
  let known = sightOfBranches.get(node);
  if (!known) sightOfBranches.set(node, (known = {}));
  return (known[audience] ??= Object.values(node).some((child) => seesSome(child, audience)));
}

// Slices are replaced, never mutated, so a projected slice is good for as long as its source object lives.
const projectedSlices = new WeakMap<object, Partial<Record<Audience, unknown>>>();

export function projectSlice<S extends SliceName, A extends Audience>(
  name: S,
  slice: DealContext[S],
  audience: A,
): CardFor<A>[S] {
  // A slice that a deal began without stays away.
  if (slice === undefined) return undefined as CardFor<A>[S];
  let byAudience = projectedSlices.get(slice);
  if (!byAudience) projectedSlices.set(slice, (byAudience = {}));
  byAudience[audience] ??= projectNow(name, slice, audience);
  return byAudience[audience] as CardFor<A>[S];
}

const projectNow = (name: SliceName, slice: DealContext[SliceName], audience: Audience): unknown =>
  slice === undefined ? undefined : (projectValue(slice, branchOf(name), audience) ?? {});

const branchOf = (name: SliceName) => dealVisibility[name] as unknown as Branch;

/**
 * The card as one audience may have it, built by allow-list from `dealVisibility`.
 * There is no other way to turn a deal into something that leaves the server.
 */
export function projectDeal<A extends Audience>(context: DealContext, audience: A): CardFor<A> {
  const card: Partial<Record<SliceName, unknown>> = {};
  for (const name of sliceNames) card[name] = projectSlice(name, context[name], audience);
  return card as CardFor<A>;
}

/** The slices that one event replaced, projected: what is pushed to an audience. Nobody asks for them twice. */
export function projectChanges(
  before: DealContext | null,
  after: DealContext,
  audience: Audience,
): Partial<Record<SliceName, unknown>> {
  const changes: Partial<Record<SliceName, unknown>> = {};
  for (const name of sliceNames)
    // A slice that an audience sees nothing of is not mentioned: that it changed would say enough.
    if (before?.[name] !== after[name] && seesSome(branchOf(name), audience))
      changes[name] = projectNow(name, after[name], audience);
  return changes;
}
