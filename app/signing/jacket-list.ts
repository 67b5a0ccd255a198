import type { DocumentKind, DocumentSigner, DocumentSource, DocumentStage } from "#machines/jacket/document-kinds";
import type { DocumentReason } from "#machines/jacket/document-rule-table";

/**
 * Where one document of a deal stands.
 * - `draft`: drawn from the numbers as they stand, which may still change.
 * - `drawn`: of the frozen deal, not signed yet; who reads or signs it before its job has drawn it draws it.
 * - `sent`: in a signing. `signed`: sealed copies exist.
 * - `ink`: to be printed and signed on paper. `ownForm`: the product does not make it.
 * - `waiting`, `held`, `accepted`, `rejected`, `expired`: of what was brought.
 * - `done`: it needs no signature.
 */
export const documentStates = [
  "missing",
  "draft",
  "drawn",
  "sent",
  "signed",
  "ink",
  "waiting",
  "held",
  "accepted",
  "rejected",
  "expired",
  "done",
] as const;
export type DocumentState = (typeof documentStates)[number];

export interface ListedUpload {
  uploadId: string;
  name: string;
  status: "waiting" | "held" | "accepted" | "rejected" | "expired";
  reason: string | null;
  expiresOn: string | null;
  at: string;
}

export interface ListedDocument {
  key: string;
  kind: DocumentKind;
  about: string;
  /** What it is about, where that has a name of its own. */
  thing?: string;
  source: DocumentSource;
  due: DocumentStage;
  reason: DocumentReason;
  state: DocumentState;
  /** There is something to read: a draft, the frozen copy or the signed one. */
  canRead: boolean;
  /** Chattel paper without a vault: what is here is a copy. */
  copyOnly: boolean;
  signers: { role: DocumentSigner; signed: boolean }[];
  uploads: ListedUpload[];
  /** The same paper, where it was sent for the lender: one upload serves both. */
  stipId: string | null;
}

export interface OpenSigning {
  envelopeId: string;
  number: string;
  revision: number;
  startedAt: string;
  expiresAt: string;
  documents: number;
  signers: {
    role: DocumentSigner;
    name: string;
    channel: "screen" | "remote";
    signed: boolean;
    viewed: boolean;
    isNext: boolean;
  }[];
}

export interface EndedSigning {
  envelopeId: string;
  number: string;
  status: "completed" | "declined" | "voided" | "expired";
  at: string;
  why: string;
  hasCertificate: boolean;
}

export interface JacketList {
  dealNumber: string;
  storeName: string;
  timeZone: string;
  buyer: string;
  coBuyer: string | null;
  revision: number | null;
  isFrozen: boolean;
  hasBuyerMail: boolean;
  hasCoBuyerMail: boolean;
  documents: ListedDocument[];
  open: OpenSigning | null;
  ended: EndedSigning[];
  /** Of the signed copies, by the store's setting: they are there until then at the least. Null before any is signed. */
  keptUntil: string | null;
  /** Documents that could be signed on a screen now. */
  signable: string[];
}

const settled: readonly DocumentState[] = ["signed", "accepted", "done"];

export const isSettled = ({ state }: Pick<ListedDocument, "state">): boolean => settled.includes(state);
