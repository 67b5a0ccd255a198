import { EventEmitter } from "node:events";
import { remember } from "#app/platform/remember.server";

export interface AccessEnded {
  dealId: string;
  shopperId: string;
}

const endings = () => remember("accounts.accessEndings", () => new EventEmitter<{ ended: [AccessEnded] }>());

/** Tells this process at once that somebody may no longer open a deal; other nodes ask the table every few seconds. */
export function onAccessEnded(listener: (ended: AccessEnded) => void): () => void {
  endings().on("ended", listener);
  return () => void endings().off("ended", listener);
}

export function announceAccessEnded(ended: AccessEnded): void {
  endings().emit("ended", ended);
}
