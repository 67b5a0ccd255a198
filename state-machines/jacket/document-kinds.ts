/**
 * Every kind of document that a jacket may hold, in the order in which a lender reads a funding package: the contract
 * and what it rests on, the car and its title, the buyer's papers, then what the store keeps for itself.
 */
export const documentKinds = [
  "retailContract",
  "leaseAgreement",
  "buyersOrder",
  "creditApplication",
  "adverseAction",
  "conditionalDelivery",
  "titleApplication",
  "odometerStatement",
  "buyersGuide",
  "cancellationOption",
  "tradeOdometerStatement",
  "payoffAuthorisation",
  "titlePowerOfAttorney",
  "tradeTitle",
  "licenceCopy",
  "insuranceProof",
  "incomeProof",
  "residenceProof",
  "incentiveProof",
  "menuRecord",
  "productContract",
  "productWaiver",
  "privacyNotice",
  "creditScoreNotice",
  "depositReceipt",
  "tenderReceipt",
  "refundReceipt",
  "dueBill",
  "deliveryReceipt",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Papers of money that moved: kept the moment it did, whatever becomes of the deal, and never asked for by a rule. */
export const moneyPaperKinds = ["depositReceipt", "tenderReceipt", "refundReceipt"] as const satisfies DocumentKind[];
export type MoneyPaperKind = (typeof moneyPaperKinds)[number];
export const isMoneyPaper = (kind: string): kind is MoneyPaperKind => moneyPaperKinds.some((one) => one === kind);

/** The place of a kind in a funding package, the first one lowest. */
export const fundingPlace = (kind: DocumentKind): number => documentKinds.indexOf(kind);

/**
 * - `drawn`: the product draws it from the deal.
 * - `uploaded`: somebody photographs or scans it.
 * - `ownForm`: a form of the state, a provider or the store, which the product does not draw.
 */
export type DocumentSource = "drawn" | "uploaded" | "ownForm";

export const documentSigners = ["buyer", "coBuyer", "store"] as const;
export type DocumentSigner = (typeof documentSigners)[number];

/** By when it must be there. */
export const documentStages = ["application", "contract", "delivery", "funding"] as const;
export type DocumentStage = (typeof documentStages)[number];

/**
 * How a document is signed:
 * - `electronic`: on a screen, under the electronic-signature consent.
 * - `vault`: it is chattel paper, of which one authoritative copy must be under somebody's control; electronic only where
 *   a vault keeps it, else in ink.
 * - `paper`: in ink, whatever the store has.
 * - `none`: it is not signed.
 */
export type SigningWay = "electronic" | "vault" | "paper" | "none";
