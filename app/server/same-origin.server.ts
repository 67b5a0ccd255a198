import type { IncomingMessage } from "node:http";
import { env } from "#app/platform/env.server";

/** Posted to by other servers, which prove themselves by a signature instead: the payment provider's events. */
const SIGNED_PATHS = [/^\/webhooks\//];

/** Asked by other sites' pages; public-api.server.ts takes off whatever could say who somebody is. */
export const isPublicApi = (path: string): boolean => path.startsWith("/api/");

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

function hostOf(address: string): string | null {
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
}

/** Is this Origin ours: the host it was asked for, or the configured public address? */
export function isOwnOrigin(origin: string | undefined, request: IncomingMessage): boolean {
  const host = origin === undefined ? null : hostOf(origin);
  if (host === null) return false;
  return host === request.headers.host || host === new URL(env.PUBLIC_URL).host;
}

/**
 * May this request change something? Browsers say where an unsafe request comes from in Sec-Fetch-Site, which pages
 * cannot forge, and in Origin. Sec-Fetch-Site is asked first: with `Referrer-Policy: no-referrer` a plain form of our own
 * sends `Origin: null`. A request that says neither comes from no browser of ours and is refused.
 */
export function comesFromOurPages(request: IncomingMessage, path: string): boolean {
  if (safeMethods.has(request.method ?? "GET")) return true;
  if (SIGNED_PATHS.some((signed) => signed.test(path)) || isPublicApi(path)) return true;
  const site = request.headers["sec-fetch-site"];
  const { origin } = request.headers;
  if (site !== undefined) {
    return site === "same-origin" && (origin === undefined || origin === "null" || isOwnOrigin(origin, request));
  }
  return isOwnOrigin(origin, request);
}

/**
 * May this handshake open a live connection? CORS settings do not guard websockets, so the origin is compared here.
 * Long polling by GET carries no Origin on the same site; Sec-Fetch-Site stands in for it.
 */
export function mayOpenSocket(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return isOwnOrigin(origin, request);
  return request.headers["sec-fetch-site"] === "same-origin";
}
