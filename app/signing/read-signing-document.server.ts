import { readPaper } from "#app/documents/paper-store.server";
import type { SignPlace } from "#app/documents/sign-place";
import { getBlob } from "#app/platform/blobs.server";
import { database } from "#app/platform/database.server";
import { standingConsent } from "./consent.server";
import { noteRead } from "./sign-field.server";
import type { Origin } from "./signing-log.server";
import type { SigningPerson } from "./signing-session.server";

export interface FoundDocument {
  bytes: Uint8Array;
  fileName: string;
}

/**
 * A document as it is shown and signed, or its signed copy, for a signer who has a place in it. Nothing is shown
 * electronically before the consent to that; what is shown is noted.
 */
export async function readSignedOrShown(
  person: SigningPerson,
  documentId: string,
  copy: boolean,
  origin: Origin,
): Promise<FoundDocument | null> {
  const { signer, envelope } = person;
  const { prisma } = database();
  const sent = await prisma.envelopeDocument.findUnique({
    where: { envelopeId_documentId: { envelopeId: envelope.id, documentId } },
  });
  const drawn = sent && (await prisma.jacketDocument.findUnique({ where: { id: documentId } }));
  const places = (drawn?.places ?? []) as unknown as SignPlace[];
  if (!sent || !drawn || !places.some((place) => place.signer === signer.role)) return null;
  const consents = await prisma.signingConsent.findMany({ where: { signerId: signer.id, givenAt: { not: null } } });
  if (signer.role !== "store" && (copy ? consents.length === 0 : !standingConsent(consents))) return null;
  const bytes = await readPaper(copy ? (sent.signedBlob ?? "") : drawn.blobKey);
  if (!bytes) return null;
  if (!copy && envelope.status === "open") await noteRead(person, documentId, origin);
  return { bytes, fileName: copy ? drawn.fileName.replace(/\.pdf$/, "-signed.pdf") : drawn.fileName };
}

/** The certificate of a completed ceremony of this deal. */
export async function readCertificate(dealId: string, envelopeId: string): Promise<FoundDocument | null> {
  const envelope = await database().prisma.signingEnvelope.findFirst({ where: { id: envelopeId, dealId } });
  const blob = envelope?.certificateBlob ? await getBlob(envelope.certificateBlob) : null;
  return blob && envelope ? { bytes: blob.bytes, fileName: `certificate-${envelope.number}.pdf` } : null;
}
