import { createHash, randomInt, randomUUID } from "node:crypto";
import { Paper } from "#app/documents/paper.server";
import type { SigningConsent } from "#app/generated/prisma/client";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import type { Locale } from "#app/ui/locale";
import { CONSENT_VERSION, consentText } from "./consent-text";
import { lockEnvelope, logStep, type Origin } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";
import type { SigningPerson } from "./signing-session.server";

const MOST_CODE_TRIES = 8;

const codePlace = (consentId: string) => `SigningConsent:codeHash:${consentId}`;

const hashOf = (text: readonly string[]) => createHash("sha256").update(text.join("\n")).digest("hex");

/** The consent that stands for a signer: given, and not withdrawn. */
export const standingConsent = (consents: readonly SigningConsent[]): SigningConsent | null =>
  consents.find(({ givenAt, withdrawnAt }) => givenAt !== null && withdrawnAt === null) ?? null;

/** Shows the words and remembers which they were; the same person sees the same sample again. */
export async function showConsent(
  { signer }: SigningPerson,
  words: { locale: Locale; store: string; phone: string },
  origin: Origin,
): Promise<SigningConsent> {
  const text = consentText(words.locale, words.store, words.phone);
  const { prisma } = database();
  return prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, signer.envelopeId);
    const open = await tx.signingConsent.findFirst({
      where: { signerId: signer.id, givenAt: null, withdrawnAt: null, textHash: hashOf(text) },
    });
    if (open) return open;
    const id = randomUUID();
    const code = String(randomInt(0, 10_000)).padStart(4, "0");
    const consent = await tx.signingConsent.create({
      data: {
        id,
        signerId: signer.id,
        textVersion: CONSENT_VERSION,
        textHash: hashOf(text),
        language: words.locale,
        // Encrypted, not hashed: the sample has to be drawn with it again.
        codeHash: encryptField(code, codePlace(id)),
        shownAt: now(),
        ...origin,
      },
    });
    const payload = { role: signer.role, version: CONSENT_VERSION, textHash: consent.textHash };
    await logStep(tx, signer.envelopeId, { type: "consentShown", payload, byName: signer.name, origin });
    return consent;
  });
}

/** The sample document, with the code in it that shows it was opened. */
export async function drawSample({ signer }: SigningPerson, store: string): Promise<Uint8Array | null> {
  const consent = await database().prisma.signingConsent.findFirst({
    where: { signerId: signer.id, givenAt: null, withdrawnAt: null },
    orderBy: { shownAt: "desc" },
  });
  if (!consent) return null;
  const code = decryptField(consent.codeHash, codePlace(consent.id));
  const paper = await Paper.create({
    title: consent.language === "fr" ? "Exemple de document" : "Sample document",
    author: store,
    date: consent.shownAt,
    footer: store,
    letters: store,
    locale: consent.language === "fr" ? "fr" : "en",
  });
  const french = consent.language === "fr";
  paper.text(french ? "Exemple de document" : "Sample document", paper.left, { size: 18, bold: true });
  paper.space(34);
  paper.paragraph(
    french
      ? "Vous pouvez ouvrir les documents de ce dossier. Tapez ce code sur la page de consentement :"
      : "You can open the documents of this deal. Type this code on the consent page:",
    { size: 11, soft: false },
  );
  paper.space(10);
  paper.text(code, paper.left, { size: 40, bold: true });
  return paper.finish();
}

/** Consent given in a way that shows the documents can be opened: without the code of the sample there is none. */
export async function giveConsent(
  { signer, envelope }: SigningPerson,
  given: string,
  origin: Origin,
): Promise<SigningAnswer> {
  const { prisma } = database();
  return prisma.$transaction(async (tx): Promise<SigningAnswer> => {
    await lockEnvelope(tx, envelope.id);
    const consent = await tx.signingConsent.findFirst({
      where: { signerId: signer.id, withdrawnAt: null },
      orderBy: { shownAt: "desc" },
    });
    if (!consent) return refused("noConsent");
    if (consent.givenAt) return { ok: true };
    if (consent.wrongCodes >= MOST_CODE_TRIES) return refused("tooManyTries");
    if (given.replaceAll(/\s/g, "") !== decryptField(consent.codeHash, codePlace(consent.id))) {
      await tx.signingConsent.update({ where: { id: consent.id }, data: { wrongCodes: { increment: 1 } } });
      return refused("wrongCode");
    }
    await tx.signingConsent.update({ where: { id: consent.id }, data: { givenAt: now(), ...origin } });
    const payload = { role: signer.role, version: consent.textVersion, textHash: consent.textHash };
    await logStep(tx, envelope.id, { type: "consentGiven", payload, byName: signer.name, origin });
    return { ok: true };
  });
}

/** Takes the consent back: what was signed stays signed, nothing more is signed here. */
export async function withdrawConsent({ signer, envelope }: SigningPerson, origin: Origin): Promise<SigningAnswer> {
  await database().prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, envelope.id);
    const { count } = await tx.signingConsent.updateMany({
      where: { signerId: signer.id, givenAt: { not: null }, withdrawnAt: null },
      data: { withdrawnAt: now() },
    });
    if (count > 0)
      await logStep(tx, envelope.id, {
        type: "consentWithdrawn",
        payload: { role: signer.role },
        byName: signer.name,
        origin,
      });
  });
  return { ok: true };
}

/** Somebody wants it on paper: the store reads it in the log and prints. */
export async function askForPaper({ signer, envelope }: SigningPerson, origin: Origin): Promise<SigningAnswer> {
  await database().prisma.$transaction(async (tx) => {
    await lockEnvelope(tx, envelope.id);
    await logStep(tx, envelope.id, { type: "paperAsked", payload: { role: signer.role }, byName: signer.name, origin });
  });
  return { ok: true };
}
