import { remember } from "#app/platform/remember.server";
import type { FieldLease, LeaseAnswer, LeasedField, LeaseMessage } from "./together-protocol";

/** A person who stops typing gives the field back after this long, whatever becomes of their line. */
export const LEASE_MS = 6_000;

interface Held extends FieldLease {
  until: number;
}

/**
 * Who is typing in which money field. A courtesy between people: it lives in memory, ends by itself, and the door never
 * asks about it, so an edit without one is as good as an edit with one.
 */
const held = remember("fieldLeases", () => new Map<string, Map<LeasedField, Held>>());

export interface LeaseChange {
  answer: LeaseAnswer;
  /** Whether the list of leases moved, so that the others have to be told. */
  moved: boolean;
}

export function changeLease({ dealId, field, act }: LeaseMessage, key: string, atMs: number): LeaseChange {
  const leases = held.get(dealId) ?? new Map<LeasedField, Held>();
  const known = leases.get(field);
  const lease = known && known.until > atMs ? known : null;
  if (act === "release") {
    if (lease?.key !== key) return { answer: { status: "held" }, moved: false };
    endLease(dealId, field);
    return { answer: { status: "held" }, moved: true };
  }
  if (lease && lease.key !== key && act === "hold")
    return { answer: { status: "theirs", key: lease.key }, moved: false };
  held.set(dealId, leases.set(field, { field, key, until: atMs + LEASE_MS }));
  return { answer: { status: "held" }, moved: lease?.key !== key };
}

/** The leases that stand now; those that ran out are forgotten on the way. */
export function leasesOn(dealId: string, atMs: number): FieldLease[] {
  const leases = held.get(dealId);
  if (!leases) return [];
  for (const [field, { until }] of leases) if (until <= atMs) endLease(dealId, field);
  return [...leases.values()].map(({ field, key }) => ({ field, key }));
}

/** Somebody left the card: what they held is free. Answers whether they held anything. */
export function dropLeases(dealId: string, key: string): boolean {
  const theirs = [...(held.get(dealId)?.values() ?? [])].filter((lease) => lease.key === key);
  for (const { field } of theirs) endLease(dealId, field);
  return theirs.length > 0;
}

function endLease(dealId: string, field: LeasedField): void {
  const leases = held.get(dealId);
  leases?.delete(field);
  if (leases?.size === 0) held.delete(dealId);
}
