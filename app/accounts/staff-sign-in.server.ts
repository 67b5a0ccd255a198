import { z } from "zod";
import { database } from "#app/platform/database.server";
import { keyedHash } from "#app/platform/field-encryption.server";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { assert } from "#machines/assert";
import {
  HASH_OF_NOBODY,
  LONGEST_PASSWORD,
  hashPassword,
  passwordQueueIsFull,
  verifyPassword,
} from "./password-hash.server";
import { endAllSessions, startStaffSession } from "./session.server";

/**
 * Each wider window is stricter than the one before, so that a guesser is slowed from 5 a minute to 40 a day while
 * someone who mistyped waits a minute. An account is counted whether or not it exists.
 */
const perAccount = [
  rateLimit("sign-in.account.minute", { points: 5, perSeconds: 60 }),
  rateLimit("sign-in.account.hour", { points: 15, perSeconds: 60 * 60 }),
  rateLimit("sign-in.account.day", { points: 40, perSeconds: 24 * 60 * 60 }),
];

/** A whole store may sign in behind one address after a power cut. */
const perAddress = [
  rateLimit("sign-in.address.minute", { points: 30, perSeconds: 60 }),
  rateLimit("sign-in.address.hour", { points: 200, perSeconds: 60 * 60 }),
];

const BUSY_RETRY_SECONDS = 10;
const SHORTEST_PASSWORD = 12;

const attemptSchema = z.strictObject({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(LONGEST_PASSWORD),
});

export type SignInRefusal =
  { ok: false; reason: "wrong" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };

export type SignInAnswer = { ok: true; setCookie: string } | SignInRefusal;

async function tooMany(email: string, address: string): Promise<number | null> {
  const accountKey = keyedHash(email, "sign-in:account");
  for (const [limits, key] of [[perAddress, address] as const, [perAccount, accountKey] as const]) {
    for (const limit of limits) {
      const answer = await limit.take(key);
      if (!answer.ok) return answer.retryAfterSeconds;
    }
  }
  return null;
}

/**
 * The first of two steps. Unknown accounts, disabled ones, demo people and wrong passwords get one answer, after one
 * scrypt each. What a right password opens is the question for the second factor and nothing else.
 */
export async function signInStaff(
  request: Request,
  attempt: { email: unknown; password: unknown; address: string },
): Promise<SignInAnswer> {
  const parsed = attemptSchema.safeParse({ email: attempt.email, password: attempt.password });
  if (!parsed.success) return { ok: false, reason: "wrong" };
  const { email, password } = parsed.data;
  const retryAfterSeconds = await tooMany(email, attempt.address);
  if (retryAfterSeconds !== null) return { ok: false, reason: "slowDown", retryAfterSeconds };
  if (passwordQueueIsFull()) return { ok: false, reason: "slowDown", retryAfterSeconds: BUSY_RETRY_SECONDS };
  const staff = await database().prisma.staffMember.findUnique({ where: { email } });
  const matches = await verifyPassword(password, staff?.passwordHash ?? HASH_OF_NOBODY);
  if (!matches || !staff?.passwordHash || !staff.active) {
    log.warn({ staffId: staff?.id ?? null }, "wrong sign-in");
    return { ok: false, reason: "wrong" };
  }
  const { setCookie } = await startStaffSession(request, { staffId: staff.id, secondFactorAt: null });
  return { ok: true, setCookie };
}

/** Sets a password and ends whatever was signed in under the old one. */
export async function setStaffPassword(staffId: string, password: string): Promise<void> {
  assert(
    password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD,
    `a staff password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`,
  );
  const passwordHash = await hashPassword(password);
  await database().prisma.staffMember.update({ where: { id: staffId }, data: { passwordHash } });
  await endAllSessions({ staffId });
}
