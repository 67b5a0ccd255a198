import type { DeskRow } from "#app/realtime/protocol";
import { type DeskReader, seatFor } from "./desk-roles";

export const deskFilters = ["all", "mine", "unassigned", "online", "waiting", "frozen", "closed"] as const;
export type DeskFilter = (typeof deskFilters)[number];

export const isActive = ({ life }: Pick<DeskRow, "life">) =>
  life === "open" || life === "contracting" || life === "contracted";
export const isFrozen = ({ life }: Pick<DeskRow, "life">) => life === "contracting" || life === "contracted";
export const customersOn = ({ online }: Pick<DeskRow, "online">) => online.filter(({ role }) => role === "customer");

/** A finance manager looks for deals without one of theirs, everybody else for deals without a salesperson. */
const isUnassigned = (row: DeskRow, { role }: DeskReader) =>
  role === "fniManager" ? row.fniManager === null : row.salesperson === null;

const tests: Record<DeskFilter, (row: DeskRow, reader: DeskReader) => boolean> = {
  all: isActive,
  mine: (row, { staffId }) =>
    isActive(row) && (row.salesperson?.staffId === staffId || row.fniManager?.staffId === staffId),
  unassigned: (row, reader) => isActive(row) && isUnassigned(row, reader),
  online: (row) => isActive(row) && customersOn(row).length > 0,
  waiting: (row) => isActive(row) && row.turn === "store",
  frozen: isFrozen,
  closed: (row) => !isActive(row),
};

export const passes = (row: DeskRow, filter: DeskFilter, reader: DeskReader) => tests[filter](row, reader);

export const isDeskFilter = (value: unknown): value is DeskFilter => deskFilters.some((filter) => filter === value);

/** Every word of the search stands somewhere in the row: a name, a deal number, a car or its stock number. */
export function matches(row: DeskRow, query: string): boolean {
  const text = [row.customerName, row.dealNumber, row.vehicleName, row.stockNumber].join(" ").toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** How many deals stand behind each tab. */
export const filterCounts = (rows: readonly DeskRow[], reader: DeskReader): Record<DeskFilter, number> =>
  Object.fromEntries(
    deskFilters.map((filter) => [filter, rows.filter((row) => passes(row, filter, reader)).length]),
  ) as Record<DeskFilter, number>;

/** Whether this person may take the seat, and whether somebody sits in it. */
export function seatToClaim(row: DeskRow, { role, staffId }: DeskReader): { takesOverFrom: string | null } | null {
  const seat = seatFor(role);
  if (!seat || row[seat]?.staffId === staffId) return null;
  return { takesOverFrom: row[seat]?.firstName ?? null };
}
