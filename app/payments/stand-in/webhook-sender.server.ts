import { log } from "#app/platform/log.server";
import { makeSignature } from "./webhook-signature.server";
import type { StandInStore } from "./stand-in-store.server";

/** How events travel: as they should, or as they do on a bad day. */
export type DeliveryMode = "normal" | "duplicate" | "reversed" | "paused" | "dropFirst";

/** Seconds until the next try, as long as nobody answers with 2xx. */
const BACK_OFF_SECONDS = [1, 2, 5, 15, 60, 300, 3600];
const ANSWER_MS = 5_000;

export interface WebhookTarget {
  url: string;
  secrets: readonly string[];
}

export interface WebhookSender {
  mode: DeliveryMode;
  target: WebhookTarget | null;
  /** Tries everything that is due, and says how many are left. */
  deliver(options?: { evenIfNotDue?: boolean }): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const LOOK_MS = 200;

export function createWebhookSender(store: StandInStore): WebhookSender {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<number> = Promise.resolve(0);
  const sender: WebhookSender = {
    mode: "normal",
    target: null,
    deliver(options) {
      // One round at a time: two would deliver the same event from both.
      running = running.then(() => deliverDue(store, sender, options?.evenIfNotDue ?? false));
      return running;
    },
    start() {
      timer = setInterval(() => {
        if (sender.mode !== "paused" && store.data.undelivered.length > 0) void sender.deliver();
      }, LOOK_MS);
      timer.unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      await running;
    },
  };
  return sender;
}

async function deliverDue(store: StandInStore, sender: WebhookSender, evenIfNotDue: boolean): Promise<number> {
  const { target, mode } = sender;
  if (!target) return store.data.undelivered.length;
  const due = store.data.undelivered.filter(({ dueAt }) => evenIfNotDue || dueAt <= store.now());
  if (mode === "reversed") due.reverse();
  for (const waiting of due) {
    const event = store.data.events[waiting.event];
    if (!event) continue;
    const dropped = mode === "dropFirst" && waiting.tries === 0;
    const delivered = !dropped && (await post(target, JSON.stringify(event), store.now()));
    if (delivered && mode === "duplicate") await post(target, JSON.stringify(event), store.now());
    if (delivered) {
      event.pending_webhooks = 0;
      store.data.undelivered = store.data.undelivered.filter((one) => one !== waiting);
    } else {
      const wait = BACK_OFF_SECONDS[Math.min(waiting.tries, BACK_OFF_SECONDS.length - 1)] ?? 0;
      waiting.tries += 1;
      waiting.dueAt = store.now() + wait;
    }
  }
  if (due.length > 0) store.save();
  return store.data.undelivered.length;
}

async function post(target: WebhookTarget, body: string, at: number): Promise<boolean> {
  try {
    const response = await fetch(target.url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "stripe-signature": makeSignature(body, target.secrets, at) },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    log.debug({ err: error }, "stand-in: an event was not taken");
    return false;
  }
}
