import { z } from "zod";
import {
  centsSchema,
  codeSchema,
  instantSchema,
  optionalLongText,
  optionalShortText,
  shortText,
  signedCentsSchema,
} from "../money/stored-value";
import { MAX_CENTS } from "../money/value-limits";
import { rateReasons } from "../stages/finance";
import { approvalKinds } from "./approval";
import { dealTermsSchema, paymentPlanShape } from "./deal-terms-schema";
import { event } from "./event-schema";

/** A pencil, a request, a pinned plan of one deal; nobody works through a thousand of them. */
const number = z.int().min(1).max(1_000);
const pin = z.int().min(1).max(1_000_000);
/** A sentence or two beside a number; empty when there is nothing to say. */
const note = optionalLongText;
/** In the unit of its kind: cents, millionths, months. */
const limitedFigure = z.int().min(0).max(MAX_CENTS);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const signatureText = z.string().regex(/^[A-Za-z0-9._-]{20,200}$/);

const figuresSchema = z.strictObject({
  outTheDoor: centsSchema,
  taxTotal: centsSchema,
  tradeEquity: signedCentsSchema,
  payment: centsSchema.nullable(),
  cashDue: centsSchema,
  amountFinanced: centsSchema.nullable(),
  financeCharge: centsSchema.nullable(),
  totalOfPayments: centsSchema.nullable(),
  aprDisclosed: z.string().max(12).nullable(),
  totalCost: centsSchema,
});

export const plainDeskEvents = [
  event("finance.docFeeWaived", { docFeeWaived: centsSchema }),

  event("scenario.pinned", { name: shortText, ...paymentPlanShape }),
  event("scenario.unpinned", { pin }),
  event("scenario.adopted", { pin }),

  event("approval.requested", {
    kind: z.enum(approvalKinds),
    asked: limitedFigure.nullable(),
    terms: dealTermsSchema.nullable(),
    note,
    /** Of a rate that is not the table's. */
    reason: z.enum(rateReasons).optional(),
  }),
  event("approval.granted", { number, granted: limitedFigure, note }),
  event("approval.refused", { number, note }),

  event("pencil.accepted", { number, contentHash: sha256, signedName: shortText }),
  event("pencil.countered", {
    number,
    targetPayment: centsSchema.nullable(),
    cashDown: centsSchema.nullable(),
    note,
  }),
  event("pencil.declined", { number, note }),
  event("pencil.withdrawn", { number }),
] as const;

/** A person states the terms; figures, expiry and seal are made by the server before it is judged. */
export const deskRequests = [
  event("pencil.proposalRequested", {
    terms: dealTermsSchema,
    note,
    validHours: z.int().min(1).max(336),
    rateReason: z.enum(rateReasons).optional(),
    /** The request that this answers. */
    answers: number.nullable(),
  }),
] as const;

export const resolvedDeskEvents = [
  event("pencil.proposed", {
    number,
    terms: dealTermsSchema,
    figures: figuresSchema,
    stockNumber: codeSchema,
    stamp: z.strictObject({
      coreVersion: optionalShortText,
      rulePack: z.strictObject({ id: optionalShortText, version: optionalShortText }),
      inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    note,
    expiresAt: instantSchema,
    answers: number.nullable(),
    rateReason: z.enum(rateReasons).optional(),
    seal: z.strictObject({ contentHash: sha256, previousHash: sha256.nullable(), signature: signatureText }),
  }),
  event("pencil.expired", { number }),
] as const;
