import type { DocumentFacts } from "./document-facts";
import type { DocumentKind, DocumentSigner, DocumentSource, DocumentStage, SigningWay } from "./document-kinds";

/** Why a document is asked for; the screens word it. */
export const documentReasons = [
  "everyDeal",
  "creditSale",
  "lease",
  "creditAsked",
  "creditRefused",
  "beforeApproval",
  "odometerLaw",
  "usedCarRule",
  "californiaUsedCar",
  "tradeIn",
  "tradeOwed",
  "tradeOwned",
  "titleWithLender",
  "productsAnswered",
  "productSold",
  "productsRefused",
  "privacyLaw",
  "scoreLaw",
  "moneyReceived",
  "moneyReturned",
  "incentiveClaimed",
  "lenderProtected",
  "lenderAsks",
] as const;
export type DocumentReason = (typeof documentReasons)[number];

export interface DocumentRule {
  kind: DocumentKind;
  source: DocumentSource;
  signing: SigningWay;
  signers: readonly DocumentSigner[];
  due: DocumentStage;
  /** For what in the deal it is needed, one document for each; empty when it is not. "" where there is but one. */
  needed: (facts: DocumentFacts) => readonly string[];
  reason: DocumentReason;
}

const once = (needed: boolean): readonly string[] => (needed ? [""] : []);
const onCredit = ({ method }: DocumentFacts) => method !== "cash";
const inUs = ({ country }: DocumentFacts) => country === "us";
const isUsed = ({ condition }: DocumentFacts) => condition !== "new";

/**
 * Whether a car's mileage must be disclosed in writing: for twenty years from model year 2011 on; older cars are exempt
 * after ten, which all of them are (49 CFR 580.17).
 */
export const odometerCounts = (modelYear: number, contractYear: number): boolean =>
  modelYear >= 2011 && contractYear - modelYear < 20;

/** Maine and Wisconsin have window forms of their own instead of the federal one (16 CFR 455.6). */
const ownWindowForm = new Set(["ME", "WI"]);
/** Below this price a buyer of a used car in California is offered an option to cancel (Vehicle Code 11713.21). */
const CANCELLABLE_BELOW = 4_000_000;
/** Where a contract may not be made subject to a lender's later approval. */
const noConditionalDelivery = new Set(["MI"]);

export const mayDeliverConditionally = (region: string): boolean => !noConditionalDelivery.has(region);

/** Each applicant's own: nobody sees what the other one says of themselves. */
const eachApplicant = (facts: DocumentFacts, needed: boolean): readonly string[] =>
  needed ? ["", ...(facts.coBuyer ? ["coBuyer"] : [])] : [];

const both = ["buyer", "coBuyer"] as const;
const all = ["buyer", "coBuyer", "store"] as const;

