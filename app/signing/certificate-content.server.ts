import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import type { CertificateContent } from "#app/documents/forms/certificate.server";
import type { SigningEvent } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import { standingConsent } from "./consent.server";
import { signingLog } from "./signing-log.server";

/** Store's time to the second, with the world's beside it where it counts. */
const moment = (at: Date) => `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;

const says: Record<string, string> = {
  started: "The signing was begun",
  linkSent: "The link was sent",
  codeSent: "A code was sent as second factor",
  authenticated: "Came in",
  consentShown: "The consent was shown",
  consentGiven: "Consented to electronic records and signatures, the sample document opened",
  consentWithdrawn: "Withdrew the consent",
  paperAsked: "Asked for paper",
  documentRead: "Opened a document",
  differencesAcknowledged: "Acknowledged the differences from what was agreed",
  signatureAdopted: "Adopted a signature",
  fieldSigned: "Signed",
  signerFinished: "Finished",
  contactChanged: "The address was changed",
  declined: "Declined",
  voided: "The store voided the signing",
  expired: "The signing ran out",
  completed: "Everybody has signed; copies were sealed",
};

/** A step in words, with everything its row holds. */
export function stepInWords({ type, payload }: Pick<SigningEvent, "type" | "payload">): string {
  const details = Object.entries(payload as Record<string, string | number>)
    // A whole hash stands once, beside its document.
    .map(
      ([name, value]) => `${name} ${/^[0-9a-f]{64}$/.test(String(value)) ? `${String(value).slice(0, 16)}…` : value}`,
    )
    .join(", ");
  return [says[type] ?? type, details].filter(Boolean).join(": ");
}

/** The certificate of completion, from the log and the records alone. */
export async function certificateOf(envelopeId: string): Promise<CertificateContent> {
  const envelope = await database().prisma.signingEnvelope.findUniqueOrThrow({
    where: { id: envelopeId },
    include: {
      signers: { orderBy: { place: "asc" }, include: { consents: true, marks: true } },
      documents: { orderBy: { place: "asc" } },
    },
  });
  const state = await readDealState(envelope.dealId);
  assert(state && envelope.endedAt, "a certificate is of a completed signing");
  const { store, identity } = contextOf(state);
  const log = await signingLog(envelopeId);
  return {
    title: "Certificate of completion",
    store: store.name,
    place: `${store.address.city}, ${store.address.region}`,
    number: envelope.number,
    dealNumber: identity.dealNumber,
    at: envelope.endedAt.toISOString(),
    lead: `This certificate belongs to the signing ${envelope.number} of deal ${identity.dealNumber}, contracting revision ${envelope.revision}. It names every document by the hash of its exact bytes, every signer, and every step as the log holds it. Each step carries the hash of the one before.`,
    documents: envelope.documents.map(({ title, sha256, signedSha256 }) => ({ title, sha256, signedSha256 })),
    signers: envelope.signers.map(({ name, role, consents, marks, signedAt, channel }) => {
      const consent = standingConsent(consents);
      const first = marks[0];
      return {
        name,
        role: { buyer: "buyer", coBuyer: "co-buyer", store: "for the store" }[role] ?? role,
        how: `${marks.length} places signed, ${channel === "remote" ? "elsewhere" : "at the store"}, proved by ${first?.authentication ?? "nothing"}, from ${first?.address ?? ""} with ${first?.agent ?? ""}`,
        consent: consent?.givenAt
          ? `Consent ${consent.textVersion} (SHA-256 ${consent.textHash}) in ${consent.language}, given ${moment(consent.givenAt)} from ${consent.address}`
          : "",
        signedAt: signedAt ? moment(signedAt) : "",
      };
    }),
    events: log.map((event) => ({
      seq: event.seq,
      at: moment(event.at),
      what: stepInWords(event),
      by: event.byName,
      from: [event.address, event.agent].filter(Boolean).join(" · ") || "the server",
      hash: event.hash,
    })),
  };
}
