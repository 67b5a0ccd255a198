import { type Audience, audiences, isPublicAudience } from "#machines/store/actor";
import { remember } from "#app/platform/remember.server";
import { peopleElsewhere } from "./people-elsewhere.server";
import type { PresenceMessage, PresentPerson } from "./protocol";
import { isCustomersPlace } from "./shared-places";
import type { DealServer, DealSocket } from "./socket-person.server";

type KnownPerson = PresentPerson & { hidden: boolean };

/** Who is on which deal through this server, by connection. Kept apart from the deal: presence is news, never truth. */
const present = remember("presence", () => new Map<string, Map<string, KnownPerson>>());

export const dealRoom = (dealId: string, audience: Audience) => `deal:${dealId}:${audience}`;

export function enterDeal(dealId: string, socket: DealSocket, person: Omit<PresentPerson, "key">): void {
  const people = present.get(dealId) ?? new Map();
  present.set(dealId, people);
  people.set(socket.id, { ...person, key: socket.data.key, hidden: false });
}

export function leaveDeal(dealId: string, socketId: string): void {
  const people = present.get(dealId);
  people?.delete(socketId);
  if (people?.size === 0) present.delete(dealId);
}

export function movePresence(socketId: string, message: PresenceMessage): boolean {
  const { dealId, stage, field, device, idle, hidden = false } = message;
  const person = present.get(dealId)?.get(socketId);
  if (!person) return false;
  Object.assign(person, { stage, field, device, idle, hidden });
  return true;
}

/** The buyer said who they are: from now on the others read their name. */
export function nameCustomers(dealId: string, firstName: string): void {
  for (const person of present.get(dealId)?.values() ?? [])
    if (person.role === "customer" && !isInvited(person)) person.firstName = firstName;
}

/** In a seat of their own, with a name of their own. */
const isInvited = ({ seat }: Pick<PresentPerson, "seat">) => seat === "coBuyer" || seat === "guest";

const told = ({ key, role, firstName, seat, device, stage, field, idle }: KnownPerson): PresentPerson => ({
  key,
  role,
  firstName,
  ...(seat && { seat }),
  device,
  stage,
  field,
  idle,
});

/** Those who let it be known that they are on the card through this server; what the other servers are told. */
export const peopleHere = (dealId: string): PresentPerson[] =>
  [...(present.get(dealId)?.values() ?? [])].filter(({ hidden }) => !hidden).map(told);
export const dealsWithPeopleHere = (): string[] => [...present.keys()];

/** Everybody on the card who lets it be known, without ids. Staff on the card are no secret from its customer. */
export const peopleOn = (dealId: string): PresentPerson[] => [...peopleHere(dealId), ...peopleElsewhere(dealId)];

/** As one audience is told it: a customer does not learn the names of staff panels. */
export function peopleFor(dealId: string, audience: Audience): PresentPerson[] {
  const people = peopleOn(dealId);
  if (!isPublicAudience(audience)) return people;
  return people.map((person) =>
    person.field === null || isCustomersPlace(person.field) ? person : { ...person, field: null },
  );
}

/** Is anybody of that side on the card, hidden or not? For deciding, never for telling. */
export const sideIsHere = (dealId: string, side: "customer" | "store"): boolean =>
  [...(present.get(dealId)?.values() ?? []), ...peopleElsewhere(dealId)].some(
    ({ role }) => (role === "customer") === (side === "customer"),
  );

/** The person behind a connection's key, for asking them something; null when they are not here or hidden. */
export const personCalled = (dealId: string, key: string): PresentPerson | null =>
  peopleOn(dealId).find((person) => person.key === key) ?? null;

export function tellPeople(io: DealServer, dealId: string): void {
  for (const audience of audiences)
    io.local.to(dealRoom(dealId, audience)).emit("deal:people", { dealId, people: peopleFor(dealId, audience) });
}
