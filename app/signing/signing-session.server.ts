import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import type { EnvelopeSigner, SigningEnvelope } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";

/** Time to read fifteen documents; afterwards the second factor is asked again. */
const SESSION_MINUTES = 90;
const SECRET_BYTES = 32;
const secretPattern = /^[\w-]{43}$/;
const secure = env.PUBLIC_URL.startsWith("https:");

const cookie = createCookie(secure ? "__Host-signing" : "signing", {
  path: "/",
  httpOnly: true,
  secure,
  sameSite: "lax",
});

const idOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/** Who signs here, by which proof. */
export interface SigningPerson {
  signer: EnvelopeSigner;
  envelope: SigningEnvelope;
  /** "link and code by mail", "screen of the store", "staff session". */
  authentication: string;
}

/** Opens the ceremony for somebody who has proved who they are; answers the cookie that says so. */
export async function startSigningSession(
  signer: EnvelopeSigner,
  authentication: string,
  origin: Origin,
): Promise<{ setCookie: string }> {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + SESSION_MINUTES * 60_000);
  await database().prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, signer.envelopeId);
    await tx.signingSession.create({
      data: { idHash: idOf(secret), signerId: signer.id, authentication, createdAt, expiresAt },
    });
    await tx.envelopeSigner.updateMany({ where: { id: signer.id, viewedAt: null }, data: { viewedAt: createdAt } });
    const payload = { role: signer.role, by: authentication };
    await logStep(tx, signer.envelopeId, { type: "authenticated", payload, byName: signer.name, origin });
  });
  return { setCookie: await cookie.serialize(secret) };
}

/** Who signs by this request's cookie; null when nobody does, or no longer. */
export async function readSigningPerson(request: Request): Promise<SigningPerson | null> {
  const value: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof value !== "string" || !secretPattern.test(value)) return null;
  const session = await database().prisma.signingSession.findUnique({
    where: { idHash: idOf(value) },
    include: { signer: { include: { envelope: true } } },
  });
  if (!session || session.expiresAt <= now()) return null;
  const { envelope, ...signer } = session.signer;
  return { signer, envelope, authentication: session.authentication };
}

/** The person is done, or the screen goes to somebody else. */
export async function endSigningSession(request: Request): Promise<{ setCookie: string }> {
  const value: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (typeof value === "string" && secretPattern.test(value))
    await database().prisma.signingSession.deleteMany({ where: { idHash: idOf(value) } });
  return { setCookie: await cookie.serialize("", { maxAge: 0 }) };
}
