import type { NumbersFrom } from "../deal/deal-worksheet";
import { type DocumentCircumstances, documentFacts, type DocumentFacts } from "./document-facts";
import {
  type DocumentKind,
  type DocumentSigner,
  type DocumentSource,
  type DocumentStage,
  fundingPlace,
  type SigningWay,
} from "./document-kinds";
import { type DocumentReason, documentRules } from "./document-rule-table";

/** One document that a deal must contain, and why. */
export interface RequiredDocument {
  /** Names it within its deal: "buyersOrder", "payoffAuthorisation:2". */
  key: string;
  kind: DocumentKind;
  /** Which trade, product or incentive it is about; "" where there is but one. */
  about: string;
  source: DocumentSource;
  signing: SigningWay;
  signers: DocumentSigner[];
  due: DocumentStage;
  reason: DocumentReason;
}

export const documentKey = (kind: DocumentKind, about: string): string => (about ? `${kind}:${about}` : kind);

/**
 * Which documents a deal must contain, each with its reason: rules by state, new or used, way of paying, trade, products,
 * lender and buyer, applied to the card as it stands. In funding order. Nothing while there is no vehicle.
 *
 * @param circumstances what is known beside the card: who buys, which lender, how it answered
 */
export function requiredDocuments(
  card: NumbersFrom,
  circumstances: Partial<DocumentCircumstances> = {},
): RequiredDocument[] {
  const facts = documentFacts(card, circumstances);
  return facts ? documentsFor(facts) : [];
}

/** What one applicant alone says or reads is theirs alone to sign. */
const ownPapers: readonly DocumentKind[] = ["creditApplication", "creditScoreNotice"];

const signersOf = (kind: DocumentKind, about: string, signers: readonly DocumentSigner[]): readonly DocumentSigner[] =>
  ownPapers.includes(kind) ? [about === "coBuyer" ? "coBuyer" : "buyer"] : signers;

/** The rules applied to the facts alone. */
export function documentsFor(facts: DocumentFacts): RequiredDocument[] {
  const ruled = documentRules.flatMap(({ needed, kind, source, signing, signers, due, reason }) =>
    needed(facts).map((about) => ({
      key: documentKey(kind, about),
      kind,
      about,
      source,
      signing,
      signers: signersOf(kind, about, signers).filter((signer) => signer !== "coBuyer" || facts.coBuyer),
      due,
      reason,
    })),
  );
  return [...ruled, ...lendersOwn(facts, ruled)].toSorted(
    (one, other) => fundingPlace(one.kind) - fundingPlace(other.kind),
  );
}

/** What the lender asks for and no rule brought: as its kind is made everywhere else, before the package is sent. */
function lendersOwn({ lender }: DocumentFacts, ruled: readonly RequiredDocument[]): RequiredDocument[] {
  const asked = new Set(lender?.asksFor ?? []);
  return documentRules
    .filter(({ kind }) => asked.has(kind) && !ruled.some((one) => one.kind === kind))
    .map(({ kind, source, signing, signers }) => ({
      key: documentKey(kind, ""),
      kind,
      about: "",
      source,
      signing,
      signers: signers.filter((signer) => signer === "buyer"),
      due: "funding",
      reason: "lenderAsks",
    }));
}
