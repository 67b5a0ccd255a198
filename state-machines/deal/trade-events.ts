import { z } from "zod";
import {
  centsSchema,
  codeSchema,
  idSchema,
  instantSchema,
  longText,
  MAX_SHORT_TEXT,
  optionalNote,
  optionalShortText,
  plainDateSchema,
  shortText,
  signedCentsSchema,
  vinSchema,
} from "../money/stored-value";
import { conditionQuestions, MAX_TRADES } from "../stages/trade";
import { damageKinds, damagePlaces, damageSizes, MAX_DAMAGE_MARKS } from "../stages/trade-damage";
import { photoRoles } from "../stages/trade-photos";
import { buyoutParties } from "../stages/trade-payoff";
import { MAX_ADJUSTMENTS, otherFindings } from "../stages/trade-verification";
import { bodyStyles, fuels } from "../store/vehicle-snapshot";
import { event } from "./event-schema";

/** Which of the cars: the first, where nothing is said. Journals from before a second car could be brought say nothing. */
const car = z.int().min(1).max(MAX_TRADES).optional();

/** What an offer rests on, in the store's words: a list to read, not a contract. */
export const MAX_OFFER_CONDITIONS = 4;
export const MAX_OFFER_REASONS = 8;
/** A message of the offer loop is a sentence or two. */
export const MAX_MESSAGE = 500;

const questions = Object.keys(conditionQuestions) as [keyof typeof conditionQuestions];
const answered = z.strictObject({ question: z.enum(questions), answer: z.string().max(20) });
const isAnAnswer = ({ question, answer }: z.infer<typeof answered>) =>
  (conditionQuestions[question] as readonly string[]).includes(answer);
const conditionAnswer = answered.refine(isAnAnswer, { message: "not an answer to this question" });

const damage = { place: z.enum(damagePlaces), kind: z.enum(damageKinds), size: z.enum(damageSizes) };
const odometer = z.int().min(0).max(999_999);

const offerShape = {
  allowance: centsSchema,
  reasons: z.array(z.strictObject({ label: shortText, amount: signedCentsSchema })).max(MAX_OFFER_REASONS),
  note: optionalNote,
  conditions: z.array(shortText).max(MAX_OFFER_CONDITIONS).optional(),
};

const messageText = longText.refine((text) => text.length <= MAX_MESSAGE, "too long for a message");

/** What an appraiser states in front of the car. */
const verificationShape = {
  odometer,
  vinMatches: z.boolean(),
  findings: z.array(conditionAnswer).max(questions.length),
  damage: z.array(z.strictObject(damage)).max(MAX_DAMAGE_MARKS),
  adjustments: z
    .array(
      z.strictObject({
        about: z.enum([...questions, ...otherFindings]),
        reason: shortText,
        amount: signedCentsSchema,
        photoId: idSchema,
      }),
    )
    .max(MAX_ADJUSTMENTS),
};

export const tradePlainEvents = [
  event("trade.described", {
    year: z.int().min(1950).max(2100),
    make: shortText,
    model: shortText,
    trim: optionalShortText,
    mileage: odometer,
    vin: vinSchema.nullable(),
    body: z.enum(bodyStyles).nullable().optional(),
    fuel: z.enum(fuels).nullable().optional(),
    fourWheelDrive: z.boolean().nullable().optional(),
    car,
  }),
  conditionAnswer.safeExtend({ type: z.literal("trade.conditionAnswered"), car }),
  event("trade.damageMarked", { markId: idSchema, ...damage, photoId: idSchema.nullable(), car }),
  event("trade.damageUnmarked", { markId: idSchema, car }),
  event("trade.photoRemoved", { photoId: idSchema, car }),
  event("trade.ownershipStated", { ownership: z.enum(["owned", "financed", "leased"]), car }),
  event("trade.payoffStated", {
    lender: shortText,
    payoff: centsSchema,
    payoffGoodThrough: plainDateSchema,
    accountLastFour: z
      .string()
      .regex(/^\d{4}$/)
      .nullable()
      .optional(),
    perDiem: centsSchema.nullable().optional(),
    lease: z
      .strictObject({ monthsLeft: z.int().min(0).max(84), buyoutBy: z.enum(buyoutParties) })
      .nullable()
      .optional(),
    car,
  }),
  /** What the customer themselves thinks of their car, until somebody who buys cars has said something. */
  event("trade.valueStated", { value: centsSchema, owed: centsSchema }),
  event("trade.submitted", { car }),
  event("trade.reviewStarted", { car }),
  event("trade.acvAppraised", { acv: centsSchema, recon: centsSchema, car }),
  event("trade.offerAccepted", { offerId: idSchema, car }),
  event("trade.offerDeclined", { offerId: idSchema, car }),
  event("trade.offerCountered", { offerId: idSchema, counter: centsSchema, car }),
  event("trade.messageSent", { text: messageText, car }),
  event("trade.verificationWaived", { reason: shortText, car }),
  event("trade.carRemoved", { car: z.int().min(2).max(MAX_TRADES) }),
] as const;

export const tradeRequestedEdits = [
  event("trade.valuationRequested", { car }),
  event("trade.offerProposed", { ...offerShape, car }),
  event("trade.verificationProposed", { ...verificationShape, car }),
] as const;

const comparablesSchema = z.strictObject({
  count: z.int().min(0),
  sold: z.int().min(0),
  spreadPercent: z.int().min(0).max(100),
  firstSeen: plainDateSchema,
  lastSeen: plainDateSchema,
});

export const tradeResolvedEvents = [
  event("trade.valued", {
    low: centsSchema,
    base: centsSchema,
    high: centsSchema,
    lines: z.array(z.strictObject({ code: codeSchema, amount: signedCentsSchema })).max(16),
    source: z.string().min(1).max(MAX_SHORT_TEXT),
    asOf: plainDateSchema,
    goodThrough: plainDateSchema,
    comparables: comparablesSchema.optional(),
    mileageBand: z.strictObject({ from: odometer, to: odometer }).optional(),
    car,
  }),
  /** Asked for, and too few cars like it are known. */
  event("trade.notValued", {
    comparables: z.int().min(0),
    needed: z.int().min(1),
    source: shortText,
    asOf: plainDateSchema,
    car,
  }),
  /** Told by the server once the bytes are kept; a client never names a photo that it did not send. */
  event("trade.photoAdded", { photoId: idSchema, role: z.enum(photoRoles), car }),
  event("trade.offerMade", { offerId: idSchema, ...offerShape, expiresAt: instantSchema, car }),
  event("trade.verified", {
    verificationId: idSchema,
    ...verificationShape,
    /** The offer that takes the accepted one's place; null when nothing is adjusted. */
    offer: z.strictObject({ offerId: idSchema, allowance: centsSchema, expiresAt: instantSchema }).nullable(),
    car,
  }),
] as const;
