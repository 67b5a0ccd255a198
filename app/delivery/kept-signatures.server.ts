import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";

const placeOf = (signatureId: string) => `DrawnSignature:sealed:${signatureId}`;

/** Keeps a drawn name, encrypted; the same one twice is one. */
export async function keepSignature(signature: {
  dealId: string;
  signatureId: string;
  strokes: string;
}): Promise<void> {
  const { dealId, signatureId, strokes } = signature;
  const sealed = encryptField(strokes, placeOf(signatureId));
  await database().prisma.drawnSignature.createMany({
    data: [{ id: signatureId, dealId, sealed, createdAt: now() }],
    skipDuplicates: true,
  });
}

/** The strokes of a signature of this deal; null for any other name. */
export async function readSignature(dealId: string, signatureId: string): Promise<string | null> {
  const row = await database().prisma.drawnSignature.findFirst({ where: { id: signatureId, dealId } });
  return row && decryptField(row.sealed, placeOf(signatureId));
}
