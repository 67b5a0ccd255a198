import { createHash } from "node:crypto";
import { env } from "#app/platform/env.server";
import { remember } from "#app/platform/remember.server";

/**
 * Says in an answer's headers that its document is the same for everybody who asks for this address in this language
 * while what it stands on is the same: no name, no session, nothing but the response's own nonce and request id. Taken
 * off before the answer leaves.
 */
export const SAME_FOR_ALL = "X-Document-Standing";

/** A busy store's pages in both languages; 110 kB each. */
const MOST_DOCUMENTS = 200;

export interface KeptDocument {
  /** The document cut where a response's own values stood. */
  parts: readonly Buffer[];
  /** Which value stands after each part. */
  slots: readonly (keyof OwnValues)[];
  /** What was said beside it, in the order in which it was said. */
  headers: readonly (readonly [name: string, value: string])[];
}

export interface OwnValues {
  nonce: string;
  requestId: string;
}

const kept = remember("documentCache", () => new Map<string, KeptDocument>());

/** The key of everything a page is drawn from. */
export const documentKey = (...parts: unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Takes off an answer's headers what its document stands on; null where it is somebody's own, or not a good one. */
export function takeStanding(headers: Headers, status: number): string | null {
  const standing = headers.get(SAME_FOR_ALL);
  headers.delete(SAME_FOR_ALL);
  return status === 200 && !headers.has("Set-Cookie") ? standing : null;
}

/** A drawn document, or null when it has to be drawn. */
export function keptDocument(key: string): KeptDocument | null {
  const document = kept.get(key);
  if (!document) return null;
  // The one used last is the last to go.
  kept.delete(key);
  kept.set(key, document);
  return document;
}

/** A drawn document with this response's own values in it. */
export function filledIn({ parts, slots }: KeptDocument, own: OwnValues): Buffer<ArrayBuffer> {
  const values = { nonce: Buffer.from(own.nonce), requestId: Buffer.from(own.requestId) };
  return Buffer.concat(
    parts.flatMap((part, index) => {
      const slot = slots[index];
      return slot ? [part, values[slot]] : [part];
    }),
  );
}

/** Keeps a document that was drawn for this response. Not while developing: an edited component must be seen. */
export function keepDocument(key: string, text: string, headers: Headers, own: OwnValues): void {
  if (env.NODE_ENV !== "production") return;
  const parts: Buffer[] = [];
  const slots: (keyof OwnValues)[] = [];
  let rest = text;
  for (;;) {
    const [nonceAt, requestIdAt] = [rest.indexOf(own.nonce), rest.indexOf(own.requestId)];
    if (nonceAt < 0 && requestIdAt < 0) break;
    const slot = requestIdAt < 0 || (nonceAt >= 0 && nonceAt < requestIdAt) ? "nonce" : "requestId";
    const at = slot === "nonce" ? nonceAt : requestIdAt;
    parts.push(Buffer.from(rest.slice(0, at)));
    slots.push(slot);
    rest = rest.slice(at + own[slot].length);
  }
  parts.push(Buffer.from(rest));
  if (kept.size >= MOST_DOCUMENTS) kept.delete(kept.keys().next().value!);
  kept.set(key, { parts, slots, headers: [...headers] });
}
