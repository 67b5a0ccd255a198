import type { StripeEvent } from "./stand-in-objects";
import type { StandInStore } from "./stand-in-store.server";

/** The version of the objects in events; the one the `stripe` package speaks. */
export const API_VERSION = "2026-10-28.endive";

/** Writes an event down as due; the sender takes it from there. The object is what it is now, not what it becomes. */
export function recordEvent(store: StandInStore, type: string, object: object): StripeEvent {
  const event: StripeEvent = {
    id: store.newId("evt"),
    object: "event",
    api_version: API_VERSION,
    created: store.now(),
    data: { object: publicObject(structuredClone(object)) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
  store.data.events[event.id] = event;
  store.data.undelivered.push({ event: event.id, tries: 0, dueAt: 0 });
  return event;
}

/** An object as Stripe would show it: without what only the stand-in keeps with it. */
export function publicObject(object: object): object {
  const { stand_in: _, ...shown } = object as { stand_in?: unknown };
  return shown;
}
