import { z } from "zod";
import { type AdoptedSignature, drawnBox } from "#app/documents/execute-document.server";
import { printable } from "#app/documents/typeset.server";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import type { EnvelopeSigner } from "#app/generated/prisma/client";
import { initialsPlace, signaturePlace } from "./envelope-fields";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";
import type { SigningPerson } from "./signing-session.server";

const MOST_STROKES = 60;
const MOST_POINTS = 4_000;

const typedSchema = z.object({
  method: z.literal("typed"),
  text: z.string().transform(printable).pipe(z.string().trim().min(1).max(80)),
});
const drawnSchema = z.object({
  method: z.literal("drawn"),
  strokes: z
    .array(z.array(z.int().min(0).max(drawnBox.width)).min(2).max(MOST_POINTS))
    .min(1)
    .max(MOST_STROKES)
    .refine((strokes) => strokes.flat().length <= MOST_POINTS && strokes.every(({ length }) => length % 2 === 0)),
});
const adoptedSchema = z.discriminatedUnion("method", [typedSchema, drawnSchema]);

/** A signature and initials adopted once for the whole ceremony; each place is then signed by an act of its own. */
export async function adoptSignature(
  { signer, envelope }: SigningPerson,
  given: { signature: unknown; initials: unknown },
  origin: Origin,
): Promise<SigningAnswer> {
  const signature = adoptedSchema.safeParse(given.signature);
  const initials = typedSchema.safeParse(given.initials);
  if (!signature.success || !initials.success || [...initials.data.text].length > 6) return refused("badSignature");
  return database().prisma.$transaction(async (tx): Promise<SigningAnswer> => {
    await lockEnvelope(tx, envelope.id);
    const started = await tx.fieldSignature.count({ where: { signerId: signer.id } });
    // One hand for one ceremony: after its first use it is no longer changed.
    if (started > 0) return { ok: true };
    await tx.envelopeSigner.update({
      where: { id: signer.id },
      data: {
        signatureMethod: signature.data.method,
        signatureSealed: encryptField(JSON.stringify(signature.data), signaturePlace(signer.id)),
        initialsSealed: encryptField(JSON.stringify(initials.data), initialsPlace(signer.id)),
      },
    });
    const payload = { role: signer.role, method: signature.data.method };
    await logStep(tx, envelope.id, { type: "signatureAdopted", payload, byName: signer.name, origin });
    return { ok: true };
  });
}

/** The signer's own hand, for the moment a copy is made. */
export function adoptedBy({ id, signatureSealed, initialsSealed }: EnvelopeSigner): {
  signature: AdoptedSignature;
  initials: AdoptedSignature;
} | null {
  if (signatureSealed === null || initialsSealed === null) return null;
  return {
    signature: adoptedSchema.parse(JSON.parse(decryptField(signatureSealed, signaturePlace(id)))),
    initials: adoptedSchema.parse(JSON.parse(decryptField(initialsSealed, initialsPlace(id)))),
  };
}
