import type { DeskRow } from "#app/realtime/protocol";
import { isFrozen } from "./desk-filter";

/** One row's place in a list. */
export interface Place {
  id: string;
  group: string;
}

export const deskGroups = ["us", "customer", "contract", "lost", "delivered"] as const;
export type DeskGroup = (typeof deskGroups)[number];

export const financeGroups = ["finalize", "signing", "working", "delivered"] as const;
export type FinanceGroup = (typeof financeGroups)[number];

export function deskGroup(row: DeskRow): DeskGroup {
  if (row.life === "lost" || row.life === "delivered") return row.life;
  if (isFrozen(row)) return "contract";
  return row.turn === "customer" ? "customer" : "us";
}

/** Delivered deals leave the finance desk after this long. */
const DELIVERED_DAYS = 7;

/** Null: not on the finance desk. */
export function financeGroup(row: DeskRow, now: Date): FinanceGroup | null {
  if (isFrozen(row)) return "signing";
  if (row.life === "open") return row.nextStep === "finalize" ? "finalize" : "working";
  const days = (now.getTime() - Date.parse(row.updatedAt)) / 86_400_000;
  return row.life === "delivered" && days < DELIVERED_DAYS ? "delivered" : null;
}

/** Groups in their order, inside each the longest wait first; what is over, newest first. */
export function placesOf<Group extends string>(
  rows: readonly DeskRow[],
  groups: readonly Group[],
  groupOf: (row: DeskRow) => Group | null,
): Place[] {
  return groups.flatMap((group) => {
    const members = rows.filter((row) => groupOf(row) === group);
    const isOver = group === "lost" || group === "delivered";
    members.sort(
      (one, other) =>
        (isOver
          ? Date.parse(other.updatedAt) - Date.parse(one.updatedAt)
          : Date.parse(one.waitingSince) - Date.parse(other.waitingSince)) ||
        // Two that wait equally long stand alike on every desk.
        one.dealNumber.localeCompare(other.dealNumber),
    );
    return members.map(({ dealId }) => ({ id: dealId, group }));
  });
}

const keyOf = ({ id, group }: Place) => `${group} ${id}`;

/**
 * How many rows would be elsewhere after the new order is taken: those that came, those that left, and of the rest the
 * fewest that must move. One row going to the top is one, not everything below it.
 */
export function movedPlaces(shown: readonly Place[], wanted: readonly Place[]): number {
  const indexWanted = new Map(wanted.map((place, index) => [keyOf(place), index]));
  const kept = shown.flatMap((place) => indexWanted.get(keyOf(place)) ?? []);
  const shownIds = new Set(shown.map(({ id }) => id));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const left = shown.filter(({ id }) => !wantedIds.has(id)).length;
  const came = wanted.filter(({ id }) => !shownIds.has(id)).length;
  const stayed = wanted.length - came;
  return left + came + (stayed - longestRising(kept));
}

/** Length of the longest rising run of picks: the rows that keep their order among themselves. */
function longestRising(numbers: readonly number[]): number {
  const lowestEnd: number[] = [];
  for (const number of numbers) {
    const at = lowestEnd.findIndex((end) => end >= number);
    lowestEnd[at === -1 ? lowestEnd.length : at] = number;
  }
  return lowestEnd.length;
}
