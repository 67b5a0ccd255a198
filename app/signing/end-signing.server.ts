import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { encryptField } from "#app/platform/field-encryption.server";
import type { Prisma } from "#app/generated/prisma/client";
import { emailPlace } from "./envelope-fields";
import { sendSigningLink } from "./signing-link.server";
import { lockEnvelope, logStep, type Origin, type SigningStep } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";
import type { SigningPerson } from "./signing-session.server";

const LONGEST_REASON = 500;

/** Ends a ceremony that is still open; of any number who try exactly one does. */
async function end(
  tx: Prisma.TransactionClient,
  envelopeId: string,
  status: "declined" | "voided" | "expired",
  step: SigningStep,
): Promise<boolean> {
  const endedWhy = String(step.payload.reason ?? "");
  const { count } = await tx.signingEnvelope.updateMany({
    where: { id: envelopeId, status: "open" },
    data: { status, endedAt: now(), endedWhy },
  });
  if (count === 1) await logStep(tx, envelopeId, step);
  return count === 1;
}

/** A signer will not sign, and says why: the ceremony ends, what was signed in it goes nowhere. */
export async function declineSigning(
  { signer, envelope }: SigningPerson,
  reason: string,
  origin: Origin,
): Promise<SigningAnswer> {
  const why = reason.trim().slice(0, LONGEST_REASON);
  if (why === "") return refused("reasonMissing");
  return database().prisma.$transaction(async (tx): Promise<SigningAnswer> => {
    await lockEnvelope(tx, envelope.id);
    const step: SigningStep = {
      type: "declined",
      payload: { role: signer.role, reason: why },
      byName: signer.name,
      origin,
    };
    if (!(await end(tx, envelope.id, "declined", step))) return refused("notOpen");
    await tx.envelopeSigner.update({ where: { id: signer.id }, data: { declinedAt: now(), declinedWhy: why } });
    return { ok: true };
  });
}

/** The store takes the ceremony back. One that is complete is not taken back. */
export async function voidSigning(
  envelopeId: string,
  { by, reason, origin }: { by: string; reason: string; origin: Origin },
): Promise<SigningAnswer> {
  const why = reason.trim().slice(0, LONGEST_REASON);
  if (why === "") return refused("reasonMissing");
  return database().prisma.$transaction(async (tx): Promise<SigningAnswer> => {
    await lockEnvelope(tx, envelopeId);
    const step: SigningStep = { type: "voided", payload: { reason: why }, byName: by, origin };
    return (await end(tx, envelopeId, "voided", step)) ? { ok: true } : refused("notOpen");
  });
}

const nobody: Origin = { address: "", agent: "" };

/** The documents of a deal were voided or have run out: ceremonies about them end with them. */
export async function endStaleSigning(dealId: string): Promise<void> {
  const { prisma } = database();
  const open = await prisma.signingEnvelope.findMany({
    where: { dealId, status: "open" },
    include: { documents: true },
  });
  for (const { id, documents, expiresAt } of open) {
    const ids = documents.map(({ documentId }) => documentId);
    const voided = await prisma.jacketDocument.count({ where: { id: { in: ids }, voidedAt: { not: null } } });
    const late = expiresAt <= now();
    if (voided === 0 && !late) continue;
    await prisma.$transaction(async (tx) => {
      await lockEnvelope(tx, id);
      const reason = voided > 0 ? "The deal was opened again; its documents are void." : "Nobody finished in time.";
      const type = voided > 0 ? "voided" : "expired";
      await end(tx, id, type, { type, payload: { reason }, byName: "system", origin: nobody });
    });
  }
}

/** The link once more, to another address where one is given. The link before it is dead. */
export async function resendLink(
  envelopeId: string,
  { email, by, origin }: { email: string; by: string; origin: Origin },
): Promise<SigningAnswer> {
  const address = email.trim().slice(0, 200);
  if (address !== "") {
    const changed = await database().prisma.$transaction(async (tx) => {
      await lockEnvelope(tx, envelopeId);
      const next = await tx.envelopeSigner.findFirst({
        where: { envelopeId, signedAt: null, channel: "remote" },
        orderBy: { place: "asc" },
      });
      if (!next) return false;
      await tx.envelopeSigner.update({
        where: { id: next.id },
        data: { emailSealed: encryptField(address, emailPlace(next.id)), codesSent: 0 },
      });
      await logStep(tx, envelopeId, { type: "contactChanged", payload: { role: next.role }, byName: by, origin });
      return true;
    });
    if (!changed) return refused("notOpen");
  }
  await sendSigningLink(envelopeId, origin, true);
  return { ok: true };
}
