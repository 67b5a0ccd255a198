import { type Audience, audiences } from "#machines/store/actor";
import { dealRoom } from "./presence.server";

/** Deals whose rooms are remembered by name: to write them out for every event would be work for nothing. */
const MOST_KNOWN = 5_000;

const known = new Map<string, Record<Audience, string>>();

/** The names of a deal's rooms, one for each audience. */
export function roomsOf(dealId: string): Record<Audience, string> {
  const found = known.get(dealId);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const rooms = Object.fromEntries(audiences.map((audience) => [audience, dealRoom(dealId, audience)]));
  known.set(dealId, rooms as Record<Audience, string>);
  return rooms as Record<Audience, string>;
}
