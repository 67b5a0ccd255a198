import type { DealLife } from "#machines/stages/stage";

/** A document as the jacket keeps it. */
export interface JacketDocumentRow {
  kind: "buyersOrder";
  revision: number;
  fileName: string;
  createdAt: string;
  voided: boolean;
}

/**
 * - `notDrawn`: no vehicle, so there is nothing to draw.
 * - `draft`: the numbers as they stand, drawn afresh whenever somebody reads it.
 * - `drawing`: frozen a moment ago, its copy is on its way.
 */
export type BuyersOrderState =
  | { state: "notDrawn" | "draft" }
  | { state: "drawing"; revision: number }
  | { state: "final"; revision: number; at: string };

interface JacketOf {
  life: DealLife;
  hasVehicle: boolean;
  contractingRevision: number | null;
  documents: readonly JacketDocumentRow[];
}

export function buyersOrderState({ life, hasVehicle, contractingRevision, documents }: JacketOf): BuyersOrderState {
  const isFrozen = life === "contracting" || life === "contracted" || life === "delivered";
  if (!isFrozen || contractingRevision === null) return { state: hasVehicle ? "draft" : "notDrawn" };
  const kept = documents.find(({ revision, voided }) => revision === contractingRevision && !voided);
  return kept
    ? { state: "final", revision: contractingRevision, at: kept.createdAt }
    : { state: "drawing", revision: contractingRevision };
}
