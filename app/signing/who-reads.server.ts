import { type Actor, audienceOf } from "#machines/store/actor";
import type { DocumentKind } from "#machines/jacket/document-kinds";

/** What says something of somebody's credit or shows their papers: for finance, and for whom it is about. */
const sealedKinds: readonly DocumentKind[] = [
  "creditApplication",
  "creditScoreNotice",
  "adverseAction",
  "licenceCopy",
  "incomeProof",
  "residenceProof",
];

interface Readable {
  kind: DocumentKind;
  about: string;
  signers: readonly { role: string }[] | readonly string[];
}

/** May this actor read this document of the deal? Nobody is shown what is the other applicant's. */
export function mayReadDocument(actor: Actor, { kind, about, signers }: Readable): boolean {
  const roles = signers.map((signer) => (typeof signer === "string" ? signer : signer.role));
  switch (audienceOf(actor)) {
    case "finance":
    case "desk":
      return true;
    case "sales":
    case "salesWithCost":
      return !sealedKinds.includes(kind);
    case "customer":
      return about !== "coBuyer";
    case "coBuyer":
      return about === "coBuyer" || (roles.includes("coBuyer") && !sealedKinds.includes(kind));
    case "guest":
      return false;
  }
}
