import { type Cents, sum } from "../money/cents";
import type { ActorRef } from "../store/actor";
import type { ConditionAnswers, ConditionQuestion, TradeDescription } from "./trade";
import type { DamageKind, DamagePlace, DamageSize } from "./trade-damage";

/** What an adjustment can be about, beside the condition questions. */
export const otherFindings = ["odometer", "vin", "damage", "other"] as const;
export type FindingSubject = ConditionQuestion | (typeof otherFindings)[number];

/** A walk round a car finds so many things worth money; the rest go into one line. */
export const MAX_ADJUSTMENTS = 12;

/** Damage that the appraiser found and nobody had marked. */
export interface FoundDamage {
  place: DamagePlace;
  kind: DamageKind;
  size: DamageSize;
}

/** One line of the difference between what was told and what was found: why, how much, and the proof. */
export interface TradeAdjustment {
  about: FindingSubject;
  reason: string;
  amount: Cents;
  photoId: string;
}

/** Somebody of the store stood before the car. */
export interface TradeVerification {
  verificationId: string;
  by: ActorRef;
  at: string;
  odometer: number;
  vinMatches: boolean;
  findings: ConditionAnswers;
  damage: FoundDamage[];
  /** Empty when the car is as described, or differs in nothing that costs. */
  adjustments: TradeAdjustment[];
}

/** Taken without being seen first, on a manager's word. */
export interface VerificationWaiver {
  reason: string;
  by: ActorRef;
  at: string;
}

/** Between telling and bringing a car it is driven: up to this many miles are no difference. */
export const ODOMETER_TOLERANCE_MILES = 500;

type Told = { description: Pick<TradeDescription, "mileage"> | null; condition: ConditionAnswers };
type Found = Pick<TradeVerification, "odometer" | "vinMatches" | "findings" | "damage">;

/** Where what was found is not what was told, in the order of the checklist. */
export function verificationDifferences({ description, condition }: Told, found: Found): FindingSubject[] {
  const driven = description ? Math.abs(found.odometer - description.mileage) : 0;
  const answers = (Object.keys(found.findings) as ConditionQuestion[]).filter(
    (question) => found.findings[question] !== condition[question],
  );
  return [
    ...(found.vinMatches ? [] : (["vin"] as const)),
    ...(driven > ODOMETER_TOLERANCE_MILES ? (["odometer"] as const) : []),
    ...answers,
    ...(found.damage.length > 0 ? (["damage"] as const) : []),
  ];
}

/** What the adjustments come to; below zero when they take something off. */
export const adjustmentTotal = (adjustments: readonly Pick<TradeAdjustment, "amount">[]): Cents =>
  sum(adjustments.map(({ amount }) => amount));
