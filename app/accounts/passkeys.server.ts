import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { writeAudit } from "#app/audit/audit-trail.server";
import type { StaffPasskey } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { hasFreshFactor, noteFreshFactor } from "./fresh-factor.server";
import { CHALLENGE_MS, keepChallenge, type PasskeyPurpose, takeChallenge } from "./passkey-challenge.server";
import type { PasskeyRow } from "./passkey-row";
import type { StaffPerson } from "./request-person.server";
import { browserSession, startStaffSession } from "./session.server";

/** A phone, a computer, a key on the ring, and spares. */
export const MOST_PASSKEYS = 10;
const LONGEST_NAME = 60;

/** A signature cannot be guessed; a browser that fails this often is asked to stop. */
const fewTries = rateLimit("passkeys", { points: 20, perSeconds: 5 * 60 });

/** Where keys are good: the address people use, and no other. */
const place = () => {
  const { hostname, origin } = new URL(env.PUBLIC_URL);
  return { rpID: hostname, origin };
};

const keysOf = (staffId: string) =>
  database().prisma.staffPasskey.findMany({ where: { staffId }, orderBy: { createdAt: "asc" } });

const named = ({ id, transports }: StaffPasskey) => ({ id, transports: transports as AuthenticatorTransport[] });

export async function listPasskeys(staffId: string): Promise<PasskeyRow[]> {
  return (await keysOf(staffId)).map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

export type EnrolRefusal = { ok: false; reason: "secondFactor" | "tooMany" | "notVerified" };

/** What a browser is asked in order to make a key. A key is added by who just proved themselves, not by who found a screen. */
export async function beginEnrol(person: StaffPerson, code: string) {
  if (!(await hasFreshFactor(person, code))) return { ok: false, reason: "secondFactor" } satisfies EnrolRefusal;
  const known = await keysOf(person.staffId);
  if (known.length >= MOST_PASSKEYS) return { ok: false, reason: "tooMany" } satisfies EnrolRefusal;
  const staff = await database().prisma.staffMember.findUniqueOrThrow({
    where: { id: person.staffId },
    select: { email: true, rooftop: { select: { name: true } } },
  });
  const options = await generateRegistrationOptions({
    rpName: staff.rooftop.name,
    rpID: place().rpID,
    userID: new Uint8Array(Buffer.from(person.staffId)),
    userName: staff.email,
    userDisplayName: `${person.firstName} ${person.lastName}`,
    timeout: CHALLENGE_MS,
    attestationType: "none",
    excludeCredentials: known.map(named),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await keepChallenge(person.sessionId, "enrol", options.challenge);
  return { ok: true as const, options };
}

/** Keeps the key that a browser made, under the name its owner gives it. */
export async function finishEnrol(
  person: StaffPerson,
  response: RegistrationResponseJSON,
  name: string,
): Promise<{ ok: true } | EnrolRefusal> {
  const expectedChallenge = await takeChallenge(person.sessionId, "enrol");
  const { origin: expectedOrigin, rpID: expectedRPID } = place();
  const read =
    expectedChallenge &&
    (await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    }).catch(() => null));
  if (!read || !read.verified) return { ok: false, reason: "notVerified" };
  const { credential } = read.registrationInfo;
  const { count } = await database().prisma.staffPasskey.createMany({
    data: [
      {
        id: credential.id,
        staffId: person.staffId,
        name: name.trim().slice(0, LONGEST_NAME) || "1",
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: credential.transports ?? [],
        createdAt: now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return { ok: false, reason: "notVerified" };
  await told(person, "passkey.added", credential.id);
  return { ok: true };
}

/** Takes a key away; the code of the telephone stays as the other way in. */
export async function removePasskey(person: StaffPerson, id: string): Promise<boolean> {
  const { count } = await database().prisma.staffPasskey.deleteMany({ where: { id, staffId: person.staffId } });
  if (count === 1) await told(person, "passkey.removed", id);
  return count === 1;
}

const told = ({ rooftopId, staffId, firstName, lastName }: StaffPerson, act: string, subject: string) =>
  writeAudit({ rooftopId, actorId: staffId, actorName: `${firstName} ${lastName}`, act, subject, detail: "" });

async function optionsFor(staffId: string, sessionId: string, purpose: PasskeyPurpose) {
  const known = await keysOf(staffId);
  if (known.length === 0) return null;
  const options = await generateAuthenticationOptions({
    rpID: place().rpID,
    allowCredentials: known.map(named),
    timeout: CHALLENGE_MS,
    userVerification: "required",
  });
  await keepChallenge(sessionId, purpose, options.challenge);
  return options;
}

/** The member of staff who gave the password in this browser and not yet the second factor. */
async function halfSignedIn(request: Request) {
  const session = await browserSession(request.headers.get("Cookie"));
  return session?.staffId && !session.secondFactorAt ? { staffId: session.staffId, sessionId: session.idHash } : null;
}

export async function beginSignIn(request: Request) {
  const half = await halfSignedIn(request);
  return half && optionsFor(half.staffId, half.sessionId, "signIn");
}

/** The second factor by a key: a new right means a new session, as with a code. */
export async function finishSignIn(
  request: Request,
  response: AuthenticationResponseJSON,
): Promise<{ setCookie: string } | null> {
  const half = await halfSignedIn(request);
  if (!half || !(await isRightKey(half.staffId, half.sessionId, "signIn", response))) return null;
  const { setCookie } = await startStaffSession(request, { staffId: half.staffId, secondFactorAt: now() });
  return { setCookie };
}

export const beginProof = ({ staffId, sessionId }: StaffPerson) => optionsFor(staffId, sessionId, "prove");

/** Proves again who sits here: what needs a fresh second factor is open from now, for its minutes. */
export async function finishProof(person: StaffPerson, response: AuthenticationResponseJSON): Promise<boolean> {
  if (!(await isRightKey(person.staffId, person.sessionId, "prove", response))) return false;
  await noteFreshFactor(person.sessionId);
  return true;
}

async function isRightKey(
  staffId: string,
  sessionId: string,
  purpose: PasskeyPurpose,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  if (!(await fewTries.take(staffId)).ok) return false;
  const { prisma } = database();
  const expectedChallenge = await takeChallenge(sessionId, purpose);
  const key = await prisma.staffPasskey.findFirst({ where: { id: response.id, staffId } });
  if (!expectedChallenge || !key) return false;
  const { origin: expectedOrigin, rpID: expectedRPID } = place();
  const read = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
      counter: Number(key.counter),
      transports: key.transports as AuthenticatorTransport[],
    },
  }).catch((error: unknown) => {
    // A count that goes back is told here as well: the key was copied, or somebody repeats what they heard.
    log.warn({ staffId, passkey: key.id, reason: (error as Error).message }, "a passkey was not right");
    return null;
  });
  if (!read?.verified) return false;
  // Of two answers with one count, one is good.
  const { count } = await prisma.staffPasskey.updateMany({
    where: { id: key.id, counter: key.counter },
    data: { counter: read.authenticationInfo.newCounter, lastUsedAt: now() },
  });
  return count === 1;
}
