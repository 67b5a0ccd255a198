/** One plain cookie out of a Cookie header; preferences only, sessions have their own reader. */
export function readCookie(header: string | null, name: string): string | undefined {
  if (!header) return undefined;
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * A Set-Cookie value for a preference such as the language. Not secret and not a session, so the page may read it;
 * Secure is left out on plain http, where a browser would drop the cookie.
 */
export function preferenceCookie(name: string, value: string, options: { secure: boolean }): string {
  const attributes = [`${name}=${value}`, "Path=/", `Max-Age=${ONE_YEAR_SECONDS}`, "SameSite=Lax"];
  if (options.secure) attributes.push("Secure");
  return attributes.join("; ");
}
