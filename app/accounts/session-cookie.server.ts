import { createHash, randomBytes } from "node:crypto";
import { createCookie, type Cookie } from "@remix-run/node";
import { env } from "#app/platform/env.server";

/** 256 random bits: not guessable, so the cookie needs no signature. */
const SESSION_SECRET_BYTES = 32;
const secretPattern = /^[\w-]{43}$/;

/**
 * `__Host-` binds the cookie to this very host over https. A browser refuses that name on plain http,
 * which is how the demo and development run, so they get the plain name.
 */
export function makeSessionCookie(publicUrl: string): Cookie {
  const secure = publicUrl.startsWith("https:");
  return createCookie(secure ? "__Host-deal_session" : "deal_session", {
    path: "/",
    httpOnly: true,
    secure,
    sameSite: "lax",
  });
}

export const sessionCookie = makeSessionCookie(env.PUBLIC_URL);

export function newSessionSecret(): string {
  return randomBytes(SESSION_SECRET_BYTES).toString("base64url");
}

/** What the table and everyone but the browser know a session by: a stolen table opens nothing. */
export function sessionIdOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** The id of the session that a Cookie header claims; whether it lives is for the table to say. */
export async function claimedSessionId(cookieHeader: string | null | undefined): Promise<string | null> {
  const value: unknown = cookieHeader ? await sessionCookie.parse(cookieHeader) : null;
  return typeof value === "string" && secretPattern.test(value) ? sessionIdOf(value) : null;
}
