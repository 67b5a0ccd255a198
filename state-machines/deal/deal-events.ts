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
} from "../money/stored-value";
import { productAnswers } from "../stages/fni";
import { depositFunds, disputeStates, releaseReasons, returnReasons } from "../stages/deposit";
import { tenderMethods } from "../stages/tender";
import { vehicleAvailabilities } from "../stages/vehicle";
import { paymentMethods, rateReasons } from "../stages/finance";
import { skipReasons, stageNames } from "../stages/stage";
import { staffRoles } from "../store/actor";
import { plainSeatEvents, resolvedSeatEvents, seatRequests } from "./seat-events";
import { resolvedShowroomEvents } from "./showroom-events";
import { plainWaitEvents } from "./wait-events";
import { storePolicySchema } from "../store/store-policy";
import { vehicleSnapshotSchema } from "../store/vehicle-snapshot";
import { handoverRequests, plainHandoverEvents, resolvedHandoverEvents } from "./handover-events";
import { plainCreditEvents, resolvedCreditEvents } from "./credit-events";
import { deskRequests, plainDeskEvents, resolvedDeskEvents } from "./desk-events";
import { importedEvent } from "./imported-deal";
import { event } from "./event-schema";
import { plainMenuEvents, resolvedMenuEvents } from "./menu-events";
import { promiseContentSchema, promiseNumberSchema } from "./promise-content";
import { plainTenderEvents, tenderReference } from "./tender-events";
import { plainTaxEvents, resolvedTaxEvents, taxRequests } from "./tax-events";
import { tradePlainEvents, tradeRequestedEdits, tradeResolvedEvents } from "./trade-events";

/** Terms anyone may ask for; the store's own list is checked by a guard. */
const termMonths = z.int().min(6).max(96);
const addressFields = { street: shortText, city: shortText, region: shortText, postcode: shortText };

