import { nodeNews } from "#app/platform/node-news.server";
import { forgetServer, hearBeat, hearPeople, type PeopleByDeal, silentServers } from "./people-elsewhere.server";
import { dealsWithPeopleHere, peopleHere } from "./presence.server";

/** A server that was not heard of for three beats is gone, and its people with it. */
const BEAT_MS = 5_000;
const GONE_AFTER_MS = 3 * BEAT_MS + 1_000;
/** Deals in one message: a full hall must not be one long line. */
const DEALS_PER_MESSAGE = 100;

export interface PresenceNews {
  /** Somebody came, went or moved here; the others hear of it at the end of this turn. */
  changed(dealId: string): void;
  stop(): void;
}

/** Keeps the lists of people whole across servers. `moved` is called for each deal whose people changed elsewhere. */
export function startPresenceNews(moved: (dealId: string) => void): PresenceNews {
  const news = nodeNews();
  if (!news.hasOthers) return { changed: () => undefined, stop: () => undefined };
  const dirty = new Set<string>();
  const tellDirty = () => {
    const dealIds = [...dirty];
    dirty.clear();
    for (let from = 0; from < dealIds.length; from += DEALS_PER_MESSAGE) {
      const people: PeopleByDeal = {};
      for (const dealId of dealIds.slice(from, from + DEALS_PER_MESSAGE)) people[dealId] = peopleHere(dealId);
      news.tell("people", people);
    }
  };
  const changed = (dealId: string) => {
    if (dirty.size === 0) setImmediate(tellDirty);
    dirty.add(dealId);
  };
  // Whoever missed some of it would keep people who left meanwhile, so the list begins anew.
  const tellAll = () => {
    news.tell("gone", null);
    dealsWithPeopleHere().forEach(changed);
  };
  const leaveTo = (dealIds: readonly string[]) => dealIds.forEach(moved);
  const stops = [
    news.onTold("people", (people, from) => leaveTo(hearPeople(from, people as PeopleByDeal, Date.now()))),
    news.onTold("beat", (_body, from) => hearBeat(from, Date.now())),
    news.onTold("gone", (_body, from) => leaveTo(forgetServer(from))),
    news.onTold("whoIsThere", tellAll),
    news.onBack(() => {
      news.tell("whoIsThere", null);
      tellAll();
    }),
  ];
  const beat = setInterval(() => {
    news.tell("beat", null);
    for (const nodeId of silentServers(Date.now() - GONE_AFTER_MS)) leaveTo(forgetServer(nodeId));
  }, BEAT_MS).unref();
  return {
    changed,
    stop() {
      clearInterval(beat);
      for (const stop of stops) stop();
      news.tell("gone", null);
    },
  };
}
