import type { Audience } from "#machines/store/actor";
import { remember } from "#app/platform/remember.server";
import type { PresenceMessage, PresentPerson } from "./protocol";
import type { DealServer, DealSocket } from "./socket-person.server";

/** Who is on which deal, by connection. Kept apart from the deal: presence is news, never truth. */
const present = remember("presence", () => new Map<string, Map<string, PresentPerson>>());

export const dealRoom = (dealId: string, audience: Audience) => `deal:${dealId}:${audience}`;

export function enterDeal(dealId: string, socket: DealSocket, person: Omit<PresentPerson, "key">): void {
  const people = present.get(dealId) ?? new Map();
  present.set(dealId, people);
  people.set(socket.id, { ...person, key: socket.data.key });
}

export function leaveDeal(dealId: string, socketId: string): void {
  const people = present.get(dealId);
  people?.delete(socketId);
  if (people?.size === 0) present.delete(dealId);
}

export function movePresence(socketId: string, { dealId, stage, field, device, idle }: PresenceMessage): boolean {
  const person = present.get(dealId)?.get(socketId);
  if (!person) return false;
  Object.assign(person, { stage, field, device, idle });
  return true;
}

/** The customer said who they are: from now on the others read their name. */
export function nameCustomers(dealId: string, firstName: string): void {
  for (const person of present.get(dealId)?.values() ?? [])
    if (person.role === "customer") person.firstName = firstName;
}

/** Everybody on the card, without ids. Customers and staff see the same list: staff on the card are no secret. */
export function peopleOn(dealId: string): PresentPerson[] {
  return [...(present.get(dealId)?.values() ?? [])];
}

export function tellPeople(io: DealServer, dealId: string, rooms: readonly string[]): void {
  io.local.to([...rooms]).emit("deal:people", { dealId, people: peopleOn(dealId) });
}
