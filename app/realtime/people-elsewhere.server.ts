import { remember } from "#app/platform/remember.server";
import type { PresentPerson } from "./protocol";

/** Who is on which deal through the other servers, as those last said. */
interface OtherServer {
  heardAt: number;
  deals: Map<string, PresentPerson[]>;
}

const others = remember("peopleElsewhere", () => new Map<string, OtherServer>());

export type PeopleByDeal = Record<string, PresentPerson[]>;

export function peopleElsewhere(dealId: string): PresentPerson[] {
  if (others.size === 0) return [];
  return [...others.values()].flatMap(({ deals }) => deals.get(dealId) ?? []);
}

function serverCalled(nodeId: string, at: number): OtherServer {
  const known = others.get(nodeId) ?? { heardAt: at, deals: new Map() };
  known.heardAt = at;
  others.set(nodeId, known);
  return known;
}

export const hearBeat = (nodeId: string, at: number): void => void serverCalled(nodeId, at);

/** Takes in what another server says of some deals: an empty list means that nobody is left there. */
export function hearPeople(nodeId: string, people: PeopleByDeal, at: number): string[] {
  const { deals } = serverCalled(nodeId, at);
  for (const [dealId, list] of Object.entries(people)) {
    if (list.length > 0) deals.set(dealId, list);
    else deals.delete(dealId);
  }
  return Object.keys(people);
}

/** A server that is gone takes its people with it; answers the deals that they were on. */
export function forgetServer(nodeId: string): string[] {
  const gone = others.get(nodeId);
  others.delete(nodeId);
  return [...(gone?.deals.keys() ?? [])];
}

export const silentServers = (before: number): string[] =>
  [...others].filter(([, { heardAt }]) => heardAt < before).map(([nodeId]) => nodeId);
