import { assert } from "#machines/assert";
import { contextOf } from "#machines/deal/apply-deal-event";
import { readDealState } from "#app/deals/read-deal.server";
import { documentKinds, type DocumentKind } from "#machines/jacket/document-kinds";
import { documentLanguage } from "#app/documents/document-language";
import { documentTitle } from "#app/documents/document-title";
import type { CertificateContent } from "#app/documents/forms/certificate.server";
import { wordsIn } from "#app/documents/words-in";
import type { SigningEvent } from "#app/generated/prisma/client";
import { database } from "#app/platform/database.server";
import type { Locale } from "#app/ui/locale";
import type { Translate } from "#app/ui/translator";
import { certificateWords } from "#app/documents/forms/certificate-words";
import { standingConsent } from "./consent.server";
import { signingEventTypes, signingLog } from "./signing-log.server";

type Words = Translate<typeof certificateWords.en>;

/** Store's time to the second, with the world's beside it where it counts. */
const moment = (at: Date) => `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;

const CHECKED_BY = "store screen, papers checked by ";

/** How somebody was known, as the log has it, in the certificate's language. */
function proofInWords(proof: string, t: Words): string {
  if (proof.startsWith(CHECKED_BY)) return t("proofs.checked", { name: proof.slice(CHECKED_BY.length) });
  const known = { "store screen": "screen", "staff session": "staff", "link and code by mail": "link" } as const;
  return proof in known ? t(`proofs.${known[proof as keyof typeof known]}`) : proof;
}

const roleInWords = (role: string, t: Words) =>
  role === "buyer" || role === "coBuyer" || role === "store" ? t(`roles.${role}`) : role;

const isDocument = (kind: string): kind is DocumentKind => documentKinds.some((known) => known === kind);

/** One fact of a step by its name; a name that nobody knows any more is said as it was written. */
function detailInWords(name: string, value: string, t: Words, locale: Locale): string {
  // A whole hash stands once, beside its document.
  if (/^[0-9a-f]{64}$/.test(value)) return t("details.hash", { value: `${value.slice(0, 16)}…` });
  switch (name) {
    case "role":
      return roleInWords(value, t);
    case "signers":
      return value
        .split(", ")
        .map((role) => roleInWords(role, t))
        .join(", ");
    case "method":
      return value === "typed" || value === "drawn" ? t(`methods.${value}`) : value;
    case "by":
      return proofInWords(value, t);
    case "document":
      return isDocument(value) ? documentTitle(value, "", locale) : value;
    case "number":
    case "revision":
    case "documents":
    case "version":
    case "lines":
    case "field":
      return t(`details.${name}`, { value });
    case "title":
    case "reason":
      return value;
    default:
      return `${name} ${value}`;
  }
}

/** A step in words, with everything its row holds. */
export function stepInWords({ type, payload }: Pick<SigningEvent, "type" | "payload">, locale: Locale = "en"): string {
  const t = wordsIn(certificateWords, locale);
  const known = signingEventTypes.find((one) => one === type);
  const step = known ? t(`says.${known}`) : type;
  const details = Object.entries(payload as Record<string, string | number>)
    .map(([name, value]) => detailInWords(name, String(value), t, locale))
    .join(", ");
  return details === "" ? step : t("told", { step, details });
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
  const locale = documentLanguage(store);
  const t = wordsIn(certificateWords, locale);
  const { number, revision } = envelope;
  return {
    locale,
    title: t("title"),
    store: store.name,
    place: `${store.address.city}, ${store.address.region}`,
    dealNumber: identity.dealNumber,
    at: envelope.endedAt.toISOString(),
    footer: [store.name, identity.dealNumber, t("footer", { number })].join(" · "),
    lead: t("lead", { number, deal: identity.dealNumber, revision }),
    documents: envelope.documents.map(({ title, sha256, signedSha256 }) => ({ title, sha256, signedSha256 })),
    signers: envelope.signers.map(({ name, role, consents, marks, signedAt, channel }) => {
      const consent = standingConsent(consents);
      const first = marks[0];
      return {
        name,
        role: roleInWords(role, t),
        how: t("how", {
          places: marks.length,
          where: t(channel === "remote" ? "elsewhere" : "atStore"),
          proof: first ? proofInWords(first.authentication, t) : t("nothing"),
          address: first?.address ?? "",
          agent: first?.agent ?? "",
        }),
        consent: consent?.givenAt
          ? t("consent", {
              version: consent.textVersion,
              hash: consent.textHash,
              language: t(`languages.${consent.language === "fr" ? "fr" : "en"}`),
              at: moment(consent.givenAt),
              address: consent.address,
            })
          : "",
        signedAt: signedAt ? moment(signedAt) : "",
      };
    }),
    events: log.map((event) => ({
      seq: event.seq,
      at: moment(event.at),
      what: stepInWords(event, locale),
      by: event.byName === "system" ? t("system") : event.byName,
      from: [event.address, event.agent].filter(Boolean).join(" · ") || t("server"),
      hash: event.hash,
    })),
  };
}
