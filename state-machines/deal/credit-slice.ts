import type { Cents } from "../money/cents";
import type { Ppm } from "../money/rate";
import type { ActorRef } from "../store/actor";

export const applicants = ["buyer", "coBuyer"] as const;
export type Applicant = (typeof applicants)[number];

/** What a lender still wants, each with a plain sentence for the customer. */
export const stipKinds = ["income", "residence", "insurance", "licence", "references", "employment"] as const;
export type StipKind = (typeof stipKinds)[number];

export const stipStates = ["wanted", "received", "sent", "cleared", "refused"] as const;
export type StipState = (typeof stipStates)[number];

export const lenderStatuses = [
  "received",
  "pending",
  "approved",
  "conditional",
  "counter",
  "declined",
  "expired",
  "withdrawn",
  "booked",
] as const;
export type LenderStatus = (typeof lenderStatuses)[number];

/** What has to be looked at by a named person before anything is signed. */
export const flagCodes = [
  "addressMismatch",
  "fraudAlert",
  "creditFreeze",
  "licenceMismatch",
  "licenceExpired",
  "numberReused",
  "manyApplications",
] as const;
export type FlagCode = (typeof flagCodes)[number];

export interface ApplicationState {
  applicationId: string;
  applicant: Applicant;
  status: "started" | "completed";
  at: string;
}

/** What a lender asks of the store and lets it do; never a customer's to know. */
export interface LenderTerms {
  tier: string;
  buyRate: Ppm;
  maxRate: Ppm;
  /** The rate the store writes on this approval unless somebody sets another. */
  contractRate: Ppm;
  /** Of the vehicle's price, everything financed. */
  maxLoanToValue: Ppm;
  /** The most that products may cost together. */
  productCap: Cents;
  paymentCap: Cents | null;
  /** What the lender calls this application. */
  reference: string;
  comment: string;
}

/** What a lessor approves of a lease, instead of a rate; nothing is added to it. Never a customer's to know. */
export interface LenderLeaseTerms {
  tier: string;
  /** The highest money factor it buys; null: as the store's table says for the term. */
  maxMoneyFactor: Ppm | null;
  /** The residual it stands behind; null: as the store's table says for the term. */
  residual: Cents | null;
  milesPerYear: number;
  /** Of the vehicle's price, the adjusted cap cost. */
  maxLoanToValue: Ppm;
  productCap: Cents;
  paymentCap: Cents | null;
  reference: string;
  comment: string;
}

/** What a lender was told besides money: the car, and who applies. What it answers is about these. */
export interface SentToLender {
  vin: string;
  mileage: number;
  applicants: { applicant: Applicant; name: string }[];
}

export interface LenderAnswer {
  submissionId: string;
  lender: string;
  /** What it was asked for; a loan is not named. */
  method?: "lease";
  /** Not kept of what was sent before it was. */
  sent?: SentToLender;
  version: number;
  status: LenderStatus;
  /** Lent; of a lease, the adjusted cap cost it pays. */
  amount: Cents | null;
  termMonths: number | null;
  /** About what a month would be, at the rate the store writes. */
  payment: Cents | null;
  conditions: StipKind[];
  expiresAt: string | null;
  at: string;
  terms: LenderTerms | null;
  /** Of a lease, in place of `terms`. */
  lease?: LenderLeaseTerms;
}

export interface StipRequest {
  requestId: string;
  submissionId: string;
  kind: StipKind;
  owedBy: Applicant;
  state: StipState;
  dueOn: string | null;
}

export interface FlagState {
  flagId: string;
  code: FlagCode;
  raisedAt: string;
  resolvedBy: ActorRef | null;
  resolvedAt: string | null;
}

/**
 * Where the credit of a deal stands. Nothing that an applicant stated is here: that lies sealed in tables of its own,
 * and the journal knows it by id.
 */
export interface CreditSlice {
  applications: ApplicationState[];
  /** The customer goes on without applying; what was typed is kept. */
  skipped: boolean;
  /** A soft look at the credit, which no lender has answered to. */
  prequalified: { band: string; at: string } | null;
  answers: LenderAnswer[];
  chosen: { submissionId: string; by: ActorRef; at: string } | null;
  requests: StipRequest[];
  flags: FlagState[];
}

export const noCredit: CreditSlice = {
  applications: [],
  skipped: false,
  prequalified: null,
  answers: [],
  chosen: null,
  requests: [],
  flags: [],
};

/** The credit as this reader has it; a guest has none of it. */
export const seenCredit = <Credit extends { answers: unknown }>(credit: Credit | undefined): Credit | null =>
  credit && "answers" in credit ? credit : null;

/** Statuses that offer money. */
export const offersMoney = (status: LenderStatus): boolean =>
  status === "approved" || status === "conditional" || status === "counter";

/** What a contract stands on: an offer, or what was paid out on it. */
export const isWrittenOn = (status: LenderStatus): boolean => offersMoney(status) || status === "booked";

/** The approval that the contract is written on; null while none is chosen. */
export function chosenAnswer<Answer extends { submissionId: string; status: LenderStatus }>(
  credit: { chosen: { submissionId: string } | null; answers: readonly Answer[] } | undefined,
): Answer | null {
  const chosen = credit?.chosen;
  const answer = chosen && credit.answers.find(({ submissionId }) => submissionId === chosen.submissionId);
  return answer && isWrittenOn(answer.status) ? answer : null;
}

/** What a lender's answer is about; a loan is not named. */
export const askedFor = ({ method }: { method?: "lease" | undefined }): "finance" | "lease" => method ?? "finance";
