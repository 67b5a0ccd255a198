import type { StageName } from "../stages/stage";
import type { ActorRef } from "../store/actor";
import type { StaffRef } from "./deal-context";
import type { DealEvent } from "./deal-events";
import type { EventMeta } from "./event-meta";
import { stageOfEvent } from "./stage-of-event";

/** A stretch of time in which somebody had a staff seat of the deal; open while they have it. */
export interface SeatPeriod {
  seat: "salesperson" | "salesManager" | "fniManager";
  from: string;
  until: string | null;
}

/** What one person did for a deal, from when to when. */
export interface ContributionRecord {
  person: Pick<ActorRef, "kind" | "id" | "role" | "firstName" | "seat">;
  seats: SeatPeriod[];
  /** Accepted events by where on the card; `deal` holds what belongs to no stage. */
  events: Partial<Record<StageName | "deal", number>>;
  total: number;
  firstAt: string;
  lastAt: string;
}

const placeOf = (event: DealEvent): StageName | "deal" =>
  "stage" in event ? event.stage : (stageOfEvent(event.type) ?? "deal");

export const staffSeatOf = ({ role }: Pick<StaffRef, "role">): SeatPeriod["seat"] =>
  role === "fniManager" ? "fniManager" : role === "salesperson" ? "salesperson" : "salesManager";

/**
 * Who did what, from when, read from the journal alone: kept for pay, so nobody writes it and nobody can change it.
 * The server's own events (money, clocks) are nobody's work and are left out.
 */
export function contributionRecords(rows: readonly { event: DealEvent; meta: EventMeta }[]): ContributionRecord[] {
  const people = new Map<string, ContributionRecord>();
  const of = (person: ContributionRecord["person"], at: string): ContributionRecord => {
    const key = `${person.kind} ${person.id}`;
    const known = people.get(key);
    if (known) return known;
    const { kind, id, role, firstName, seat } = person;
    const who = { kind, id, role, firstName, ...(seat && { seat }) };
    const made: ContributionRecord = { person: who, seats: [], events: {}, total: 0, firstAt: at, lastAt: at };
    people.set(key, made);
    return made;
  };
  for (const { event, meta } of rows) {
    if (meta.by.kind !== "system") count(of(meta.by, meta.at), event, meta);
    if (event.type === "staff.assigned") seatTaken(people, of, event.staff, meta.at);
    if (event.type === "staff.released") seatGivenBack(people, event.staffId, meta.at);
  }
  return [...people.values()].toSorted((one, other) => (one.firstAt < other.firstAt ? -1 : 1));
}

function count(mine: ContributionRecord, event: DealEvent, meta: EventMeta): void {
  const place = placeOf(event);
  mine.events[place] = (mine.events[place] ?? 0) + 1;
  mine.total += 1;
  mine.lastAt = meta.at;
  mine.person.firstName = meta.by.firstName ?? mine.person.firstName;
}

function seatTaken(
  people: ReadonlyMap<string, ContributionRecord>,
  of: (person: ContributionRecord["person"], at: string) => ContributionRecord,
  staff: StaffRef,
  at: string,
): void {
  const seat = staffSeatOf(staff);
  for (const { seats } of people.values())
    for (const period of seats) if (period.seat === seat && period.until === null) period.until = at;
  const { staffId: id, role, firstName } = staff;
  of({ kind: "staff", id, role, firstName }, at).seats.push({ seat, from: at, until: null });
}

function seatGivenBack(people: ReadonlyMap<string, ContributionRecord>, staffId: string, at: string): void {
  for (const { person, seats } of people.values())
    if (person.id === staffId) for (const period of seats) period.until ??= at;
}
