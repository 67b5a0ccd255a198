import { incentivesOf } from "../deal/deal-incentives";
import { describedTrades } from "../deal/deal-trades";
import { isLeftOut, type NumbersFrom, worksheetInputs } from "../deal/deal-worksheet";
import { jurisdictionOf } from "../rule-packs/jurisdictions";
import type { PaymentMethod } from "../stages/finance";
import type { TradeOwnership } from "../stages/trade";
import type { DocumentKind } from "./document-kinds";

/** What a deal's documents depend on beside the card: each has the answer of a deal of which nobody said anything else. */
export interface DocumentCircumstances {
  coBuyer: boolean;
  buyerKind: "person" | "business";
  /** The lender that bought the deal, and what it asks for on top. */
  lender: { name: string; asksFor: readonly DocumentKind[] } | null;
  /** The answer to the application; a refusal has its notice. */
  decision: "none" | "approved" | "declined";
  /** The car leaves before a lender has bought the contract. */
  deliveredBeforeApproval: boolean;
}

export const plainCircumstances: DocumentCircumstances = {
  coBuyer: false,
  buyerKind: "person",
  lender: null,
  decision: "none",
  deliveredBeforeApproval: false,
};

/** The few things that decide which documents a deal must contain. */
export interface DocumentFacts extends DocumentCircumstances {
  country: "us" | "ca" | null;
  /** The state or province where the store sells, "IL". */
  region: string;
  condition: "new" | "certified" | "used";
  modelYear: number;
  sellingPrice: number;
  /** Calendar year the contract is made in. */
  contractYear: number;
  method: PaymentMethod;
  trades: { car: number; modelYear: number; ownership: TradeOwnership | null }[];
  /** Products that are charged for, and products that were refused. */
  accepted: string[];
  declined: string[];
  /** The maker's money in the deal that only some get: each is proved. */
  incentivesClaimed: string[];
}

/** What a deal's documents depend on, read from the customer's own card; null while there is no vehicle. */
export function documentFacts(
  card: NumbersFrom,
  circumstances: Partial<DocumentCircumstances> = {},
): DocumentFacts | null {
  const { vehicle } = card.vehicle;
  if (!vehicle) return null;
  const inputs = worksheetInputs(card);
  const accepted = (inputs?.products ?? []).map(({ code }) => code).filter((code) => code !== "homeDelivery");
  const answers = isLeftOut(card.kept.fni) ? [] : Object.entries(card.fni.answers);
  return {
    ...plainCircumstances,
    ...circumstances,
    country: jurisdictionOf(card.store.address.region)?.country ?? null,
    region: card.store.address.region,
    condition: vehicle.condition,
    modelYear: vehicle.year,
    sellingPrice: card.vehicle.sellingPrice,
    contractYear: Number(card.identity.contractDate.slice(0, 4)),
    method: card.finance.method,
    trades: isLeftOut(card.kept.trade)
      ? []
      : describedTrades(card).flatMap(({ car, trade }) =>
          trade.description && trade.offer?.answer !== "declined"
            ? [{ car, modelYear: trade.description.year, ownership: trade.ownership }]
            : [],
        ),
    accepted,
    declined: answers.flatMap(([code, { answer }]) => (answer === "declined" ? [code] : [])),
    incentivesClaimed: incentivesOf(card)
      .applied.filter(({ eligibility }) => eligibility !== "everyone")
      .map(({ code }) => code),
  };
}
