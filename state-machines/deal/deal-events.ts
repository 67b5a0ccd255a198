import { z } from "zod";
import {
  centsSchema,
  codeSchema,
  idSchema,
  instantSchema,
  longText,
  optionalShortText,
  plainDateSchema,
  ppmSchema,
  shortText,
  signedCentsSchema,
  vinSchema,
} from "../money/stored-value";
import { productAnswers } from "../stages/fni";
import { paymentMethods } from "../stages/finance";
import { skipReasons, stageNames } from "../stages/stage";
import { conditionQuestions } from "../stages/trade";
import { staffRoles } from "../store/actor";
import { storePolicySchema } from "../store/store-policy";
import { vehicleSnapshotSchema } from "../store/vehicle-snapshot";

/** Terms anyone may ask for; the store's own list is checked by a guard. */
const termMonths = z.int().min(6).max(96);
const tradeYear = z.int().min(1950).max(2100);
const addressFields = { street: shortText, city: shortText, region: shortText, postcode: shortText };

const staffRefSchema = z.strictObject({
  staffId: idSchema,
  role: z.enum(staffRoles),
  firstName: shortText,
  lastName: shortText,
});

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

const conditionAnswer = z
  .strictObject({
    question: z.enum(Object.keys(conditionQuestions) as [keyof typeof conditionQuestions]),
    answer: z.string().max(20),
  })
  .refine(({ question, answer }) => (conditionQuestions[question] as readonly string[]).includes(answer), {
    message: "not an answer to this question",
  });

/**
 * Events that mean the same as sent and as journalled. A type keeps its meaning for ever:
 * a changed one gets a new type and an upgrade in stored-deal.ts.
 */
const plainEvents = [
  event("customer.identified", {
    firstName: shortText,
    lastName: optionalShortText,
    email: z.union([z.literal(""), z.email().max(200)]),
    phone: optionalShortText,
  }),
  event("customer.addressStated", addressFields),
  event("customer.identityVerified", { method: z.enum(["license", "passport", "knownCustomer"]) }),
  event("note.added", { text: longText }),

  event("vehicle.confirmed", {}),
  event("vehicle.sellingPriceSet", { sellingPrice: centsSchema }),
  event("vehicle.incentiveClaimed", { code: codeSchema, claimed: z.boolean() }),

  event("trade.described", {
    year: tradeYear,
    make: shortText,
    model: shortText,
    trim: optionalShortText,
    mileage: z.int().min(0).max(999_999),
    vin: vinSchema.nullable(),
  }),
  conditionAnswer.safeExtend({ type: z.literal("trade.conditionAnswered") }),
  event("trade.ownershipStated", { ownership: z.enum(["owned", "financed", "leased"]) }),
  event("trade.payoffStated", { lender: shortText, payoff: centsSchema, payoffGoodThrough: plainDateSchema }),
  event("trade.acvAppraised", { acv: centsSchema, recon: centsSchema }),
  event("trade.offerAccepted", { offerId: idSchema }),
  event("trade.offerDeclined", { offerId: idSchema }),
  event("trade.offerCountered", { offerId: idSchema, counter: centsSchema }),

  event("finance.methodChosen", { method: z.enum(paymentMethods) }),
  event("finance.termChosen", { termMonths }),
  event("finance.cashDownSet", { cashDown: centsSchema }),
  event("finance.cellAdopted", { termMonths, cashDown: centsSchema }),
  event("finance.creditBandStated", { creditBand: codeSchema }),
  event("finance.leaseTermsChosen", { termMonths, milesPerYear: z.int().min(1_000).max(50_000) }),
  event("finance.targetPaymentSet", { targetPayment: centsSchema.nullable() }),
  event("finance.contractRateSet", { contractRate: ppmSchema.nullable() }),
  event("finance.termsAgreed", {}),

  event("fni.productAnswered", {
    code: codeSchema,
    optionCode: codeSchema,
    answer: z.enum(productAnswers),
  }),

  event("deposit.termsAccepted", { amount: centsSchema, termsVersion: codeSchema }),
  event("deposit.refundRequested", { reason: longText }),

  event("delivery.methodChosen", { method: z.enum(["pickup", "home"]) }),

  event("stage.skipped", { stage: z.enum(stageNames), reason: z.enum(skipReasons) }),
  event("stage.deferred", { stage: z.enum(stageNames), remindAt: instantSchema.nullable() }),
  event("stage.resumed", { stage: z.enum(stageNames) }),
  event("stage.confirmed", { stage: z.enum(stageNames) }),

  event("deal.reopened", { reason: longText }),
  event("deal.contracted", {}),
  event("deal.delivered", {}),
  event("deal.lost", { reason: longText }),
  event("deal.revived", {}),
] as const;

