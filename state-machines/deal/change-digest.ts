import {
  type ChangeCode,
  type WatchedFigure,
  watchedFigureNames,
  type WatchedFigures,
} from "../desking/explain-change";
import { type Cents, minus, noCents, plus, sum } from "../money/cents";
import type { ActorRef } from "../store/actor";
import type { DealChange, HeadlineNumbers } from "./deal-changes";

/** One person's part in a figure's change, by one cause, over any number of events. */
export interface DigestPart extends WatchedFigures {
  by: ActorRef;
  code: ChangeCode;
}

/** What several events did together: "since you were last here". */
export interface ChangeDigest {
  before: HeadlineNumbers;
  after: HeadlineNumbers;
  parts: DigestPart[];
}

type Numbers = NonNullable<DealChange["numbers"]>;
type Moved = DealChange & { numbers: Numbers };

/** Where a figure came back after these terms had not worked out, and nothing else says why. */
const UNNAMED: ChangeCode = "lenderTerms";

/**
 * The events of a stretch of a deal's history as one change: who moved which figure, by what, and by how much.
 *
 * The parts of every figure add up to its change over the whole stretch, to the cent. A figure that was gone in between
 * (terms that did not work out, a while as a cash deal) is counted again by whoever brought it back. Null where nothing
 * moved.
 */
export function changeDigest(changes: readonly DealChange[]): ChangeDigest | null {
  const moved = changes.filter((change): change is Moved => change.numbers !== null);
  const [first, last] = [moved[0], moved.at(-1)];
  if (!first || !last) return null;
  const { before } = first.numbers;
  const { after } = last.numbers;
  const parts = new Map<string, DigestPart>();
  for (const name of watchedFigureNames) addParts(parts, moved, name, before[name], after[name]);
  const told = [...parts.values()].filter((part) => watchedFigureNames.some((name) => part[name]));
  return { before, after, parts: told };
}

function addParts(
  parts: Map<string, DigestPart>,
  moved: readonly Moved[],
  name: WatchedFigure,
  before: Cents | null,
  after: Cents | null,
): void {
  if (before === null || after === null) return;
  let known = before;
  for (const change of moved) {
    const { numbers } = change;
    const now = numbers.after[name];
    if (now === null) continue;
    const explained = numbers.before[name] === null ? [] : numbers.parts;
    for (const part of explained) add(parts, change, part.code, name, part[name] ?? noCents);
    const left = minus(minus(now, known), sum(explained.map((part) => part[name] ?? noCents)));
    if (left !== 0) add(parts, change, numbers.parts[0]?.code ?? UNNAMED, name, left);
    known = now;
  }
}

function add(
  parts: Map<string, DigestPart>,
  { by }: DealChange,
  code: ChangeCode,
  name: WatchedFigure,
  amount: Cents,
): void {
  const key = `${by.kind}:${by.id}:${by.firstName ?? ""}:${by.role}:${code}`;
  const empty = { payment: null, outTheDoor: noCents, cashDue: null, totalOfPayments: null };
  const part = parts.get(key) ?? { by, code, ...empty };
  parts.set(key, { ...part, [name]: plus(part[name] ?? noCents, amount) });
}
