import type { DocumentKind } from "#machines/jacket/document-kinds";

/** Papers that say something of somebody's credit: encrypted before they are kept, and opened for few. */
const sealedPaperKinds: readonly DocumentKind[] = ["creditApplication", "creditScoreNotice", "adverseAction"];

/** "creditApplication:coBuyer" is one, "buyersOrder" is none. */
export const isSealedPaper = (documentKey: string): boolean =>
  sealedPaperKinds.some((kind) => kind === documentKey.split(":")[0]);
