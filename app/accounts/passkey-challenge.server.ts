import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";

/** Time to find the key, and to fail once. */
export const CHALLENGE_MS = 5 * 60_000;

/** What the answer is for: one that was given to sign in proves nothing later, and the other way round. */
export type PasskeyPurpose = "enrol" | "signIn" | "prove";

/** Keeps what this browser was asked; asking again replaces it. */
export async function keepChallenge(sessionId: string, purpose: PasskeyPurpose, challenge: string): Promise<void> {
  const kept = { challenge, expiresAt: new Date(now().getTime() + CHALLENGE_MS) };
  await database().prisma.passkeyChallenge.upsert({
    where: { sessionId_purpose: { sessionId, purpose } },
    create: { sessionId, purpose, ...kept },
    update: kept,
  });
  await database().prisma.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now() } } });
}

/** What this browser was asked, once: of two answers that arrive together one finds it. */
export async function takeChallenge(sessionId: string, purpose: PasskeyPurpose): Promise<string | null> {
  const { prisma } = database();
  const kept = await prisma.passkeyChallenge.findUnique({ where: { sessionId_purpose: { sessionId, purpose } } });
  if (!kept) return null;
  const { challenge } = kept;
  const { count } = await prisma.passkeyChallenge.deleteMany({ where: { sessionId, purpose, challenge } });
  return count === 1 && kept.expiresAt > now() ? challenge : null;
}
