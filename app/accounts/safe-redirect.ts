/** Any base does: it only has to be an origin that no address can name by accident. */
const OWN_ORIGIN = "http://own.invalid";

const LONGEST_PATH = 2_000;

/**
 * Where to send a person next, when the address came from outside (a query, a form field).
 * Only a path on our own origin passes; `//evil.example`, `/\evil.example`, `https:evil.example`, tabs and user
 * names before an @ fall back. The result is checked a second time, because the parser itself can make one:
 * `/.//evil.example` is a path of ours until its dots are resolved, and then a browser reads it as another host.
 */
export function safeRedirect(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || to.length > LONGEST_PATH || !to.startsWith("/")) return fallback;
  if (!URL.canParse(to, OWN_ORIGIN)) return fallback;
  const url = new URL(to, OWN_ORIGIN);
  if (url.origin !== OWN_ORIGIN || url.username !== "" || url.password !== "") return fallback;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith("//") ? fallback : path;
}