const staffRefSchema = z.strictObject({
  staffId: idSchema,
  role: z.enum(staffRoles),
  firstName: shortText,
  lastName: shortText,
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
  event("staff.released", { staffId: idSchema }),
  event("note.added", { text: longText }),

  event("vehicle.confirmed", {}),
  event("vehicle.sellingPriceSet", { sellingPrice: centsSchema }),
  event("vehicle.incentiveClaimed", { code: codeSchema, claimed: z.boolean() }),

  ...tradePlainEvents,

  event("finance.methodChosen", { method: z.enum(paymentMethods) }),
  event("finance.termChosen", { termMonths }),
  event("finance.cashDownSet", { cashDown: centsSchema }),
  event("finance.cellAdopted", { termMonths, cashDown: centsSchema }),
  event("finance.tradeBalanceSplit", { paidNow: centsSchema }),
  event("finance.creditBandStated", { creditBand: codeSchema }),
  event("finance.leaseTermsChosen", { termMonths, milesPerYear: z.int().min(1_000).max(50_000) }),
  event("finance.optionsChosen", {
    firstPaymentMonths: z.int().min(1).max(5),
    balloonShare: ppmSchema,
    securityDeposits: z.int().min(0).max(10),
  }),
  event("finance.targetPaymentSet", { targetPayment: centsSchema.nullable() }),
  event("finance.contractRateSet", {
    contractRate: ppmSchema.nullable(),
    // Left out in journals from before a reason was asked for, and for the table's own rate.
    reason: z.enum(rateReasons).optional(),
  }),
  event("finance.termsAgreed", {}),

  event("fni.productAnswered", {
    code: codeSchema,
    optionCode: codeSchema,
    answer: z.enum(productAnswers),
  }),

  event("deposit.termsAccepted", { amount: centsSchema, termsVersion: codeSchema }),
  event("deposit.refundRequested", { reason: longText }),
  event("deposit.returnRequested", {
    refund: centsSchema,
    forfeit: centsSchema,
    reason: z.enum(returnReasons),
    note: longText,
  }),
  event("deposit.returnApproved", {}),
  event("deposit.returnDeclined", { note: longText }),
  ...plainTenderEvents,

  event("delivery.methodChosen", { method: z.enum(["pickup", "home"]) }),

  event("promise.differencesAcknowledged", { number: promiseNumberSchema, key: z.string().min(1).max(4_000) }),

  event("stage.skipped", { stage: z.enum(stageNames), reason: z.enum(skipReasons) }),
  event("stage.deferred", { stage: z.enum(stageNames), remindAt: instantSchema.nullable() }),
  event("stage.resumed", { stage: z.enum(stageNames) }),
  event("stage.confirmed", { stage: z.enum(stageNames) }),

  event("deal.reopened", { reason: longText }),
  event("deal.contracted", {}),
  event("deal.delivered", {}),
  event("deal.lost", { reason: longText }),
  event("deal.revived", {}),

  ...plainDeskEvents,
  ...plainSeatEvents,
  ...plainWaitEvents,
  ...plainTaxEvents,
  ...plainHandoverEvents,
  ...plainCreditEvents,
  ...plainMenuEvents,
] as const;

/** Asked for by a person; a resolver looks up what the journalled event needs before it is judged. */
const requestedEdits = [
  event("staff.assignmentRequested", { staffId: idSchema }),
  event("vehicle.swapRequested", { stockNumber: codeSchema }),
  ...tradeRequestedEdits,
  event("delivery.addressStated", addressFields),
  event("delivery.slotRequested", { startsAt: instantSchema }),
  event("deposit.deskPaymentRequested", { method: z.enum(tenderMethods), reference: tenderReference }),
  event("deposit.extensionRequested", { hours: z.int().min(1).max(72) }),
  event("promise.requested", {}),
  event("deal.freezeRequested", {}),
  ...deskRequests,
  ...seatRequests,
  ...taxRequests,
  ...handoverRequests,
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
  event("vehicle.availabilityTold", { stockNumber: codeSchema, state: z.enum(vehicleAvailabilities) }),
  ...tradeResolvedEvents,
  event("delivery.addressGiven", { ...addressFields, distanceMiles: z.int().min(0), fee: centsSchema }),
  event("delivery.slotBooked", { bookingId: idSchema, startsAt: instantSchema, endsAt: instantSchema }),
  event("deposit.checkoutOpened", { attempt: z.int().min(1), amount: centsSchema }),
  event("deposit.held", {
    attempt: z.int().min(1),
    amount: centsSchema,
    reference: shortText,
    holdUntil: instantSchema,
    funds: z.enum(depositFunds).optional(),
  }),
  event("deposit.takenAtDesk", {
    attempt: z.int().min(1),
    amount: centsSchema,
    method: z.enum(tenderMethods),
    reference: tenderReference,
    holdUntil: instantSchema,
    termsVersion: codeSchema,
  }),
  event("deposit.holdExtended", { attempt: z.int().min(1), holdUntil: instantSchema }),
  event("deposit.returned", {
    attempt: z.int().min(1),
    refunded: centsSchema,
    forfeited: centsSchema,
    reference: optionalShortText,
  }),
  event("deposit.bankAsked", { attempt: z.int().min(1) }),
  event("deposit.holdEnding", { attempt: z.int().min(1), holdUntil: instantSchema }),
  event("deposit.captured", { attempt: z.int().min(1), amount: centsSchema }),
  event("deposit.failed", { attempt: z.int().min(1), reason: shortText }),
  event("deposit.released", { attempt: z.int().min(1), amount: centsSchema, reason: z.enum(releaseReasons) }),
  event("deposit.disputed", { attempt: z.int().min(1), state: z.enum(disputeStates) }),
  event("deposit.refunded", { amount: centsSchema, reference: shortText }),
  event("promise.kept", { content: promiseContentSchema }),
  event("deal.frozen", { contractDate: plainDateSchema }),
  ...resolvedDeskEvents,
  ...resolvedSeatEvents,
  ...resolvedShowroomEvents,
  ...resolvedTaxEvents,
  ...resolvedHandoverEvents,
  ...resolvedCreditEvents,
  ...resolvedMenuEvents,
  importedEvent,
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
