import type { StaffMember } from "#app/generated/prisma/client";
import { log } from "#app/platform/log.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { HASH_OF_NOBODY, LONGEST_PASSWORD, passwordQueueIsFull, verifyPassword } from "./password-hash.server";
import { secondFactorIsRight } from "./second-factor.server";

/** As strict as signing in: whoever holds the screen has all afternoon to guess. */
const perPerson = [
  rateLimit("staff-proof.minute", { points: 5, perSeconds: 60 }),
  rateLimit("staff-proof.hour", { points: 15, perSeconds: 60 * 60 }),
];
const BUSY_RETRY_SECONDS = 10;

export type StaffProof =
  { ok: true } | { ok: false; reason: "wrong" } | { ok: false; reason: "slowDown"; retryAfterSeconds: number };

/** Is this the member of staff who was signed in here? By their password, or by the six digits of their second factor. */
export async function checkStaffProof(staff: StaffMember, proof: string): Promise<StaffProof> {
  for (const limit of perPerson) {
    const turn = await limit.take(staff.id);
    if (!turn.ok) return { ok: false, reason: "slowDown", retryAfterSeconds: turn.retryAfterSeconds };
  }
  const given = proof.replace(/\s/g, "");
  if (/^\d{6}$/.test(given)) {
    if (await secondFactorIsRight(staff.id, given)) return { ok: true };
  } else {
    if (passwordQueueIsFull()) return { ok: false, reason: "slowDown", retryAfterSeconds: BUSY_RETRY_SECONDS };
    const password = proof.slice(0, LONGEST_PASSWORD);
    if ((await verifyPassword(password, staff.passwordHash ?? HASH_OF_NOBODY)) && staff.passwordHash)
      return { ok: true };
  }
  log.warn({ staffId: staff.id }, "wrong proof at a screen that was handed over");
  return { ok: false, reason: "wrong" };
}
