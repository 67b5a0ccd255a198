import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import type { SignPlace } from "#app/documents/sign-place";
import { database } from "#app/platform/database.server";
import type { Locale } from "#app/ui/locale";
import { adoptedBy } from "./adopt-signature.server";
import { consentText } from "./consent-text";
import { showConsent, standingConsent } from "./consent.server";
import { differencesAreRead, differencesAt } from "./deal-differences.server";
import { endStaleSigning } from "./end-signing.server";
import type { Origin } from "./signing-log.server";
import type { SigningPerson } from "./signing-session.server";
import type { DocumentView, SigningView } from "./signing-view";

const roleOf = (role: string): SigningView["role"] => (role === "coBuyer" || role === "store" ? role : "buyer");

/** Where this signer stands, and what they can do next. Showing the consent is a step of its own: it is logged. */
export async function signingView(person: SigningPerson, locale: Locale, origin: Origin): Promise<SigningView> {
  const { dealId, id: envelopeId } = person.envelope;
  await endStaleSigning(dealId);
  const { prisma } = database();
  const envelope = await prisma.signingEnvelope.findUniqueOrThrow({
    where: { id: envelopeId },
    include: { signers: { orderBy: { place: "asc" }, include: { consents: true } } },
  });
  const state = await readDealState(dealId);
  const self = envelope.signers.find(({ id }) => id === person.signer.id);
  assert(state && self, "a signing has its deal and its signer");
  const { store, identity } = contextOf(state);
  const role = roleOf(self.role);
  const words = { locale, store: store.name, phone: store.phone };
  const consentGiven = role === "store" || standingConsent(self.consents) !== null;
  const documents = await documentsOf(person);
  const hand = adoptedBy(self);
  const compared = role === "buyer" ? await differencesAt(dealId, envelope.revision) : null;
  const areRead = role !== "buyer" || (await differencesAreRead(dealId, envelope.revision));
  const isTurn = envelope.signers.every(({ place, signedAt }) => place >= self.place || signedAt !== null);
  const step: SigningView["step"] = (() => {
    if (envelope.status === "completed") return "done";
    if (envelope.status !== "open") return "ended";
    if (self.signedAt !== null || !isTurn) return "waiting";
    if (!consentGiven) return "consent";
    if (!areRead) return "differences";
    return hand === null ? "adopt" : "sign";
  })();
  if (step === "consent") await showConsent(person, words, origin);
  return {
    store: store.name,
    phone: store.phone,
    dealNumber: identity.dealNumber,
    number: envelope.number,
    name: self.name,
    role,
    inStore: self.channel === "screen",
    step,
    status: envelope.status,
    why: envelope.endedWhy ?? "",
    consentGiven: consentGiven && role !== "store",
    consent: consentText(locale, store.name, store.phone),
    adopted: hand && {
      method: hand.signature.method,
      text: hand.signature.method === "typed" ? hand.signature.text : null,
      strokes: hand.signature.method === "drawn" ? hand.signature.strokes : null,
      initials: hand.initials.method === "typed" ? hand.initials.text : "",
    },
    differences: compared && compared.rows.length + compared.promiseLines.length > 0 ? compared : null,
    documents,
    others: envelope.signers
      .filter(({ id }) => id !== self.id)
      .map((one) => ({ name: one.name, role: one.role, signed: one.signedAt !== null })),
    dealId,
    certificate: envelope.certificateBlob !== null,
  };
}

/** The documents in which this signer has a place: nobody is shown another one's papers. */
async function documentsOf({ signer, envelope }: SigningPerson): Promise<DocumentView[]> {
  const { prisma } = database();
  const sent = await prisma.envelopeDocument.findMany({
    where: { envelopeId: envelope.id },
    orderBy: { place: "asc" },
  });
  const drawn = await prisma.jacketDocument.findMany({
    where: { id: { in: sent.map(({ documentId }) => documentId) } },
  });
  const signed = await prisma.fieldSignature.findMany({ where: { signerId: signer.id } });
  return sent.flatMap(({ documentId, title, sha256, readAt, signedBlob }) => {
    const row = drawn.find(({ id }) => id === documentId);
    const places = ((row?.places ?? []) as unknown as SignPlace[]).filter((place) => place.signer === signer.role);
    if (!row || places.length === 0) return [];
    const fields = places.map(({ id, kind, intent }) => ({
      fieldId: id,
      kind,
      intent,
      signed: signed.some((one) => one.documentId === documentId && one.fieldId === id),
    }));
    const read = signer.role in (readAt as object);
    return [{ documentId, title, pages: row.pages, sha256, read, fields, signedCopy: signedBlob !== null }];
  });
}
