import { createHash } from "node:crypto";
import { z } from "zod";
import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { documentLanguage } from "#app/documents/document-language";
import { drawApart } from "#app/documents/draw-apart.server";
import type { SignedMark } from "#app/documents/execute-document.server";
import { jacketWords } from "#app/documents/jacket-words";
import { keepPaper, readPaper } from "#app/documents/paper-store.server";
import type { SignPlace } from "#app/documents/sign-place";
import { storeSigningKey } from "#app/documents/store-signing-key.server";
import type { Prisma } from "#app/generated/prisma/client";
import { putBlob } from "#app/platform/blobs.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { defineJob } from "#app/platform/jobs.server";
import { formatDate, formatTime } from "#app/ui/format";
import { translator } from "#app/ui/translator";
import { adoptedBy } from "./adopt-signature.server";
import { certificateOf } from "./certificate-content.server";
import { COPY_DAYS } from "./signing-link.server";
import { lockEnvelope, logStep } from "./signing-log.server";

const RETRIES = 8;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Everybody has signed: each document's signed and sealed copy, then the word that it is complete, then its certificate. */
export const completeSigning = defineJob({
  name: "complete-signing",
  schema: z.object({ envelopeId: z.string() }),
  retryLimit: RETRIES,
  handle: ({ envelopeId }) => complete(envelopeId),
});

const withParts = {
  signers: { orderBy: { place: "asc" as const } },
  documents: { orderBy: { place: "asc" as const } },
};
type Whole = Prisma.SigningEnvelopeGetPayload<{ include: typeof withParts }>;

const readWhole = (id: string): Promise<Whole> =>
  database().prisma.signingEnvelope.findUniqueOrThrow({ where: { id }, include: withParts });

/** May be done again at any point: what is there already is left as it is. */
async function complete(envelopeId: string): Promise<void> {
  const envelope = await readWhole(envelopeId);
  if (envelope.status !== "open" && envelope.status !== "completed") return;
  if (envelope.signers.some(({ signedAt }) => signedAt === null)) return;
  for (const { documentId, signedBlob } of envelope.documents)
    if (signedBlob === null) await execute(envelope, documentId);
  await close(envelopeId);
  await certify(envelopeId);
}

async function execute(envelope: Whole, documentId: string): Promise<void> {
  const { prisma } = database();
  const drawn = await prisma.jacketDocument.findUniqueOrThrow({ where: { id: documentId } });
  const state = await readDealState(envelope.dealId);
  const shown = await readPaper(drawn.blobKey);
  assert(shown && state, "a signed document has its bytes and its deal");
  assert(sha256(shown) === drawn.sha256, "the copy is made of the bytes that were signed");
  const { store } = contextOf(state);
  const locale = documentLanguage(store);
  const t = translator(jacketWords, locale);
  const signatures = await prisma.fieldSignature.findMany({
    where: { envelopeId: envelope.id, documentId },
    orderBy: [{ at: "asc" }, { fieldId: "asc" }],
  });
  const places = drawn.places as unknown as SignPlace[];
  const marks = signatures.flatMap(({ fieldId, signerId, method, at }): SignedMark[] => {
    const signer = envelope.signers.find(({ id }) => id === signerId);
    const place = places.find(({ id }) => id === fieldId);
    const hand = signer && adoptedBy(signer);
    if (!signer || !place || !hand) return [];
    const when = `${formatDate(at, locale, store.timeZone, "long")}, ${formatTime(at, locale, store.timeZone)}`;
    // A box of initials holds a day; the log and the certificate hold its second.
    const day = formatDate(at, locale, store.timeZone, "numeric");
    const caption = method === "initials" ? day : `${when}, ${signer.name}`;
    return [{ place, signature: method === "initials" ? hand.initials : hand.signature, caption }];
  });
  assert(marks.length === signatures.length, "every signature has its place and its hand");
  const at = (signatures.at(-1)?.at ?? now()).toISOString();
  const { bytes } = await drawApart({
    kind: "execute",
    execution: {
      bytes: shown,
      marks,
      footer: t("signedFooter", { number: envelope.number, hash: drawn.sha256 }),
      at,
      key: await storeSigningKey(envelope.rooftopId),
      seal: {
        reason: t("signedByAll", { number: envelope.number }),
        location: `${store.address.city}, ${store.address.region}`,
        at: now().toISOString(),
      },
    },
  });
  const signedBlob = await keepPaper(bytes, drawn.kind);
  await prisma.envelopeDocument.updateMany({
    where: { envelopeId: envelope.id, documentId, signedBlob: null },
    data: { signedBlob, signedSha256: sha256(bytes) },
  });
}

async function close(envelopeId: string): Promise<void> {
  const endedAt = now();
  const linkExpiresAt = new Date(endedAt.getTime() + COPY_DAYS * 86_400_000);
  await database().prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, envelopeId);
    const { count } = await tx.signingEnvelope.updateMany({
      where: { id: envelopeId, status: "open" },
      data: { status: "completed", endedAt },
    });
    if (count === 0) return;
    await tx.envelopeSigner.updateMany({ where: { envelopeId, tokenHash: { not: null } }, data: { linkExpiresAt } });
    const documents = await tx.envelopeDocument.count({ where: { envelopeId } });
    const origin = { address: "", agent: "" };
    await logStep(tx, envelopeId, { type: "completed", payload: { documents }, byName: "system", origin });
  });
}

async function certify(envelopeId: string): Promise<void> {
  const { prisma } = database();
  const envelope = await prisma.signingEnvelope.findUniqueOrThrow({ where: { id: envelopeId } });
  if (envelope.certificateBlob !== null || envelope.status !== "completed") return;
  const content = await certificateOf(envelopeId);
  const key = await storeSigningKey(envelope.rooftopId);
  const { bytes } = await drawApart({ kind: "certificate", content, key });
  const certificateBlob = await putBlob(bytes, "application/pdf");
  await prisma.signingEnvelope.updateMany({
    where: { id: envelopeId, certificateBlob: null },
    data: { certificateBlob, certificateSha256: sha256(bytes) },
  });
}
