import { createHash } from "node:crypto";
import { env } from "#app/platform/env.server";
import { remember } from "#app/platform/remember.server";

/**
 * Says in an answer's headers that its document is the same for everybody who gets the same data in the same language:
 * no name, no session, nothing but the response's own nonce and request id. Taken off before the answer leaves.
 */
export const SAME_FOR_ALL = "X-Document-Key";

/** A busy store's pages in both languages; 90 kB each. */
const MOST_DOCUMENTS = 200;

interface KeptDocument {
  /** The document cut where a response's own values stood. */
  parts: string[];
  /** Which value stands after each part. */
  slots: ("nonce" | "requestId")[];
}

const kept = remember("documentCache", () => new Map<string, KeptDocument>());

export interface OwnValues {
  nonce: string;
  requestId: string;
}

/** The key of everything a page is drawn from. */
export const documentKey = (...parts: unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Takes the key off an answer's headers; null where the document is somebody's own, or not a good one. */
export function takeDocumentKey(headers: Headers, status: number): string | null {
  const key = headers.get(SAME_FOR_ALL);
  headers.delete(SAME_FOR_ALL);
  return status === 200 ? key : null;
}

/** A drawn document with this response's own values in it, or null when it has to be drawn. */
export function keptDocument(key: string, own: OwnValues): string | null {
  const document = kept.get(key);
  if (!document) return null;
  // The one used last is the last to go.
  kept.delete(key);
  kept.set(key, document);
  return document.parts.reduce((text, part, index) => {
    const slot = document.slots[index];
    return text + part + (slot ? own[slot] : "");
  }, "");
}

/** Keeps a document that was drawn for this response. Not while developing: an edited component must be seen. */
export function keepDocument(key: string, text: string, own: OwnValues): void {
  if (env.NODE_ENV !== "production") return;
  const parts: string[] = [];
  const slots: KeptDocument["slots"] = [];
  let rest = text;
  for (;;) {
    const [nonceAt, requestIdAt] = [rest.indexOf(own.nonce), rest.indexOf(own.requestId)];
    if (nonceAt < 0 && requestIdAt < 0) break;
    const slot = requestIdAt < 0 || (nonceAt >= 0 && nonceAt < requestIdAt) ? "nonce" : "requestId";
    const at = slot === "nonce" ? nonceAt : requestIdAt;
    parts.push(rest.slice(0, at));
    slots.push(slot);
    rest = rest.slice(at + own[slot].length);
  }
  parts.push(rest);
  if (kept.size >= MOST_DOCUMENTS) kept.delete(kept.keys().next().value!);
  kept.set(key, { parts, slots });
}
