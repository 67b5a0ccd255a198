import type { ApprovalKind } from "#machines/deal/approval";
import type { DealEdit } from "#machines/deal/deal-events";
import type { RefusalCode } from "#machines/deal/deal-refusals";

type Asked = Extract<DealEdit, { type: "approval.requested" }>;

/** Refusals that only say "not you": somebody with a farther limit may still say yes. */
const beyondLimit: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "beyondAuthority",
  "rateBeyondAuthority",
  "termBeyondAuthority",
  "feeBeyondAuthority",
  "offerBeyondAuthority",
]);

const ask = (kind: ApprovalKind, asked: number): Asked => ({
  type: "approval.requested",
  kind,
  asked,
  terms: null,
  note: "",
});

/** The request that a refused edit turns into; null where no manager could say yes to it either. */
export function askInstead(edit: DealEdit | null | undefined, refusal: { code: RefusalCode }): Asked | null {
  if (!edit || !beyondLimit.has(refusal.code)) return null;
  switch (edit.type) {
    case "vehicle.sellingPriceSet":
      return ask("sellingPrice", edit.sellingPrice);
    case "finance.termChosen":
    case "finance.cellAdopted":
      return ask("termMonths", edit.termMonths);
    case "finance.contractRateSet":
      if (edit.contractRate === null) return null;
      return { ...ask("contractRate", edit.contractRate), ...(edit.reason && { reason: edit.reason }) };
    case "finance.docFeeWaived":
      return ask("docFeeWaiver", edit.docFeeWaived);
    case "pencil.proposalRequested":
      return { type: "approval.requested", kind: "pencil", asked: null, terms: edit.terms, note: edit.note };
    default:
      return null;
  }
}
