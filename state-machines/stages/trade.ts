import type { Cents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { ActorRef } from "../store/actor";

export interface TradeDescription {
  year: number;
  make: string;
  model: string;
  trim: string;
  mileage: number;
  vin: string | null;
}

/** The condition questions, each with its answers from best to worst. */
export const conditionQuestions = {
  warningLights: ["none", "some"],
  accidents: ["none", "repaired", "unrepaired"],
  tires: ["good", "worn"],
  body: ["clean", "scratches", "dents"],
  interior: ["clean", "worn", "smokedIn"],
  keys: ["two", "one"],
  serviceRecords: ["full", "some", "none"],
} as const;
export type ConditionQuestion = keyof typeof conditionQuestions;
export type ConditionAnswers = { [Q in ConditionQuestion]?: (typeof conditionQuestions)[Q][number] };

export type TradeOwnership = "owned" | "financed" | "leased";

export interface TradeLien {
  lender: string;
  payoff: Cents;
  payoffGoodThrough: PlainDate;
}

export interface ValuationLine {
  code: string;
  amount: Cents;
}

/** A range by a named source on a day; an estimate, never an offer. */
export interface TradeValuation {
  low: Cents;
  base: Cents;
  high: Cents;
  lines: ValuationLine[];
  source: string;
  asOf: PlainDate;
  goodThrough: PlainDate;
}

export interface TradeOffer {
  offerId: string;
  /** What the deal credits; the customer's number. */
  allowance: Cents;
  reasons: { label: string; amount: Cents }[];
  expiresAt: string;
  note: string;
  by: ActorRef;
  answer: "open" | "accepted" | "declined" | "countered";
  counter: Cents | null;
}

/** The store's own view of what the trade is worth at wholesale. */
export interface TradeAppraisal {
  acv: Cents;
  recon: Cents;
  by: ActorRef;
}

export interface TradeSlice {
  description: TradeDescription | null;
  condition: ConditionAnswers;
  ownership: TradeOwnership | null;
  lien: TradeLien | null;
  valuation: TradeValuation | null;
  offer: TradeOffer | null;
  appraisal: TradeAppraisal | null;
}

export const conditionIsAnswered = (condition: ConditionAnswers) =>
  Object.keys(conditionQuestions).every((question) => question in condition);

export const tradeIsComplete = (slice: {
  description: object | null;
  ownership: TradeOwnership | null;
  offer: { answer: TradeOffer["answer"] } | null;
}) => slice.description !== null && slice.ownership !== null && slice.offer?.answer === "accepted";

/**
 * What the deal credits for the trade today: an accepted offer, else the estimate, else nothing.
 * An estimate counts so that the payment is honest about what is likely; it is labelled as one.
 */
export function effectiveAllowance(slice: {
  offer: Pick<TradeOffer, "allowance" | "answer"> | null;
  valuation: Pick<TradeValuation, "base"> | null;
}): { allowance: Cents; basis: "offer" | "estimate" } | null {
  if (slice.offer?.answer === "accepted") return { allowance: slice.offer.allowance, basis: "offer" };
  // Who declined the offer does not bring this car at all, until they say otherwise.
  if (slice.offer?.answer === "declined") return null;
  if (slice.valuation) return { allowance: slice.valuation.base, basis: "estimate" };
  return null;
}
