import { z } from "zod";
import {
  centsSchema,
  codeSchema,
  idSchema,
  instantSchema,
  longText,
  optionalLongText,
  optionalNote,
  plainDateSchema,
  shortText,
  signedCentsSchema,
} from "../money/stored-value";
import {
  handoverChecks,
  handoverPhotoPlaces,
  readinessLights,
  signingParties,
  trackingSteps,
} from "../stages/handover";
import { tenderMethods } from "../stages/tender";
import { drivePlaces } from "../stages/test-drive";
import { alarmLevels, titleAlarmNames, titleSteps } from "../stages/title-work";
import { MAX_TRADES } from "../stages/trade";
import { returnRules } from "../store/return-policy";
import { staffRoles } from "../store/actor";
import { event } from "./event-schema";
import { returnedTrades } from "./return-slice";

const person = z.strictObject({
  staffId: idSchema,
  role: z.enum(staffRoles),
  firstName: shortText,
  lastName: shortText,
});
const odometer = z.int().min(0).max(1_000_000);
/** A drawn name as the pen went: pairs of whole numbers, strokes apart. Kept outside the journal, which has its hash. */
const strokes = z
  .string()
  .max(20_000)
  .regex(/^[\d ,;]*$/)
  .nullable();
const signing = { party: z.enum(signingParties), name: shortText };
const signed = { ...signing, signatureId: idSchema.nullable(), contentHash: z.string().regex(/^[0-9a-f]{64}$/) };
const work = { item: codeSchema, light: z.enum(readinessLights), title: optionalNote };
const drive = { driveId: idSchema };
const inspected = { odometer, asDelivered: z.boolean(), trades: z.enum(returnedTrades) };
const statementSchema = z.strictObject({
  policyCode: codeSchema,
  policyName: shortText,
  paidIn: signedCentsSchema,
  trades: signedCentsSchema,
  restockingFee: centsSchema,
  mileageFee: centsSchema,
  total: signedCentsSchema,
  byDeposit: centsSchema,
  atDesk: signedCentsSchema,
});

/** From the contract to the last plate: what people say. */
export const plainHandoverEvents = [
  event("handover.workDone", { item: codeSchema, done: z.boolean() }),
  event("handover.overridden", { items: z.array(codeSchema).min(1).max(40), reason: longText }),
  event("handover.checked", { check: z.enum(handoverChecks), done: z.boolean() }),
  event("handover.photoAdded", { photoId: idSchema, place: z.enum(handoverPhotoPlaces), note: optionalNote }),
  event("handover.photoRemoved", { photoId: idSchema }),
  event("handover.odometerRead", { odometer }),
  event("handover.tracked", {
    step: z.enum(trackingSteps),
    expectedAt: instantSchema.nullable(),
    driver: optionalNote,
  }),
  event("handover.contactlessChosen", { contactless: z.boolean() }),
  event("handover.followedUp", {
    note: optionalLongText,
    serviceAt: instantSchema.nullable(),
    reviewAsked: z.boolean(),
  }),

  event("dueBill.itemDropped", { itemId: idSchema }),
  event("dueBill.photoKept", { itemId: idSchema, photoId: idSchema }),
  event("dueBill.appointmentSet", { itemId: idSchema, startsAt: instantSchema.nullable() }),
  event("dueBill.itemClosed", { itemId: idSchema, note: optionalLongText }),

  event("titleWork.stepDone", { step: z.enum(titleSteps), done: z.boolean() }),
  event("titleWork.holderNamed", { holder: optionalNote }),
  event("titleWork.tagIssued", { expiresOn: plainDateSchema }),
  // Null takes back what was marked by mistake.
  event("titleWork.payoffSent", {
    car: z.int().min(1).max(MAX_TRADES),
    sent: z.strictObject({ amount: centsSchema, on: plainDateSchema }).nullable(),
  }),

  event("returns.requested", { odometer, reason: optionalLongText, asDelivered: z.boolean() }),
  event("returns.withdrawn", {}),
  event("returns.declined", { rule: z.enum(returnRules), reason: longText }),
  // How what is left is handed out or taken; null where nothing is left.
  event("returns.settled", { method: z.enum(tenderMethods).nullable().optional() }),

  event("drive.cancelled", drive),
  event("drive.left", { ...drive, plate: shortText }),
  event("drive.ended", drive),
] as const;

export const handoverRequests = [
  event("handover.workPlanRequested", { ...work, staffId: idSchema.nullable(), dueAt: instantSchema.nullable() }),
  event("handover.timeRequested", { startsAt: instantSchema }),
  event("handover.signRequested", { ...signing, strokes }),
  event("dueBill.itemRequested", {
    text: longText,
    staffId: idSchema,
    dueOn: plainDateSchema,
    cost: centsSchema.nullable(),
  }),
  event("dueBill.signRequested", { ...signing, strokes }),
  event("returns.acceptRequested", inspected),
  event("drive.bookRequested", { startsAt: instantSchema, place: z.enum(drivePlaces) }),
  event("drive.signRequested", { ...drive, name: shortText, strokes }),
] as const;

/** Decided or looked up by the server before it is written down. */
export const resolvedHandoverEvents = [
  event("handover.workPlanned", { ...work, owner: person.nullable(), dueAt: instantSchema.nullable() }),
  event("handover.timeBooked", { bookingId: idSchema, startsAt: instantSchema, endsAt: instantSchema }),
  event("handover.signed", signed),
  event("dueBill.itemAdded", {
    itemId: idSchema,
    text: longText,
    owner: person,
    dueOn: plainDateSchema,
    cost: centsSchema.nullable(),
  }),
  event("dueBill.signed", signed),
  event("titleWork.alarmRaised", {
    about: z.enum(titleAlarmNames),
    level: z.enum(alarmLevels),
    dueOn: plainDateSchema,
  }),
  event("returns.accepted", { ...inspected, statement: statementSchema }),
  event("returns.unwound", {}),
  event("drive.booked", {
    ...drive,
    stockNumber: codeSchema,
    carName: shortText,
    place: z.enum(drivePlaces),
    startsAt: instantSchema,
    endsAt: instantSchema,
  }),
  event("drive.licenseKept", drive),
  event("drive.signed", {
    ...drive,
    name: shortText,
    signatureId: idSchema.nullable(),
    contentHash: signed.contentHash,
  }),
] as const;