/** Asked for by a person; a resolver looks up what the journalled event needs before it is judged. */
const requestedEdits = [
  event("staff.assignmentRequested", { staffId: idSchema }),
  event("vehicle.swapRequested", { stockNumber: codeSchema }),
  event("trade.valuationRequested", {}),
  event("trade.offerProposed", {
    allowance: centsSchema,
    reasons: z.array(z.strictObject({ label: shortText, amount: signedCentsSchema })).max(8),
    note: optionalShortText,
  }),
  event("delivery.addressStated", addressFields),
  event("delivery.slotRequested", { startsAt: instantSchema }),
  event("deal.freezeRequested", {}),
] as const;

/** Journalled only: resolved from a request, or told by the system. */
const resolvedEvents = [
  event("deal.started", {
    dealId: idSchema,
    dealNumber: shortText,
    startedFrom: z.enum(["vehiclePage", "walkIn"]),
    contractDate: plainDateSchema,
    store: storePolicySchema,
    vehicle: vehicleSnapshotSchema.nullable(),
  }),
  event("staff.assigned", { staff: staffRefSchema }),
  event("vehicle.swapped", { vehicle: vehicleSnapshotSchema }),
  event("trade.valued", {
    low: centsSchema,
    base: centsSchema,
    high: centsSchema,
    lines: z.array(z.strictObject({ code: codeSchema, amount: signedCentsSchema })).max(12),
    source: shortText,
    asOf: plainDateSchema,
    goodThrough: plainDateSchema,
  }),
  event("trade.offerMade", {
    offerId: idSchema,
    allowance: centsSchema,
    reasons: z.array(z.strictObject({ label: shortText, amount: signedCentsSchema })).max(8),
    note: optionalShortText,
    expiresAt: instantSchema,
  }),
  event("delivery.addressGiven", { ...addressFields, distanceMiles: z.int().min(0), fee: centsSchema }),
  event("delivery.slotBooked", { bookingId: idSchema, startsAt: instantSchema, endsAt: instantSchema }),
  event("deposit.checkoutOpened", { attempt: z.int().min(1), amount: centsSchema }),
  event("deposit.held", {
    attempt: z.int().min(1),
    amount: centsSchema,
    reference: shortText,
    holdUntil: instantSchema,
  }),
  event("deposit.failed", { attempt: z.int().min(1), reason: shortText }),
  event("deposit.refunded", { amount: centsSchema, reference: shortText }),
  event("deal.frozen", { contractDate: plainDateSchema }),
] as const;

/** What a client may say on the wire. */
export const dealEditSchema = z.discriminatedUnion("type", [...plainEvents, ...requestedEdits]);
export type DealEdit = z.infer<typeof dealEditSchema>;
export type DealEditType = DealEdit["type"];

/** What the journal keeps. */
export const dealEventSchema = z.discriminatedUnion("type", [...plainEvents, ...resolvedEvents]);
export type DealEvent = z.infer<typeof dealEventSchema>;
export type DealEventType = DealEvent["type"];
export type DealEventOf<Type extends DealEventType> = Extract<DealEvent, { type: Type }>;

export type RequestedEdit = z.infer<(typeof requestedEdits)[number]>;
export type RequestedEditType = RequestedEdit["type"];

export const requestedEditTypes: ReadonlySet<string> = new Set(requestedEdits.map((schema) => schema.shape.type.value));
export const isRequestedEdit = (edit: DealEdit | DealEvent): edit is RequestedEdit => requestedEditTypes.has(edit.type);
