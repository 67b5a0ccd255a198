import { EventEmitter } from "node:events";
import { remember } from "#app/platform/remember.server";

export interface SessionEnded {
  sessionId: string;
  /** `replaced`: the same browser got a new id and may come back at once; `revoked`: it may not. */
  why: "replaced" | "revoked";
}

const endings = () => remember("accounts.sessionEndings", () => new EventEmitter<{ ended: [SessionEnded] }>());

/**
 * Tells the line to the browsers at once that a session is over, so that its sockets drop within seconds.
 * Within this process only; on other nodes the hub asks `sessionStillValid` from time to time.
 */
export function onSessionEnded(listener: (ended: SessionEnded) => void): () => void {
  endings().on("ended", listener);
  return () => void endings().off("ended", listener);
}

export function announceSessionEnded(ended: SessionEnded): void {
  endings().emit("ended", ended);
}