/** One row for each kind that a deal may have to contain. The order is `documentKinds`'. */
export const documentRules: readonly DocumentRule[] = [
  {
    kind: "retailContract",
    source: "drawn",
    signing: "vault",
    signers: all,
    due: "contract",
    needed: ({ method }) => once(method === "finance"),
    reason: "creditSale",
  },
  {
    kind: "leaseAgreement",
    source: "drawn",
    signing: "vault",
    signers: all,
    due: "contract",
    needed: ({ method }) => once(method === "lease"),
    reason: "lease",
  },
  {
    kind: "buyersOrder",
    source: "drawn",
    signing: "electronic",
    signers: all,
    due: "contract",
    needed: () => once(true),
    reason: "everyDeal",
  },
  {
    kind: "creditApplication",
    source: "drawn",
    signing: "electronic",
    signers: both,
    due: "application",
    needed: (facts) => eachApplicant(facts, onCredit(facts)),
    reason: "creditAsked",
  },
  {
    kind: "adverseAction",
    source: "drawn",
    signing: "none",
    signers: [],
    due: "application",
    needed: ({ decision }) => once(decision === "declined"),
    reason: "creditRefused",
  },
  {
    kind: "conditionalDelivery",
    source: "drawn",
    signing: "electronic",
    signers: all,
    due: "contract",
    needed: (facts) => once(facts.deliveredBeforeApproval && onCredit(facts) && mayDeliverConditionally(facts.region)),
    reason: "beforeApproval",
  },
  {
    kind: "titleApplication",
    source: "ownForm",
    signing: "paper",
    signers: both,
    due: "contract",
    needed: () => once(true),
    reason: "everyDeal",
  },
  {
    kind: "odometerStatement",
    source: "drawn",
    signing: "paper",
    signers: ["buyer", "store"],
    due: "contract",
    needed: (facts) => once(inUs(facts) && odometerCounts(facts.modelYear, facts.contractYear)),
    reason: "odometerLaw",
  },
  {
    kind: "buyersGuide",
    source: "ownForm",
    signing: "none",
    signers: [],
    due: "contract",
    needed: (facts) => once(inUs(facts) && isUsed(facts) && !ownWindowForm.has(facts.region)),
    reason: "usedCarRule",
  },
  {
    kind: "cancellationOption",
    source: "ownForm",
    signing: "electronic",
    signers: both,
    due: "contract",
    needed: (facts) =>
      once(
        facts.region === "CA" &&
          isUsed(facts) &&
          facts.method !== "lease" &&
          facts.buyerKind === "person" &&
          facts.sellingPrice < CANCELLABLE_BELOW,
      ),
    reason: "californiaUsedCar",
  },
  {
    kind: "tradeOdometerStatement",
    source: "drawn",
    signing: "paper",
    signers: ["buyer", "store"],
    due: "contract",
    needed: (facts) =>
      inUs(facts)
        ? facts.trades.filter((one) => odometerCounts(one.modelYear, facts.contractYear)).map(({ car }) => String(car))
        : [],
    reason: "tradeIn",
  },
  {
    kind: "payoffAuthorisation",
    source: "drawn",
    signing: "electronic",
    signers: ["buyer"],
    due: "contract",
    needed: ({ trades }) => trades.filter(({ ownership }) => ownership !== "owned").map(({ car }) => String(car)),
    reason: "tradeOwed",
  },
  {
    kind: "titlePowerOfAttorney",
    source: "ownForm",
    signing: "paper",
    signers: ["buyer"],
    due: "contract",
    needed: ({ trades }) => trades.filter(({ ownership }) => ownership !== "owned").map(({ car }) => String(car)),
    reason: "titleWithLender",
  },
  {
    kind: "tradeTitle",
    source: "uploaded",
    signing: "none",
    signers: [],
    due: "delivery",
    needed: ({ trades }) => trades.filter(({ ownership }) => ownership === "owned").map(({ car }) => String(car)),
    reason: "tradeOwned",
  },
  {
    kind: "licenceCopy",
    source: "uploaded",
    signing: "none",
    signers: [],
    due: "contract",
    needed: ({ buyerKind, coBuyer }) => [...once(buyerKind === "person"), ...(coBuyer ? ["coBuyer"] : [])],
    reason: "everyDeal",
  },
  {
    kind: "insuranceProof",
    source: "uploaded",
    signing: "none",
    signers: [],
    due: "delivery",
    needed: () => once(true),
    reason: "lenderProtected",
  },
  {
    kind: "incomeProof",
    source: "uploaded",
    signing: "none",
    signers: [],
    due: "funding",
    needed: ({ lender }) => once(lender?.asksFor.includes("incomeProof") ?? false),
    reason: "lenderAsks",
  },
  {
    kind: "residenceProof",
    source: "uploaded",
    signing: "none",
    signers: [],
    due: "funding",
    needed: ({ lender }) => once(lender?.asksFor.includes("residenceProof") ?? false),
    reason: "lenderAsks",
  },
  {
    kind: "incentiveProof",
    source: "uploaded",
    signing: "none",
    signers: [],
    due: "contract",
    needed: ({ incentivesClaimed }) => incentivesClaimed,
    reason: "incentiveClaimed",
  },
  {
    kind: "menuRecord",
    source: "drawn",
    signing: "electronic",
    signers: all,
    due: "contract",
    needed: ({ accepted, declined }) => once(accepted.length + declined.length > 0),
    reason: "productsAnswered",
  },
  {
    kind: "productContract",
    source: "ownForm",
    signing: "electronic",
    signers: ["buyer"],
    due: "contract",
    needed: ({ accepted }) => accepted,
    reason: "productSold",
  },
  {
    kind: "productWaiver",
    source: "drawn",
    signing: "electronic",
    signers: both,
    due: "contract",
    needed: ({ declined }) => once(declined.length > 0),
    reason: "productsRefused",
  },
  {
    kind: "privacyNotice",
    source: "drawn",
    signing: "electronic",
    signers: both,
    due: "application",
    needed: (facts) => once(inUs(facts) && onCredit(facts) && facts.buyerKind === "person"),
    reason: "privacyLaw",
  },
  {
    kind: "creditScoreNotice",
    source: "drawn",
    signing: "electronic",
    signers: both,
    due: "contract",
    needed: (facts) => eachApplicant(facts, inUs(facts) && onCredit(facts) && facts.buyerKind === "person"),
    reason: "scoreLaw",
  },
  {
    kind: "dueBill",
    source: "drawn",
    signing: "electronic",
    signers: ["buyer", "store"],
    due: "delivery",
    needed: () => once(true),
    reason: "everyDeal",
  },
  {
    kind: "deliveryReceipt",
    source: "drawn",
    signing: "electronic",
    signers: ["buyer", "store"],
    due: "delivery",
    needed: () => once(true),
    reason: "everyDeal",
  },
];
