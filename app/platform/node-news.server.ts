import { randomUUID } from "node:crypto";
import { createClient } from "@redis/client";
import { log } from "./log.server";
import { newsUp } from "./metrics.server";
import { forget, remember } from "./remember.server";

/** Redis that says nothing for this long is treated as gone: a stalled line looks the same as a quiet one. */
const SILENCE_MS = 9_000;
const PING_EVERY_MS = 3_000;
const CONNECT_MS = 3_000;
const RETRY_MOST_MS = 2_000;

/**
 * What the servers of one installation tell each other. News only: nothing may depend on its arrival, and whoever was
 * deaf for a while looks at the database again. Without other servers it tells nobody and is always well.
 */
export interface NodeNews {
  /** This server among the others, for as long as its process lives. */
  readonly nodeId: string;
  /** May there be other servers at all? */
  readonly hasOthers: boolean;
  /** Tells the others; dropped while the line is down. */
  tell(topic: string, body: unknown): void;
  onTold(topic: string, listener: (body: unknown, from: string) => void): () => void;
  /** The line is up, for the first time or again: what was told meanwhile was missed. */
  onBack(listener: () => void): () => void;
  isUp(): boolean;
  close(): Promise<void>;
}

type TopicListener = (body: unknown, from: string) => void;

interface Envelope {
  from: string;
  topic: string;
  body: unknown;
}

const KEY = "nodeNews";

const alone: NodeNews = {
  nodeId: "alone",
  hasOthers: false,
  tell: () => undefined,
  onTold: () => () => undefined,
  onBack: () => () => undefined,
  isUp: () => true,
  close: () => Promise.resolve(),
};

export const nodeNews = (): NodeNews => remember<NodeNews>(KEY, () => alone);

/** Makes a line the one that `nodeNews()` answers, for the server's start and for tests. */
export function useNodeNews(news: NodeNews | null): void {
  forget(KEY);
  if (news) remember(KEY, () => news);
}

function connectionTo(url: string, name: string, queue: boolean) {
  const client = createClient({
    url,
    name: `deal-jacket-${name}`,
    pingInterval: PING_EVERY_MS,
    // A publisher that queued while Redis is away would tell old news for minutes after.
    disableOfflineQueue: !queue,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => Math.min(RETRY_MOST_MS, 50 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random()),
    },
  });
  // Without a listener a lost Redis would end the process.
  client.on("error", (error: unknown) => log.debug({ err: error, name }, "the line between servers has trouble"));
  return client;
}

/** Connects in the background: a server starts and works while Redis is away. `channel` names one installation. */
export function openNodeNews(url: string, channel: string): NodeNews {
  const nodeId = randomUUID();
  const topics = new Map<string, Set<TopicListener>>();
  const backListeners = new Set<() => void>();
  const publisher = connectionTo(url, "publisher", false);
  const subscriber = connectionTo(url, "subscriber", true);
  let subscribed = false;

  const changed = (up: boolean) => {
    newsUp.set(up ? 1 : 0);
    log.warn(up ? "the line between servers is up" : "the line between servers is down; the database is asked instead");
  };
  const take = (text: string) => {
    const { from, topic, body } = JSON.parse(text) as Envelope;
    if (from === nodeId) return;
    for (const listener of topics.get(topic) ?? []) guarded(topic, () => listener(body, from));
  };
  const back = () => {
    if (!subscribed || !publisher.isReady || !subscriber.isReady) return;
    changed(true);
    for (const listener of backListeners) guarded("back", listener);
  };
  // Subscriptions are taken up again before `ready`.
  for (const client of [publisher, subscriber]) client.on("ready", back);
  subscriber.on("reconnecting", () => newsUp.set(0));
  subscriber.on("error", () => subscribed && newsUp.set(0));
  const opened = Promise.all([publisher.connect(), subscriber.connect()])
    .then(() => subscriber.subscribe(channel, take))
    .then(() => {
      subscribed = true;
      back();
    })
    .catch((error: unknown) => log.warn({ err: error }, "the line between servers was closed before it was up"));

  return {
    nodeId,
    hasOthers: true,
    tell(topic, body) {
      const envelope: Envelope = { from: nodeId, topic, body };
      // Lost news is found again by its readers; waiting for Redis would make it a condition of everything.
      publisher.publish(channel, JSON.stringify(envelope)).catch(() => undefined);
    },
    onTold(topic, listener) {
      const known = topics.get(topic) ?? new Set();
      topics.set(topic, known.add(listener));
      return () => void known.delete(listener);
    },
    onBack(listener) {
      backListeners.add(listener);
      return () => void backListeners.delete(listener);
    },
    isUp: () => subscribed && publisher.isReady && subscriber.isReady,
    async close() {
      for (const client of [publisher, subscriber]) client.destroy();
      await opened;
    },
  };
}

/** One listener that fails must not keep the news from the others. */
function guarded(topic: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    log.error({ err: error, topic }, "news from another server could not be taken in");
  }
}
