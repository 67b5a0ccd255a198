import { type Cents, noCents } from "../money/cents";
import type { PlainDate } from "../money/plain-date";
import type { ActorRef } from "../store/actor";
import type { VehicleSnapshot } from "../store/vehicle-snapshot";
import type { DamageMark } from "./trade-damage";
import { payoffOn, type TradeLien } from "./trade-payoff";
import type { TradePhoto } from "./trade-photos";
import type { TradeVerification, VerificationWaiver } from "./trade-verification";

/** The first car and two more: what a buyer's order has room for. */
export const MAX_TRADES = 3;

export interface TradeDescription {
  year: number;
  make: string;
  model: string;
  trim: string;
  mileage: number;
  vin: string | null;
  /** Known from its number or from the trim; null where nobody has said. */
  body: VehicleSnapshot["body"] | null;
  fuel: VehicleSnapshot["fuel"] | null;
  fourWheelDrive: boolean | null;
}

/** The condition questions, each with its answers from best to worst. */
export const conditionQuestions = {
  warningLights: ["none", "some"],
  accidents: ["none", "repaired", "unrepaired"],
  tires: ["good", "worn"],
  body: ["clean", "scratches", "dents"],
  interior: ["clean", "worn", "smokedIn"],
  keys: ["two", "one"],
  /** Repairs it needs that would cost more than 500 dollars. */
  repairs: ["none", "needed"],
  serviceRecords: ["full", "some", "none"],
} as const;
export type ConditionQuestion = keyof typeof conditionQuestions;
export type ConditionAnswers = { [Q in ConditionQuestion]?: (typeof conditionQuestions)[Q][number] };

export type TradeOwnership = "owned" | "financed" | "leased";

export interface ValuationLine {
  code: string;
  amount: Cents;
}

/** What an estimate was made from: how many cars like it, how many of them sold, and when they were seen. */
export interface ComparableBasis {
  count: number;
  sold: number;
  /** Half the distance between the quartiles, as a share of the middle. */
  spreadPercent: number;
  firstSeen: PlainDate;
  lastSeen: PlainDate;
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
  /** Null in estimates from before comparables were counted. */
  comparables: ComparableBasis | null;
  /** The odometer readings that the estimate holds for. */
  mileageBand: { from: number; to: number } | null;
}

/** Asked for an estimate, and too few cars like it are known: no number then, and somebody looks at it by hand. */
export interface NoValuation {
  comparables: number;
  needed: number;
  source: string;
  asOf: PlainDate;
}

/** The customer asked the store for an offer, and perhaps somebody has begun to look. */
export interface TradeReview {
  submittedBy: ActorRef;
  submittedAt: string;
  reviewer: ActorRef | null;
  reviewedSince: string | null;
}

export interface TradeMessage {
  by: ActorRef;
  at: string;
  text: string;
}

export interface TradeOffer {
  offerId: string;
  /** What the deal credits; the customer's number. */
  allowance: Cents;
  reasons: { label: string; amount: Cents }[];
  expiresAt: string;
  note: string;
  /** What has to hold for the offer to stand, in the store's words. */
  conditions: string[];
  /** Set when it takes the place of an accepted one, after somebody looked at the car. */
  adjusts: { verificationId: string; allowance: Cents } | null;
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

/** What the customer themselves thinks their car is worth and what they owe on it; never an offer of the store. */
export interface OwnEstimate {
  value: Cents;
  owed: Cents;
}

/** One car: what it is, what was said and shown of it, what is owed, what it is worth, and what became of it. */
export interface TradeSlice {
  description: TradeDescription | null;
  condition: ConditionAnswers;
  photos: TradePhoto[];
  damage: DamageMark[];
  ownership: TradeOwnership | null;
  lien: TradeLien | null;
  ownEstimate: OwnEstimate | null;
  valuation: TradeValuation | null;
  noValuation: NoValuation | null;
  review: TradeReview | null;
  offer: TradeOffer | null;
  messages: TradeMessage[];
  appraisal: TradeAppraisal | null;
  verification: TradeVerification | null;
  waiver: VerificationWaiver | null;
}

export const noTrade: TradeSlice = {
  description: null,
  condition: {},
  photos: [],
  damage: [],
  ownership: null,
  lien: null,
  ownEstimate: null,
  valuation: null,
  noValuation: null,
  review: null,
  offer: null,
  messages: [],
  appraisal: null,
  verification: null,
  waiver: null,
};

export const conditionIsAnswered = (condition: ConditionAnswers) =>
  Object.keys(conditionQuestions).every((question) => question in condition);

export const tradeIsComplete = (slice: {
  description: object | null;
  ownership: TradeOwnership | null;
  offer: { answer: TradeOffer["answer"] } | null;
}) => slice.description !== null && slice.ownership !== null && slice.offer?.answer === "accepted";

/**
 * What the deal credits for a car today: an accepted offer, else the adjusted one that waits for an answer, else the
 * store's estimate, else the customer's own guess, else nothing.
 *
 * An estimate counts so that the payment is honest about what is likely; it is labelled as one. An adjusted offer counts
 * at once, for the accepted one it replaces is void: crediting that would show a payment nobody will get.
 */
export function effectiveAllowance(slice: {
  offer: (Pick<TradeOffer, "allowance" | "answer"> & { adjusts: object | null }) | null;
  valuation: Pick<TradeValuation, "base"> | null;
  ownEstimate: OwnEstimate | null;
}): { allowance: Cents; basis: "offer" | "adjusted" | "estimate" | "ownEstimate" } | null {
  const { offer, valuation, ownEstimate } = slice;
  if (offer?.answer === "accepted") return { allowance: offer.allowance, basis: "offer" };
  // Who declined the offer does not bring this car at all, until they say otherwise.
  if (offer?.answer === "declined") return null;
  if (offer?.adjusts) return { allowance: offer.allowance, basis: "adjusted" };
  if (valuation) return { allowance: valuation.base, basis: "estimate" };
  return ownEstimate && { allowance: ownEstimate.value, basis: "ownEstimate" };
}

/**
 * What the old lender is owed on a car on the day it is paid off: as the lender states it, else what the customer said
 * they owe, until they say that it is their own.
 */
export function effectivePayoff(
  slice: { lien: TradeLien | null; ownership: TradeOwnership | null; ownEstimate: OwnEstimate | null },
  day: PlainDate,
): Cents {
  if (slice.lien) return payoffOn(slice.lien, day).amount;
  return slice.ownership === "owned" ? noCents : (slice.ownEstimate?.owed ?? noCents);
}

/** Where the offer loop stands for one car. */
export const tradeStates = [
  "described",
  "estimated",
  "submitted",
  "underReview",
  "offered",
  "countered",
  "declined",
  "accepted",
  "adjusted",
  "verified",
] as const;
export type TradeState = (typeof tradeStates)[number];

export function tradeState(slice: {
  description: object | null;
  valuation: object | null;
  review: { reviewer: object | null } | null;
  offer: { answer: TradeOffer["answer"]; adjusts: object | null } | null;
  verification: object | null;
}): TradeState | null {
  const { description, valuation, review, offer, verification } = slice;
  if (!description) return null;
  switch (offer?.answer) {
    case "open":
      return offer.adjusts ? "adjusted" : "offered";
    case "countered":
    case "declined":
      return offer.answer;
    case "accepted":
      return verification ? "verified" : "accepted";
    case undefined:
      break;
  }
  if (review) return review.reviewer ? "underReview" : "submitted";
  return valuation ? "estimated" : "described";
}
