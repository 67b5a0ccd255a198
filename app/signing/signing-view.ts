import type { ContractCompared } from "#machines/jacket/contract-differences";
import type { SignKind } from "#app/documents/sign-place";

export interface FieldView {
  fieldId: string;
  kind: SignKind;
  intent: string;
  signed: boolean;
}

export interface DocumentView {
  documentId: string;
  title: string;
  pages: number;
  sha256: string;
  read: boolean;
  fields: FieldView[];
  signedCopy: boolean;
}

/** What a signer's page shows: one step at a time. */
export interface SigningView {
  store: string;
  phone: string;
  dealNumber: string;
  number: string;
  name: string;
  role: "buyer" | "coBuyer" | "store";
  inStore: boolean;
  step: "consent" | "adopt" | "differences" | "sign" | "waiting" | "done" | "ended";
  status: string;
  why: string;
  consentGiven: boolean;
  consent: string[];
  adopted: { method: "typed" | "drawn"; text: string | null; strokes: number[][] | null; initials: string } | null;
  differences: ContractCompared | null;
  documents: DocumentView[];
  others: { name: string; role: string; signed: boolean }[];
  /** The reader's own mail gets no copy: who signs in the store takes it from their deal. */
  dealId: string;
  certificate: boolean;
}
