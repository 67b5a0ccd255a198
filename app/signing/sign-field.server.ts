import { assert } from "#machines/assert";
import { readPaper } from "#app/documents/paper-store.server";
import type { SignPlace } from "#app/documents/sign-place";
import type { Prisma } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { enqueue } from "#app/platform/jobs.server";
import { completeSigning } from "./complete-signing.server";
import { standingConsent } from "./consent.server";
import { differencesAreRead } from "./deal-differences.server";
import { sendSigningLink } from "./signing-link.server";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";
import { refused, type SigningAnswer, type SigningRefusal } from "./signing-refusal";
import type { SigningPerson } from "./signing-session.server";

export interface FieldToSign {
  documentId: string;
  fieldId: string;
  /** Of the bytes that the person looked at. */
  sha256: string;
}

type Transaction = Prisma.TransactionClient;

const placesOf = (places: unknown) => places as SignPlace[];

/** May this person sign now at all? */
async function whyNot(tx: Transaction, { signer, envelope }: SigningPerson): Promise<SigningRefusal | null> {
  const current = await tx.signingEnvelope.findUniqueOrThrow({
    where: { id: envelope.id },
    include: { signers: { include: { consents: true } } },
  });
  if (current.status !== "open" || current.expiresAt <= now()) return "notOpen";
  const self = current.signers.find(({ id }) => id === signer.id);
  assert(self, "a signer belongs to their envelope");
  if (self.declinedAt !== null) return "notOpen";
  if (current.signers.some(({ place, signedAt }) => place < self.place && signedAt === null)) return "notYourTurn";
  // Staff sign as the store, under the store's own agreement to work this way.
  if (self.role !== "store" && !standingConsent(self.consents)) return "noConsent";
  return self.signatureSealed === null ? "noSignature" : null;
}

/**
 * One signature in one place, by an act of its own: of the person whose place it is, in their turn, under their consent, on
 * exactly the bytes they looked at. A second press finds the first one's signature.
 */
export async function signField(person: SigningPerson, field: FieldToSign, origin: Origin): Promise<SigningAnswer> {
  const { signer, envelope } = person;
  if (signer.role === "buyer" && !(await differencesAreRead(envelope.dealId, envelope.revision)))
    return refused("differences");
  const { prisma } = database();
  const document = await prisma.jacketDocument.findUnique({ where: { id: field.documentId } });
  // The kept bytes are read, and their hash made, at the moment of signing: damaged ones are a fault, not a contract.
  if (document) await readPaper(document.blobKey);
  const answer = await prisma.$transaction(async (tx): Promise<SigningAnswer<{ finished: boolean }>> => {
    await lockEnvelope(tx, envelope.id);
    const reason = await whyNot(tx, person);
    if (reason) return refused(reason);
    const key = { envelopeId: envelope.id, documentId: field.documentId };
    const sent = await tx.envelopeDocument.findUnique({ where: { envelopeId_documentId: key } });
    const drawn = await tx.jacketDocument.findUnique({ where: { id: field.documentId } });
    const place = placesOf(drawn?.places ?? []).find(
      ({ id, signer: whose }) => id === field.fieldId && whose === signer.role,
    );
    if (!sent || !drawn || !place || drawn.voidedAt !== null) return refused("documentChanged");
    if (field.sha256 !== sent.sha256 || drawn.sha256 !== sent.sha256) return refused("documentChanged");
    if (!(signer.role in (sent.readAt as object))) return refused("notRead");
    const { count } = await tx.fieldSignature.createMany({
      data: [
        {
          ...key,
          fieldId: place.id,
          signerId: signer.id,
          method: place.kind,
          intent: place.intent,
          documentSha256: sent.sha256,
          authentication: person.authentication,
          ...origin,
          at: now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 1) {
      const payload = { role: signer.role, document: drawn.kind, field: place.id, sha256: sent.sha256 };
      await logStep(tx, envelope.id, { type: "fieldSigned", payload, byName: signer.name, origin });
    }
    return { ok: true, finished: await finishSigner(tx, person, origin) };
  });
  if (answer.ok && answer.finished) await goOn(envelope.id, origin);
  return answer;
}

/** Everything of theirs is signed: their part is done, and the next one's turn comes. */
async function finishSigner(tx: Transaction, { signer, envelope }: SigningPerson, origin: Origin): Promise<boolean> {
  const sent = await tx.envelopeDocument.findMany({ where: { envelopeId: envelope.id } });
  const drawn = await tx.jacketDocument.findMany({ where: { id: { in: sent.map(({ documentId }) => documentId) } } });
  const own = drawn.flatMap(({ places }) => placesOf(places)).filter(({ signer: whose }) => whose === signer.role);
  const signed = await tx.fieldSignature.count({ where: { signerId: signer.id } });
  if (signed < own.length) return false;
  const { count } = await tx.envelopeSigner.updateMany({
    where: { id: signer.id, signedAt: null },
    data: { signedAt: now() },
  });
  if (count === 1)
    await logStep(tx, envelope.id, {
      type: "signerFinished",
      payload: { role: signer.role },
      byName: signer.name,
      origin,
    });
  return count === 1;
}

async function goOn(envelopeId: string, origin: Origin): Promise<void> {
  const waiting = await database().prisma.envelopeSigner.count({ where: { envelopeId, signedAt: null } });
  if (waiting > 0) await sendSigningLink(envelopeId, origin);
  else await enqueue(completeSigning, { envelopeId }, { key: `complete-signing:${envelopeId}` });
}

/** Somebody opened a document in the ceremony: only what was opened can be signed. */
export async function noteRead({ signer, envelope }: SigningPerson, documentId: string, origin: Origin): Promise<void> {
  await database().prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, envelope.id);
    const key = { envelopeId_documentId: { envelopeId: envelope.id, documentId } };
    const sent = await tx.envelopeDocument.findUnique({ where: key });
    const readAt = (sent?.readAt ?? {}) as Record<string, string>;
    if (!sent || signer.role in readAt) return;
    await tx.envelopeDocument.update({
      where: key,
      data: { readAt: { ...readAt, [signer.role]: now().toISOString() } },
    });
    const payload = { role: signer.role, title: sent.title, sha256: sent.sha256 };
    await logStep(tx, envelope.id, { type: "documentRead", payload, byName: signer.name, origin });
  });
}
